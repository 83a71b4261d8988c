// Correct: an annotator's own layer, and the interval that is chosen in it.
import { el, fill, button, field, freshId } from "./element.js";
import { fillIntervals, inWordsOf } from "./intervallist.js";

const PARTS = [["onset", "Onset (first frame)"], ["apex", "Apex (strongest)"], ["offset", "Offset (last frame)"]];

export function editPanel(viewer) {
  const { time, film, saving, selected, editing, select, edit, correct, result, signal } = viewer;
  const choice = el("select", { on: { change: () => edit.choose(choice.value === "" ? null : choice.value) } });
  const state = el("span", { class: "state", role: "status", data: { word: "saved" } });
  const retry = button("Try again", () => saving.flush(), { hidden: true });
  const list = el("ul", { class: "intervals", "aria-label": "Intervals of this layer" });
  const form = intervalForm(viewer);
  const tools = el("div", {},
    el("div", { class: "buttons" },
      button("Undo", edit.undo), button("Redo", edit.redo),
      button("Delete layer", edit.dropLayer)),
    el("div", { class: "buttons" },
      button("New interval at this frame", () => edit.add(film.frame.get()), { class: "main" }),
      result.intervals.length === 0 ? null : button("Copy what was found", () => correct(result.intervals))),
    list, form.node);
  const begin = el("p", { class: "soft" }, "Make a layer of your own to correct what was found, or to mark what was missed. Each change is saved at once.");

  function show() {
    const annotator = editing.get();
    fill(choice, annotator === null ? el("option", { value: "" }, "no layer yet") : null,
      saving.layers.get().map(({ annotator: name }) => el("option", { value: name, selected: name === annotator }, name)));
    choice.disabled = saving.layers.get().length === 0;
    tools.hidden = annotator === null;
    begin.hidden = annotator !== null;
    const intervals = annotator === null ? [] : saving.layer(annotator)?.intervals ?? [];
    const id = selected.get()?.layer === annotator ? selected.get().id : null;
    fillIntervals(list, intervals, time, id, interval => select(annotator, interval));
    form.show(intervals.find(interval => interval.id === id) ?? null);
  }

  saving.layers.watch(show, signal);
  editing.watch(show, signal);
  selected.watch(show, signal);
  saving.state.watch(({ word, text }) => {
    state.textContent = text;
    state.dataset.word = word;
    retry.hidden = word !== "unsaved";
  }, signal);
  return el("div", { class: "panel" },
    el("div", { class: "row" }, field("Layer", choice, { class: "field grow" }), button("New layer", edit.newLayer)),
    el("p", { class: "row" }, state, retry), begin, tools);
}

/** The fields of one interval. They are made once for each interval, so that typing keeps its place. */
function intervalForm({ time, film, edit, result, saving, model }) {
  const node = el("div", { class: "detail" });
  let shown = null;
  let refresh = () => {};

  function make(interval) {
    const numbers = Object.fromEntries(PARTS.map(([part]) => [part, el("input", {
      type: "number", min: 0, max: time.frames - 1, class: "narrow",
      on: { change: event => edit.place(part, event.target.value === "" ? null : Math.round(Number(event.target.value))) },
    })]));
    const kinds = freshId("kind");
    const kind = [["micro", "Micro"], ["macro", "Macro"]].map(([value, text]) => el("label", { class: "check" },
      el("input", { type: "radio", name: kinds, value, on: { change: () => edit.change({ kind: value }) } }), text));
    const names = freshId("names");
    const label = el("input", { type: "text", maxLength: 60, list: names, autocomplete: "off", id: freshId("label"), on: { change: event => edit.change({ label: event.target.value.trim() || null }) } });
    label.dataset.role = "label";
    const comment = el("input", { type: "text", maxLength: 500, autocomplete: "off", on: { change: event => edit.change({ comment: event.target.value }) } });
    const words = el("p", {});
    refresh = now => {
      words.textContent = inWordsOf(now, time);
      PARTS.forEach(([part]) => set(numbers[part], now[part] ?? ""));
      node.querySelectorAll("input[type=radio]").forEach(radio => { radio.checked = radio.value === now.kind; });
      set(label, now.label ?? "");
      set(comment, now.comment ?? "");
    };
    fill(node, el("h3", {}, "This interval"), words,
      PARTS.map(([part, title]) => el("div", { class: "row" },
        field(title, numbers[part], { class: "field grow inline" }),
        button("This frame", () => edit.place(part, film.frame.get()), { "aria-label": `Set ${part} to this frame` }),
        button("Go", () => film.step((edit.current()?.[part] ?? film.frame.get()) - film.frame.get()), { "aria-label": `Go to ${part}` }))),
      el("fieldset", { class: "row plain" }, el("legend", {}, "Kind"), kind),
      field("Label", label), el("datalist", { id: names }, labels(result, model, saving).map(value => el("option", { value }))),
      field("Comment", comment),
      el("div", { class: "buttons" }, button("Loop", () => film.setLoop(edit.current())), button("Delete interval", edit.remove, { class: "danger" })));
    refresh(interval);
  }

  return {
    node,
    show(interval) {
      if (interval === null) {
        fill(node);
        shown = null;
      } else if (shown !== interval.id) {
        shown = interval.id;
        make(interval);
      } else {
        refresh(interval);
      }
    },
  };
}

/** Labels to propose: the model's, and those that were given before. */
export function labels(result, model, saving) {
  const used = saving.layers.get().flatMap(layer => layer.intervals.map(interval => interval.label));
  const found = result.intervals.map(interval => interval.label);
  return [...new Set([...(model?.labels ?? []), ...found, ...used])].filter(Boolean);
}

function set(input, value) {
  if (document.activeElement !== input || input.type === "number") {
    input.value = value;
  }
}
