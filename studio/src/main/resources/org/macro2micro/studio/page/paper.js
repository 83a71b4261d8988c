// A canvas made ready to be drawn on: as fine as the screen, and empty.

/** Sets the height in pixels, and returns the pen, the width in pixels and the page's colours by their names. */
export function paper(canvas, height) {
  const width = canvas.clientWidth;
  const ratio = window.devicePixelRatio;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.height = `${height}px`;
  }
  const pen = canvas.getContext("2d");
  const css = getComputedStyle(document.documentElement);
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  return { pen, width, colour: name => css.getPropertyValue(name).trim() };
}
