// Draws the curve of the last seconds, in times of the threshold, and shades what was marked.
import { paper } from "./paper.js";
import { clock } from "./words.js";

export const SECONDS = 10;
export const HEIGHT = 196;
const TOP = 24;
const BOTTOM = HEIGHT - 38;
const LEFT = 30;
const TICK = 2; // seconds
const GAP = 0.5; // seconds without a value, over which no line is drawn
const LEAST = 2; // The threshold is never higher than the middle, so that small movements look small.

export function drawLive(canvas, points, marks) {
  const { pen, width, colour } = paper(canvas, HEIGHT);
  const last = Math.max(points.at(-1)?.seconds ?? 0, SECONDS);
  const known = points.filter(point => isKnown(point) && point.seconds >= last - SECONDS);
  const highest = known.reduce((most, point) => Math.max(most, point.value / point.threshold * 1.1), LEAST);
  const paint = {
    pen, width, colour, first: last - SECONDS, last, highest,
    x: seconds => LEFT + (seconds - last + SECONDS) / SECONDS * (width - LEFT),
    y: times => BOTTOM - Math.max(times, 0) / highest * (BOTTOM - TOP),
  };
  pen.font = "12px system-ui, sans-serif";
  axes(paint);
  pen.save();
  pen.beginPath();
  pen.rect(LEFT, 0, width - LEFT, HEIGHT);
  pen.clip();
  shade(paint, marks);
  line(paint, points);
  pen.restore();
  threshold(paint);
}

function isKnown({ value, threshold }) {
  return value !== null && threshold !== null && threshold > 0;
}

function axes({ pen, width, colour, first, last, highest, x, y }) {
  pen.strokeStyle = colour("--line");
  pen.fillStyle = colour("--soft");
  pen.lineWidth = 1;
  pen.textAlign = "center";
  pen.beginPath();
  for (let tick = Math.ceil(first / TICK) * TICK; tick <= last; tick += TICK) {
    const at = Math.round(x(tick)) + 0.5;
    pen.moveTo(at, TOP);
    pen.lineTo(at, BOTTOM);
    if (at > 16 && at < width - 16) {
      pen.fillText(clock(tick, 0), at, BOTTOM + 15);
    }
  }
  pen.moveTo(LEFT, BOTTOM + 0.5);
  pen.lineTo(width, BOTTOM + 0.5);
  pen.stroke();
  pen.fillText("time since the first frame", LEFT + (width - LEFT) / 2, BOTTOM + 32);
  pen.textAlign = "left";
  pen.fillText("movement, in times of the threshold", 0, 12);
  pen.textAlign = "right";
  const step = Math.ceil(highest / 4);
  for (let times = 0; times <= highest; times += step) {
    pen.fillText(String(times), LEFT - 6, y(times) + 4);
  }
}

function shade({ pen, colour, x }, marks) {
  pen.fillStyle = colour("--found");
  for (const { onset, offset } of marks) {
    const [left, wide] = [x(onset), Math.max(x(offset) - x(onset), 4)];
    pen.globalAlpha = 0.3;
    pen.fillRect(left, TOP, wide, BOTTOM - TOP);
    pen.globalAlpha = 1;
    pen.fillRect(left, BOTTOM - 6, wide, 6);
  }
}

function line({ pen, colour, x, y }, points) {
  pen.strokeStyle = colour("--curve");
  pen.lineWidth = 1.5;
  pen.lineJoin = "round";
  pen.beginPath();
  let before = -Infinity;
  for (const point of points) {
    if (isKnown(point)) {
      pen[point.seconds - before > GAP ? "moveTo" : "lineTo"](x(point.seconds), y(point.value / point.threshold));
      before = point.seconds;
    } else {
      before = -Infinity;
    }
  }
  pen.stroke();
}

/** The line, and its name at the top, where no curve runs over it. */
function threshold({ pen, width, colour, y }) {
  const name = "threshold";
  const sample = width - pen.measureText(name).width - 8;
  pen.strokeStyle = pen.fillStyle = colour("--threshold");
  pen.setLineDash([6, 4]);
  pen.beginPath();
  pen.moveTo(LEFT, y(1));
  pen.lineTo(width, y(1));
  pen.moveTo(sample - 26, 8);
  pen.lineTo(sample, 8);
  pen.stroke();
  pen.setLineDash([]);
  pen.textAlign = "right";
  pen.fillText(name, width - 2, 12);
}
