// A confusion matrix as a table: darker where there are more clips of a class.
import { el } from "./element.js";

export function matrix({ labels, counts }) {
  return el("div", { class: "scroll", tabIndex: 0, role: "group", "aria-label": "Confusion matrix" },
    el("table", { class: "matrix" },
      el("caption", {}, "Confusion matrix: what each clip is (rows) and was called (columns)"),
      el("thead", {}, el("tr", {}, el("td", {}), labels.map(label => el("th", { scope: "col" }, label)))),
      el("tbody", {}, counts.map((row, truth) => {
        const total = row.reduce((sum, number) => sum + number, 0) || 1;
        return el("tr", {}, el("th", { scope: "row" }, labels[truth]), row.map((number, called) =>
          el("td", { class: truth === called ? "right" : "wrong", style: { "--share": String(number / total) } }, number)));
      }))));
}
