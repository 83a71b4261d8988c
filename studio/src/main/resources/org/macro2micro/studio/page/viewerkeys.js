// The keys of the Viewer.
import { bindKeys } from "./keys.js";

export function bindViewerKeys({ film, scale, edit, jump, selected, intervalsOf, result, signal }) {
  const chosen = () => {
    const { layer, id } = selected.get() ?? {};
    return intervalsOf(layer).find(interval => interval.id === id) ?? null;
  };
  const loop = () => film.setLoop(film.loop.get() === null ? chosen() : null);
  const here = () => film.frame.get();
  bindKeys(signal, "Film", [
    { strokes: [" ", "k"], says: "Play or pause", run: film.toggle },
    { strokes: ["ArrowLeft"], says: "One frame back", run: () => film.step(-1) },
    { strokes: ["ArrowRight"], says: "One frame on", run: () => film.step(1) },
    { strokes: ["Shift+ArrowLeft"], says: "Ten frames back", run: () => film.step(-10) },
    { strokes: ["Shift+ArrowRight"], says: "Ten frames on", run: () => film.step(10) },
    { strokes: ["Home"], says: "First frame", run: () => film.step(-here()) },
    { strokes: ["End"], says: "Last frame", run: () => film.step(result.frames) },
    { strokes: ["l"], says: "Loop the chosen interval, or stop that", run: loop },
  ]);
  bindKeys(signal, "Intervals", [
    { strokes: ["p"], says: "Previous interval", run: () => jump(-1) },
    { strokes: ["n"], says: "Next interval", run: () => jump(1) },
    { strokes: ["+", "="], says: "Zoom the timeline in", run: () => scale.zoom(0.5, here()) },
    { strokes: ["-"], says: "Zoom the timeline out", run: () => scale.zoom(2, here()) },
    { strokes: ["0"], says: "Whole film in the timeline", run: scale.all },
  ]);
  bindKeys(signal, "Correcting (your layer)", [
    { strokes: ["c"], says: "Create an interval at this frame", run: () => edit.add(here()) },
    { strokes: ["i"], says: "The interval begins at this frame", run: () => edit.place("onset", here()) },
    { strokes: ["a"], says: "Its apex is this frame", run: () => edit.place("apex", here()) },
    { strokes: ["o"], says: "It ends at this frame", run: () => edit.place("offset", here()) },
    { strokes: [","], says: "Move the interval a frame back", run: () => edit.move("whole", -1) },
    { strokes: ["."], says: "Move the interval a frame on", run: () => edit.move("whole", 1) },
    { strokes: ["m"], says: "Micro or macro", run: () => edit.change({ kind: edit.current()?.kind === "micro" ? "macro" : "micro" }) },
    { strokes: ["1", "2", "3", "4", "5", "6", "7", "8", "9"], says: "Label it with the first, second, … of the labels in use", run: event => edit.label(Number(event.key)) },
    { strokes: ["Delete"], says: "Delete the interval", run: edit.remove },
    { strokes: ["Ctrl+z"], says: "Undo", run: edit.undo },
    { strokes: ["Ctrl+Shift+z", "Ctrl+y"], says: "Redo", run: edit.redo },
  ]);
}
