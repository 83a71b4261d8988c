// Every change to the layer that is edited, asked for by buttons, keys or the timeline.
import { askText, confirmed, openDialog } from "./dialog.js";
import { button, el } from "./element.js";
import { added, copied, moved, placed, replaced, without } from "./layer.js";
import { inWords } from "./problem.js";
import { say } from "./say.js";
import { clamp } from "./filmtime.js";

const NAME = "macro2micro-annotator";
const NAMES = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._\\-]{0,39}"; // what the service takes

/** Asks whose version stays when two people saved the same layer. */
export async function whoseStays(theirs) {
  return await openDialog("Somebody else changed this layer", close => [
    el("p", {}, `The layer “${theirs.annotator}” was saved elsewhere in the meantime (with ${theirs.intervals.length} intervals). Which version shall stay? `
      + "The other one remains in the layer's history."),
    el("div", { class: "buttons" }, button("Take theirs", () => close("theirs")), button("Keep mine", () => close("mine"), { class: "main" })),
  ]) ?? "theirs";
}

/** Makes the actions on the chosen layer and interval. `preview` is a watched value: the interval that is being dragged. */
export function editing({ saving, film, time, selected, editing: annotator, preview, select, labels }) {
  const last = time.frames - 1;
  const intervals = () => saving.layer(annotator.get())?.intervals ?? [];
  const current = () => selected.get()?.layer === annotator.get()
    ? intervals().find(interval => interval.id === selected.get().id) ?? null : null;

  function save(next) {
    return saving.change(annotator.get(), next);
  }

  async function guard(run) {
    try {
      await run();
    } catch (error) {
      saving.state.set({ word: saving.state.get().word, text: inWords(error) });
    }
  }

  /** Returns the layer to write into; where no layer is chosen, it asks for a name and makes one. */
  async function ensure() {
    if (annotator.get() === null) {
      await newLayer();
    }
    return annotator.get();
  }

  async function newLayer() {
    const name = await askText("New layer", "Your name, or another name for the layer", localStorage.getItem(NAME) ?? "", "Make it",
      "Corrections are kept beside what was found, in a layer of one person's intervals. Several people can each have a layer. Letters, digits, blanks, dots, _ and - make a name.", NAMES);
    if (name !== null && name === "found") {
      saving.state.set({ word: "unsaved", text: "The name “found” belongs to what was found. Choose another one." });
    } else if (name !== null) {
      localStorage.setItem(NAME, name);
      if (saving.layer(name) === null) {
        await saving.change(name, []);
      }
      annotator.set(name);
    }
  }

  function update(next) {
    if (current() !== null) {
      save(replaced(intervals(), next));
    }
  }

  return {
    current, newLayer,
    choose: name => annotator.set(name),
    async add(frame) {
      if (await ensure() !== null) {
        const { intervals: next, id } = added(intervals(), frame, time);
        save(next);
        select(annotator.get(), next.find(interval => interval.id === id), { isQuiet: true });
        say(`Interval added at frame ${frame}.`);
      }
    },
    async copy(found) {
      if (await ensure() === null) {
        return false;
      }
      const isThere = other => intervals().some(interval => interval.onset === other.onset && interval.offset === other.offset);
      const fresh = found.filter(other => !isThere(other));
      if (fresh.length > 0) {
        save(copied(intervals(), fresh));
      }
      const first = intervals().find(interval => interval.onset === found[0].onset && interval.offset === found[0].offset);
      select(annotator.get(), first, { isQuiet: true });
      say(`${fresh.length} copied into the layer ${annotator.get()}.`);
      return true;
    },
    remove() {
      if (current() !== null) {
        save(without(intervals(), current().id));
        selected.set(null);
        say("Interval deleted. Undo brings it back.");
      }
    },
    change: parts => current() !== null && update({ ...current(), ...parts }),
    place: (part, frame) => current() !== null && (part === "apex" || frame !== null)
      && update(placed(current(), part, frame === null ? null : clamp(frame, 0, last))),
    move: (part, frames) => current() !== null && update(moved(current(), part, frames, last)),
    label(number) {
      const label = labels()[number - 1];
      if (current() !== null && label !== undefined) {
        update({ ...current(), label });
        say(label);
      }
    },
    /** Shows a dragged interval before it is saved; the film shows the frame of the part that moves. */
    drag(part, interval, frames) {
      const next = moved(interval, part, frames, last);
      preview.set(next);
      film.step(next[part === "whole" ? "onset" : part] - film.frame.get());
    },
    drop(part, interval, frames) {
      preview.set(null);
      save(replaced(intervals(), moved(interval, part, frames, last)));
    },
    undo: () => annotator.get() !== null && guard(() => saving.step(annotator.get(), "undo")),
    redo: () => annotator.get() !== null && guard(() => saving.step(annotator.get(), "redo")),
    dropLayer: () => guard(async () => {
      const name = annotator.get();
      if (name !== null && await confirmed("Delete this layer?", `The layer “${name}” is deleted with its history. This can't be undone.`, "Delete")) {
        await saving.drop(name);
        selected.set(null);
        annotator.set(saving.layers.get()[0]?.annotator ?? null);
      }
    }),
  };
}
