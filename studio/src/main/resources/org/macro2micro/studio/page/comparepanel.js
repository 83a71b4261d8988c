// Compare: two layers with each other, or one with a file that holds the truth.
import { el, fill, button, field } from "./element.js";
import { get, path, post, query } from "./api.js";
import { inWords, wasAborted } from "./problem.js";
import { say } from "./say.js";
import { pairs } from "./table.js";
import { count, percent, score } from "./words.js";

export function comparePanel({ id, saving, signal }) {
  const [a, b, own] = [el("select"), el("select"), el("select")];
  const agreement = el("div", { class: "answer" });
  const truth = el("input", { type: "file" });
  const scored = el("div", { class: "answer" });
  [a, b, own].forEach(select => select.addEventListener("change", () => { select.dataset.isChosen = ""; }));
  saving.layers.watch(layers => {
    const names = ["found", ...layers.map(layer => layer.annotator)];
    fillNames(a, names, "found");
    fillNames(b, names, names[1] ?? "found");
    fillNames(own, names, names[1] ?? "found");
  }, signal);

  const agree = () => shown(agreement, async () => {
    await saving.flush();
    const { matched, onlyA, onlyB, f1, iouMean, labelKappa, text } = await get(query(path("jobs", id, "agreement"), { a: a.value, b: b.value }), signal);
    return [el("p", {}, text), pairs([
      ["In both", count(matched, "interval")], [`Only in ${titleOf(a.value)}`, onlyA], [`Only in ${titleOf(b.value)}`, onlyB],
      ["F1 of the intervals", score(f1)], ["Mean overlap (IoU)", iouMean === null ? "–" : percent(iouMean)],
      ["Kappa of the labels", labelKappa === null ? "–" : score(labelKappa)],
    ])];
  });
  const measure = () => shown(scored, async () => {
    if (truth.files.length === 0) {
      return el("p", { class: "problem" }, "Choose a file first: a CSV table, or a file of BORIS, ELAN, Praat, WebVTT, BIDS or Label Studio.");
    }
    await saving.flush();
    const file = truth.files[0];
    const answer = await post(query(path("jobs", id, "score"), { layer: own.value, name: file.name }), new Blob([file]), { signal });
    return [el("p", {}, `${count(answer.truePositives, "interval")} right, ${answer.falsePositives} wrong, ${answer.falseNegatives} missed.`), pairs([
      ["Precision (right among the marked)", score(answer.precision)], ["Recall (found among the true)", score(answer.recall)], ["F1", score(answer.f1)],
    ])];
  });
  return el("div", { class: "panel" },
    el("h3", {}, "Two layers"),
    el("div", { class: "row" }, field("First", a, { class: "field grow" }), field("Second", b, { class: "field grow" })),
    el("div", { class: "buttons" }, button("Compare", agree, { class: "main" })), agreement,
    el("h3", {}, "Against the truth"),
    field("File with the true intervals", truth), field("Layer", own),
    el("div", { class: "buttons" }, button("Score", measure, { class: "main" })), scored);
}

/** The name of a layer as people read it. */
function titleOf(layer) {
  return layer === "found" ? "what was found" : layer;
}

/** Fills a choice of layers; what a person chose stays. */
export function fillNames(select, names, proposal) {
  const chosen = "isChosen" in select.dataset && names.includes(select.value) ? select.value : proposal;
  fill(select, names.map(value => el("option", { value, selected: value === chosen }, titleOf(value))));
}

async function shown(place, run) {
  fill(place, el("p", { class: "soft" }, "…"));
  try {
    fill(place, await run());
  } catch (error) {
    if (!wasAborted(error)) {
      fill(place, el("p", { class: "problem" }, inWords(error)));
    }
  }
  say(place.textContent);
}
