// Tables.
import { el } from "./element.js";

/** A table that scrolls on its own where it is too wide. */
export function table(caption, heads, rows) {
  return el("div", { class: "scroll", tabIndex: 0, role: "group", "aria-label": caption },
    el("table", { class: "numbers" },
      el("caption", {}, caption),
      el("thead", {}, el("tr", {}, heads.map(head => el("th", { scope: "col" }, head)))),
      el("tbody", {}, rows.map(([first, ...rest]) => el("tr", {}, el("th", { scope: "row" }, first), rest.map(cell => el("td", {}, cell)))))));
}

/** A table of names with one value each. */
export function pairs(rows) {
  return el("table", { class: "pairs" }, el("tbody", {}, rows.map(([name, value]) =>
    el("tr", {}, el("th", { scope: "row" }, name), el("td", { class: "number" }, value)))));
}
