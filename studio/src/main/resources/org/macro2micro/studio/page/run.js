// One run: its table, and for each row the confusion matrix, the loss and the clips it was most wrong about.
import { el, fill } from "./element.js";
import { lossCurve } from "./losscurve.js";
import { matrix } from "./matrix.js";
import { pairs, table } from "./table.js";
import { count, interval, percent, score } from "./words.js";

export function runPage(place, run) {
  fill(place,
    el("p", {}, el("a", { href: "#/runs" }, "All runs")),
    el("h1", {}, run.title ?? run.id),
    el("p", {}, el("a", { class: "button", href: `#/runs/compare?a=${encodeURIComponent(run.id)}` }, "Compare with another run")),
    (run.notes ?? []).length === 0 ? null : el("ul", { class: "notes" }, run.notes.map(note => el("li", {}, note))),
    scores(run.rows),
    run.rows.map(rowSection),
    el("details", {}, el("summary", {}, "How it was made"), provenance(run.provenance ?? {})));
}

function scores(rows) {
  return table("Scores, with intervals that hold the true one in 95 of 100 cases", ["Row", "UF1", "95%", "UAR", "95%"], rows.map(row =>
    [row.row, score(row.uf1), interval(row.uf1Interval), score(row.uar), interval(row.uarInterval)]));
}

function rowSection({ row, confusion, curve, worst }) {
  return el("section", {},
    el("h2", {}, row),
    el("div", { class: "halves" },
      confusion ? matrix(confusion) : null,
      curve ? lossCurve(curve) : null),
    worst && worst.length > 0
      ? table(`${count(worst.length, "clip")} that it was most wrong about`, ["Clip", "Person", "Is", "Was called", "How sure"], worst.map(clip =>
        [clip.clip, clip.subject, clip.truth, clip.predicted, clip.probability === null ? "–" : percent(clip.probability)]))
      : null);
}

function provenance(facts) {
  const text = value => typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
  return pairs(Object.entries(facts).map(([name, value]) => [name, text(value)]));
}
