// Draws the last seconds of the live curve, with marks where something brief moved.

export const SECONDS = 15;
const HEIGHT = 130;

/** Draws points `{at, value}` (milliseconds), marks `{onset, apex, offset}` and the threshold, the newest at the right. */
export function drawRolling(canvas, { points, marks, threshold, now }) {
  const width = canvas.clientWidth;
  const ratio = window.devicePixelRatio;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(HEIGHT * ratio);
  canvas.style.height = `${HEIGHT}px`;
  const pen = canvas.getContext("2d");
  pen.scale(ratio, ratio);
  const css = getComputedStyle(document.documentElement);
  const colour = name => css.getPropertyValue(name).trim();
  const x = at => width * (1 - (now - at) / 1000 / SECONDS);
  const most = 1.15 * points.reduce((highest, point) => Math.max(highest, point.value ?? 0), threshold ?? 0) || 1;
  const y = value => HEIGHT - 18 - value / most * (HEIGHT - 26);
  marks.forEach(mark => {
    pen.fillStyle = colour("--loop");
    pen.fillRect(x(mark.onset), 0, Math.max(3, x(mark.offset) - x(mark.onset)), HEIGHT - 18);
    pen.fillStyle = colour("--mine");
    pen.fillRect(x(mark.apex) - 1.5, 0, 3, HEIGHT - 18);
  });
  pen.strokeStyle = colour("--line");
  pen.fillStyle = colour("--soft");
  pen.font = "12px system-ui, sans-serif";
  pen.textAlign = "center";
  for (let second = 0; second < SECONDS; second += 5) {
    pen.fillText(second === 0 ? "" : `−${second} s`, x(now - second * 1000), HEIGHT - 4);
  }
  pen.strokeRect(0.5, 0.5, width - 1, HEIGHT - 18);
  pen.strokeStyle = colour("--curve");
  pen.lineWidth = 1.5;
  pen.beginPath();
  let isDown = false;
  for (const { at, value } of points) {
    if (value === null) {
      isDown = false;
    } else {
      pen[isDown ? "lineTo" : "moveTo"](x(at), y(value));
      isDown = true;
    }
  }
  pen.stroke();
  if (threshold !== null) {
    pen.strokeStyle = colour("--threshold");
    pen.setLineDash([6, 4]);
    pen.beginPath();
    pen.moveTo(0, y(threshold));
    pen.lineTo(width, y(threshold));
    pen.stroke();
  }
}
