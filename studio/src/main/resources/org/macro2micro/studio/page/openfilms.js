// What the Viewer shows before a film is open: a choice of films, or how far the chosen one is.
import { el, fill } from "./element.js";
import { watchJobs } from "./jobs.js";
import { percent } from "./words.js";

/** Lists the films that can be opened. */
export function openFilms(place, signal) {
  const list = el("ul", { class: "cards" });
  const text = el("p", { class: "lead" });
  fill(place, el("h1", {}, "Viewer"), text, list);
  let shown = "";
  watchJobs(({ jobs }) => {
    const done = (jobs ?? []).filter(job => job.state === "done");
    const state = done.map(job => job.id).join(" ");
    text.textContent = jobs === null ? "Looking for films …" : done.length === 0 ? "No film can be opened yet. Analyze one first." : "Choose a film to open.";
    if (state !== shown) {
      shown = state;
      fill(list, done.map(job => el("li", { class: "card" },
        el("div", { class: "card-head" }, el("h2", {}, el("a", { href: `#/viewer/${encodeURIComponent(job.id)}` }, job.name)),
          job.gallery ? el("span", { class: "state" }, "example") : null))));
    }
  }, signal);
}

/** Waits for a film's analysis and then opens it. */
export function stillBusy(place, job, signal) {
  const bar = el("progress", { max: 1, value: job.progress, "aria-label": `Analysing ${job.name}` });
  const text = el("p", { class: "lead", role: "status" }, "This film is still being analysed. It opens here when that is done.");
  fill(place, el("h1", {}, job.name), text, bar, el("p", { class: "soft" }));
  watchJobs(({ jobs }) => {
    const now = jobs?.find(other => other.id === job.id);
    if (now === undefined) {
      return;
    }
    bar.value = now.progress;
    place.lastElementChild.textContent = `${percent(now.progress)}: ${now.phase}`;
    if (now.state !== "queued" && now.state !== "running") {
      window.dispatchEvent(new HashChangeEvent("hashchange"));
    }
  }, signal);
}
