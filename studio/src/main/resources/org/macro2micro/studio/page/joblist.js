// The jobs of the service: one's own, and the gallery's.
import { el, fill } from "./element.js";
import { jobCard } from "./jobcard.js";
import { watchJobs } from "./jobs.js";
import { inWords } from "./problem.js";
import { say } from "./say.js";

/** Returns the sections of the list, kept up to date until the signal ends. */
export function jobList(signal) {
  const own = section("Your films");
  const gallery = section("Examples", "These faces are drawn by a computer, so that there is something to look at.");
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const states = new Map();
  watchJobs(({ jobs, error }) => {
    trouble.hidden = error === null;
    trouble.textContent = error === null ? "" : inWords(error);
    if (jobs === null) {
      return;
    }
    own.show(jobs.filter(job => !job.gallery), signal);
    gallery.show(jobs.filter(job => job.gallery), signal);
    jobs.forEach(job => announce(job, states));
  }, signal);
  return [trouble, own.node, gallery.node];
}

function section(title, text) {
  const list = el("ul", { class: "cards" });
  const node = el("section", { hidden: true }, el("h2", {}, title), text ? el("p", { class: "soft" }, text) : null, list);
  const cards = new Map();
  return {
    node,
    show(jobs, signal) {
      const ids = new Set(jobs.map(job => job.id));
      for (const [id, card] of cards) {
        if (!ids.has(id)) {
          leave(card.node, list);
          cards.delete(id);
        }
      }
      jobs.forEach((job, index) => {
        const card = cards.get(job.id) ?? jobCard(job, signal);
        cards.set(job.id, card);
        if (list.children[index] !== card.node) {
          list.insertBefore(card.node, list.children[index] ?? null);
        }
        card.update(job);
      });
      node.hidden = jobs.length === 0;
      fill(node.querySelector("h2"), title, el("span", { class: "soft" }, ` (${jobs.length})`));
    },
  };
}

/** Takes a card away; the keyboard's place goes to its neighbour. */
function leave(node, list) {
  const neighbour = node.nextElementSibling ?? node.previousElementSibling;
  const hadFocus = node.contains(document.activeElement);
  node.remove();
  if (hadFocus) {
    (neighbour?.querySelector("a, button") ?? list.closest("main")).focus();
  }
}

function announce(job, states) {
  const before = states.get(job.id);
  states.set(job.id, job.state);
  if (before !== undefined && before !== job.state && job.state !== "running") {
    say(`${job.name}: ${job.state === "failed" ? job.problem?.detail ?? "failed" : job.state}`);
  }
}
