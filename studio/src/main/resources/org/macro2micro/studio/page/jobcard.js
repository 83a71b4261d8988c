// One job: how far it is, what came out in a line, and what can be done with it.
import { el, fill, button } from "./element.js";
import { deleteFilm } from "./deletefilm.js";
import { cancelJob, isGoingOn, resultOf } from "./jobs.js";
import { inWords } from "./problem.js";
import { bytes, count, moment, percent, short } from "./words.js";
import { say } from "./say.js";

const WORDS = { queued: "waiting", running: "being analysed", done: "done", failed: "failed", cancelled: "cancelled" };

/** Returns a card and `update(job)`; `opens` is what the link to the Viewer says before the film's name. */
export function jobCard(first, signal, opens = "Open") {
  const name = el("h3");
  const state = el("span", { class: "state" });
  const actions = el("div", { class: "buttons" });
  const facts = el("p", { class: "soft" });
  const details = el("div");
  const bar = el("progress", { max: 1, "aria-label": `Analysing ${first.name}` });
  const node = el("li", { class: "card", data: { job: first.id } }, el("div", { class: "card-head" }, name, state, actions), facts, bar, details);
  const act = async run => {
    try {
      await run();
    } catch (error) {
      fill(details, el("p", { class: "problem" }, inWords(error)));
      say(inWords(error));
    }
  };
  let shown = null;
  return {
    node,
    update(job) {
      bar.value = job.progress;
      if (isGoingOn(job)) {
        facts.textContent = job.state === "queued" ? "Waits for its turn." : `${percent(job.progress)}: ${job.phase}`;
      }
      if (job.state === shown) {
        return;
      }
      shown = job.state;
      node.dataset.state = job.state;
      state.textContent = WORDS[job.state];
      bar.hidden = !isGoingOn(job);
      fill(name, job.state === "done" ? el("a", { href: `#/viewer/${encodeURIComponent(job.id)}` }, job.name) : job.name);
      const hadFocus = actions.contains(document.activeElement);
      fill(actions, buttons(job, act, opens));
      if (hadFocus) {
        actions.lastElementChild.focus();
      }
      if (!isGoingOn(job)) {
        fill(facts, [bytes(job.bytes), job.deletes === null ? null : `will be deleted on ${moment(job.deletes)}`].filter(Boolean).join(", "));
        outcome(job, details, signal);
      }
    },
  };
}

function buttons(job, act, opens) {
  return [
    job.state === "done" ? el("a", { class: "button main", href: `#/viewer/${encodeURIComponent(job.id)}`, "aria-label": `${opens} ${job.name}` }, opens) : null,
    isGoingOn(job)
      ? button("Cancel", () => act(() => cancelJob(job.id)), { "aria-label": `Cancel ${job.name}` })
      : button("Delete", () => act(() => deleteFilm(job)), { "aria-label": `Delete ${job.name}` }),
  ];
}

async function outcome(job, place, signal) {
  if (job.state === "failed") {
    const problem = job.problem ?? {};
    fill(place, el("p", { class: "problem" }, [problem.title, problem.detail].filter(Boolean).join(": ") || "No reason was given."));
  }
  if (job.state !== "done") {
    return;
  }
  await isSeen(place, signal);
  try {
    const result = await resultOf(job.id);
    fill(place,
      el("ul", { class: "facts" },
        el("li", {}, el("strong", {}, count(result.intervals.length, "movement")), " found"),
        el("li", {}, "a face in ", el("strong", {}, percent(result.faceShare)), " of the frames"),
        el("li", {}, el("strong", {}, short(result.speed)), " frames a second analysed")),
      result.notes.length === 0 ? null : el("ul", { class: "notes" }, result.notes.map(note => el("li", {}, note))));
  } catch (error) {
    fill(place, el("p", { class: "problem" }, inWords(error)));
  }
}

/** Waits until an element is on the screen: a result may be large, and a list long. */
function isSeen(node, signal) {
  return new Promise(resolve => {
    const observer = new IntersectionObserver(entries => {
      if (entries.some(entry => entry.isIntersecting)) {
        observer.disconnect();
        resolve();
      }
    }, { rootMargin: "200px" });
    signal.addEventListener("abort", () => observer.disconnect());
    observer.observe(node.parentElement);
  });
}
