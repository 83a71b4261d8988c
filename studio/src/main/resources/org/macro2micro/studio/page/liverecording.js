// Films that were recorded with the camera: how far their analysis is, and the way to the Viewer.
import { el } from "./element.js";
import { jobCard } from "./jobcard.js";
import { watchJobs } from "./jobs.js";

/** Returns a list that is hidden while it is empty, and `add(job)`. */
export function liveRecordings(signal) {
  const list = el("ul", { class: "cards" });
  const node = el("section", { hidden: true }, el("h2", {}, "Recorded"), list);
  const cards = new Map();
  let isWatching = false;

  function update(jobs) {
    for (const [id, card] of cards) {
      const job = jobs.find(other => other.id === id);
      if (job !== undefined) {
        card.isListed = true;
        card.update(job);
      } else if (card.isListed) {
        remove(id, card);
      }
    }
  }

  function remove(id, card) {
    const hadFocus = card.node.contains(document.activeElement);
    card.node.remove();
    cards.delete(id);
    node.hidden = cards.size === 0;
    if (hadFocus) {
      node.closest("main").focus();
    }
  }

  return {
    node,
    add(job) {
      if (!isWatching) {
        isWatching = true;
        watchJobs(({ jobs }) => jobs !== null && update(jobs), signal);
      }
      const card = { ...jobCard(job, signal, "Open in the Viewer"), isListed: false };
      cards.set(job.id, card);
      list.prepend(card.node);
      node.hidden = false;
      card.update(job);
    },
  };
}
