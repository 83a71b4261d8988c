// The timeline below the film: curve and lanes, with the buttons to zoom and to go from one interval to the next.
import { el, button } from "./element.js";
import { drawTimeline, heightOf } from "./timelinedrawing.js";
import { listenOnTimeline } from "./timelinepointer.js";

export function timeline({ result, time, film, scale, saving, selected, editing, preview, select, edit, jump, signal }) {
  const canvas = el("canvas", { class: "timeline", "aria-hidden": "true" });
  let isDue = false;

  function lanes() {
    const dragged = preview.get();
    const own = saving.layers.get().map(({ annotator, intervals }) => ({
      name: annotator, title: annotator === editing.get() ? `${annotator} (edited)` : annotator, isEdited: annotator === editing.get(),
      intervals: dragged === null || annotator !== editing.get() ? intervals : intervals.map(other => other.id === dragged.id ? dragged : other),
    }));
    return [{ name: "found", title: "Found", isEdited: false, intervals: result.intervals }, ...own];
  }

  function draw() {
    if (!isDue) {
      isDue = true;
      requestAnimationFrame(() => {
        isDue = false;
        drawTimeline(canvas, { result, time, scale, lanes: lanes(), frame: film.frame.get(), selected: selected.get(), loop: film.loop.get() });
      });
    }
  }

  film.frame.watch(frame => { scale.follow(frame); draw(); }, signal);
  [film.loop, scale.window, saving.layers, selected, editing, preview].forEach(value => value.watch(draw, signal));
  const observer = new ResizeObserver(draw);
  observer.observe(canvas);
  signal.addEventListener("abort", () => observer.disconnect());
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw, { signal });
  canvas.style.height = `${heightOf(1)}px`;

  listenOnTimeline(canvas, () => ({ scale, lanes: lanes(), selected: selected.get() }), {
    scrub: frame => film.step(frame - film.frame.get()),
    select, preview: edit.drag, change: edit.drop, add: edit.add,
  });
  const about = () => film.frame.get();
  return el("section", { class: "times", "aria-label": "Timeline" },
    el("div", { class: "row spread" },
      el("h2", {}, "Movement"),
      el("div", { class: "buttons", role: "group", "aria-label": "Timeline" },
        button("Previous", () => jump(-1), { "aria-label": "Previous interval" }),
        button("Next", () => jump(1), { "aria-label": "Next interval" }),
        button("Zoom in", () => scale.zoom(0.5, about())),
        button("Zoom out", () => scale.zoom(2, about())),
        button("Whole film", scale.all))),
    canvas,
    el("p", { class: "soft" }, `Where the curve rises above the dashed line, something moved briefly. Its unit: ${result.curveUnit}.`));
}
