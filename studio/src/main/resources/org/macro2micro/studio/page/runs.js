// Runs: the experiments of a folder, one of them, or two compared.
import { el, fill } from "./element.js";
import { get, path } from "./api.js";
import { comparison } from "./comparison.js";
import { runPage } from "./run.js";
import { moment, score } from "./words.js";

export async function runsScreen({ place, signal, parts, parameters }) {
  const { runs } = await get(path("runs"), signal).catch(error => {
    if (error.status === 404) {
      return { runs: [] };
    }
    throw error;
  });
  if (parts[0] === "compare") {
    return comparison(place, runs, parameters, signal);
  }
  return parts[0] === undefined ? list(place, runs) : runPage(place, await get(path("runs", parts[0]), signal));
}

function list(place, runs) {
  fill(place, el("h1", {}, "Runs"),
    runs.length === 0
      ? [el("p", { class: "lead" }, "There are no experiments to show."),
        el("p", {}, "Start the service with the folder in which ", el("code", {}, "macro2micro run"), " leaves its runs: ", el("code", {}, "serve --runs FOLDER"), ".")]
      : [el("p", { class: "lead" }, "Experiments, each with its scores on people whom the model had not seen."),
        runs.length > 1 ? el("p", {}, el("a", { class: "button", href: "#/runs/compare" }, "Compare two runs")) : null,
        el("ul", { class: "cards" }, runs.map(card))]);
}

function card(run) {
  const scores = Object.entries(run.uf1 ?? {});
  return el("li", { class: "card" },
    el("div", { class: "card-head" }, el("h2", {}, el("a", { href: `#/runs/${encodeURIComponent(run.id)}` }, run.title ?? run.id)),
      run.created ? el("span", { class: "soft" }, moment(run.created)) : null),
    el("p", { class: "soft" }, [`${run.clips} clips`, `${run.folds} folds`, run.title ? run.id : null].filter(Boolean).join(" · ")),
    scores.length === 0 ? null : el("ul", { class: "facts" }, scores.map(([row, value]) => el("li", {}, `${row}: UF1 `, el("strong", {}, score(value))))));
}
