// What was found: each interval with its pictures, its strength and, where a model was used, its scores in words.
import { el, fill, button } from "./element.js";
import { blob } from "./api.js";
import { fillIntervals, inWordsOf } from "./intervallist.js";
import { percent, short } from "./words.js";

const PICTURES = [
  ["onset", "Before: the face at the onset"],
  ["apex", "Strongest: the face at the apex"],
  ["movement", "Movement from onset to apex"],
  ["heat", "What the decision rests on"],
];

export function foundPanel({ result, time, film, selected, select, correct, signal }) {
  const list = el("ul", { class: "intervals", "aria-label": "Movements that were found" });
  const detail = el("div", { class: "detail" });
  const addresses = [];
  signal.addEventListener("abort", () => addresses.forEach(address => URL.revokeObjectURL(address)));
  let shown = null;
  selected.watch(choice => {
    const id = choice?.layer === "found" ? choice.id : null;
    fillIntervals(list, result.intervals, time, id, interval => select("found", interval));
    const interval = result.intervals.find(other => other.id === id) ?? null;
    if (interval !== shown || interval === null) {
      shown = interval;
      fill(detail, interval === null ? hint(result) : about(interval));
    }
  }, signal);

  function about(interval) {
    return [
      el("p", {}, inWordsOf(interval, time)),
      el("p", {}, `At its strongest the movement is ${short(interval.strength)} times the threshold.`),
      interval.scores ? scores(interval) : null,
      el("div", { class: "buttons" },
        button("Loop", () => film.setLoop(interval), { class: "main" }),
        button("Go to apex", () => film.step(interval.apex - film.frame.get())),
        button("Correct this one", () => correct([interval]))),
      el("div", { class: "pictures" }, PICTURES.filter(([name]) => interval.pictures?.[name]).map(([name, title]) =>
        picture(interval.pictures[name], name, title, interval))),
    ];
  }

  function picture(address, name, title, interval) {
    const frame = { onset: interval.onset, apex: interval.apex }[name];
    const isHeat = name === "heat";
    const text = frame === undefined ? title : `${title}, frame ${frame}`;
    const told = isHeat ? `${title}. ${interval.pictures.heatText}` : text;
    const image = el("img", { alt: isHeat ? "The face at the apex, coloured where the decision rests" : text, width: 160, height: 160 });
    blob(address, signal).then(file => {
      image.src = URL.createObjectURL(file);
      addresses.push(image.src);
    }, () => { image.alt = `${text}: the picture can't be shown`; });
    return el("figure", isHeat ? { class: "wide" } : {}, image, el("figcaption", {}, told));
  }

  return el("div", { class: "panel" }, list, detail,
    result.intervals.length === 0 ? null : el("div", { class: "buttons" }, button("Correct all of them", () => correct(result.intervals))));
}

function hint(result) {
  return el("p", { class: "soft" }, result.intervals.length === 0
    ? "Nothing moved briefly enough and strongly enough to be found. You can still mark intervals yourself under “Correct”."
    : "Choose a movement to see the face before and at its strongest.");
}

function scores({ label, scores: all, uncertainty }) {
  const order = Object.entries(all).sort((a, b) => b[1] - a[1]);
  return el("div", { class: "scores" },
    el("p", {}, "The model's hint: ", el("strong", {}, label ?? order[0][0]), ". ", uncertainty ? `${uncertainty}.` : null),
    el("ul", {}, order.map(([name, share]) => el("li", {},
      el("span", {}, name), el("span", { class: "bar", "aria-hidden": "true" }, el("span", { style: { width: `${share * 100}%` } })),
      el("span", { class: "number" }, percent(share))))));
}
