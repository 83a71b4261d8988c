// The curve of the last seconds, with what was marked in it.
import { el } from "./element.js";
import { drawLive, HEIGHT, SECONDS } from "./livedrawing.js";

export function liveCurve(signal) {
  const canvas = el("canvas", { class: "timeline", role: "img", "aria-label": `How much the face moved in the last ${SECONDS} seconds; what was marked is listed below` });
  let points = [];
  let marks = [];
  let isDue = false;

  function draw() {
    if (!isDue) {
      isDue = true;
      requestAnimationFrame(() => {
        isDue = false;
        drawLive(canvas, points, marks);
      });
    }
  }

  const observer = new ResizeObserver(draw);
  observer.observe(canvas);
  signal.addEventListener("abort", () => observer.disconnect());
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw, { signal });
  canvas.style.height = `${HEIGHT}px`;
  return {
    node: canvas,
    clear() {
      [points, marks] = [[], []];
      canvas.dataset.points = 0;
      draw();
    },
    add(newPoints, newMarks) {
      points.push(...newPoints);
      marks.push(...newMarks);
      const first = (points.at(-1)?.seconds ?? 0) - SECONDS - 1; // A little more, so that the line goes on to the edge.
      points = points.filter(point => point.seconds >= first);
      marks = marks.filter(mark => mark.offset >= first);
      canvas.dataset.points = points.length;
      draw();
    },
  };
}
