// How the run goes: how many frames were looked at, and what is missing.
import { el } from "./element.js";
import { say } from "./say.js";
import { count, span } from "./words.js";

const SLOW = 20; // frames a second, of which the shortest movements leave two or three
const SPAN = 3; // seconds over which the frames are counted

/** Returns the notes of a watched run. */
export function liveNotes(run, signal) {
  const facts = el("p", { class: "soft" });
  const slow = el("p", { class: "soft", hidden: true }, "The camera gives few frames a second, and the shortest movements fall between them. More light often makes it faster.");
  const late = el("p", { class: "soft", hidden: true });
  const gap = el("p", { class: "note", hidden: true });
  const limit = el("p", { class: "soft" });
  let counted = []; // {frames, seconds} of the last answers
  let hiddenSince = null;

  run.watch(() => { limit.textContent = ""; }, signal); // It is said of a running camera alone, once it is known.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      hiddenSince = run.get() === null ? null : performance.now();
    } else if (hiddenSince !== null) {
      told(gap, `This page was out of sight for ${span((performance.now() - hiddenSince) / 1000)}. A browser gives no pictures meanwhile, so they are missing.`);
      hiddenSince = null;
    }
  }, { signal });

  return {
    node: el("div", {}, facts, limit, slow, late, gap),
    clear() {
      [slow, late, gap].forEach(note => { note.hidden = true; });
      facts.textContent = "";
    },
    begun({ mostSeconds }) {
      limit.textContent = `The camera stops by itself after ${span(mostSeconds)}.`;
      counted = [];
      facts.textContent = "The service is getting ready …";
    },
    answered({ frames }, { seconds, leftOut }) {
      counted.push({ frames, seconds });
      const since = counted.findIndex(before => seconds - before.seconds <= SPAN);
      counted.splice(0, since);
      const passed = seconds - counted[0].seconds;
      const rate = passed < SPAN / 2 ? null : (frames - counted[0].frames) / passed;
      facts.textContent = `${count(frames, "frame")}${rate === null ? "" : `, ${Math.round(rate)} a second`}.`;
      slow.hidden = rate === null || leftOut > 0 || rate >= SLOW;
      if (leftOut > 0) {
        told(late, `${count(leftOut, "frame was", "frames were")} left out: this machine is too busy.`);
      }
    },
  };
}

/** Shows a note; aloud it is read the first time alone, since its numbers change. */
function told(note, text) {
  if (note.hidden) {
    say(text);
  }
  note.hidden = false;
  note.textContent = text;
}
