// Two runs compared: the difference of their scores, its interval and how often chance alone would make one as large.
import { el, fill, field } from "./element.js";
import { get, path, query } from "./api.js";
import { inWords, wasAborted } from "./problem.js";
import { say } from "./say.js";
import { table } from "./table.js";
import { interval, score, short } from "./words.js";

export function comparison(place, runs, parameters, signal) {
  const answer = el("div", { class: "answer" });
  const sides = ["a", "b"].map((name, index) => side(name === "a" ? "First run" : "Second run", runs, parameters.get(name) ?? runs[index]?.id, parameters.get(`row-${name}`), compare));
  fill(place, el("p", {}, el("a", { href: "#/runs" }, "All runs")), el("h1", {}, "Two runs compared"),
    runs.length === 0
      ? el("p", {}, "There are no runs to compare.")
      : el("div", { class: "halves" }, sides.map(other => other.node)),
    answer);
  if (runs.length > 0) {
    compare();
  }

  async function compare() {
    const [a, b] = sides.map(other => other.chosen());
    history.replaceState(null, "", query("#/runs/compare", { a: a.run, b: b.run, "row-a": a.row, "row-b": b.row }));
    fill(answer, el("p", { class: "soft" }, "Comparing …"));
    try {
      const result = await get(query(path("runs", a.run, "compare", b.run), { row: `${a.row}:${b.row}` }), signal);
      fill(answer, el("p", { class: "lead" }, result.text), measures(result));
    } catch (error) {
      if (!wasAborted(error)) {
        fill(answer, el("p", { class: "problem" }, inWords(error)));
      }
    }
    say(answer.firstElementChild?.textContent ?? "");
  }
}

function measures(result) {
  return [
    table("Scores of both", ["Measure", "First", "Second", "Difference", "95%", "p"],
      [["UF1", result.uf1], ["UAR", result.uar]].map(([name, { a, b, difference, interval: pair, p }]) =>
        [name, score(a), score(b), score(difference), interval(pair), short(p)])),
    el("ul", { class: "notes" }, [["UF1", result.uf1], ["UAR", result.uar]].map(([name, measure]) => el("li", {}, inSentence(name, measure)))),
  ];
}

/** Says what a difference means without the words of statistics. */
function inSentence(name, { difference, interval: pair, p }) {
  const size = `${name}: the second is ${difference === 0 ? "as good" : `${difference > 0 ? "higher" : "lower"} by ${score(Math.abs(difference))}`}`;
  const range = pair ? `; between ${score(pair[0])} and ${score(pair[1])} is plausible` : "";
  const chance = p === null || p === undefined ? "." : `. If both were equally good, a difference as large would come about in ${short(p * 100)} of 100 cases, `
    + (p < 0.05 ? "which is rare enough to be taken for a difference by the usual bound of 5." : "which is too often to be taken for a difference by the usual bound of 5.");
  return size + range + chance;
}

function side(title, runs, run, row, changed) {
  const rows = el("select", { on: { change: changed } });
  const choice = el("select", { on: { change: () => { fillRows(); changed(); } } }, runs.map(other =>
    el("option", { value: other.id, selected: other.id === run }, other.title ?? other.id)));
  const fillRows = proposal => fill(rows, (runs.find(other => other.id === choice.value)?.rows ?? []).map(name =>
    el("option", { value: name, selected: name === proposal }, name)));
  fillRows(row);
  return { node: el("div", {}, field(title, choice), field("Row", rows)), chosen: () => ({ run: choice.value, row: rows.value }) };
}
