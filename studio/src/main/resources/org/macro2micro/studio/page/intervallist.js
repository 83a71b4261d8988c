// A list of intervals to choose from.
import { el, fill } from "./element.js";
import { clock, span } from "./words.js";

/** Fills a list with a button for each interval; the chosen one is marked. */
export function fillIntervals(list, intervals, time, selectedId, choose) {
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.id : null;
  fill(list, intervals.map((interval, index) => el("li", {},
    el("button", {
      type: "button", class: "interval", data: { id: interval.id }, "aria-pressed": String(interval.id === selectedId),
      on: { click: () => choose(interval) },
    },
    el("span", { class: "number" }, `${index + 1}`),
    el("span", {}, `${clock(time.at(interval.onset))} to ${clock(time.at(interval.offset))}`),
    el("span", { class: "soft" }, interval.label ?? interval.kind ?? "")))));
  if (focused !== null) {
    list.querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus();
  }
}

/** Says where an interval lies and how long it lasts. */
export function inWordsOf({ onset, apex, offset }, time) {
  const seconds = time.at(offset) - time.at(onset);
  const middle = apex === null ? "" : `, is strongest at frame ${apex}`;
  return `It begins at frame ${onset} (${clock(time.at(onset))})${middle} and ends at frame ${offset} (${clock(time.at(offset))}). `
    + `It lasts ${seconds < 1 ? `${seconds.toFixed(2)} seconds` : span(seconds)}.`;
}
