// What moved briefly while the camera ran: a list, newest first, and now and then a sentence for those who can't see it.
import { el } from "./element.js";
import { say } from "./say.js";
import { clock, count, short } from "./words.js";

const MOST = 50;
const QUIET = 4000; // milliseconds between two sentences, so that one is heard to its end

export function liveMarks(signal) {
  const list = el("ul", { class: "marks", "aria-label": "Brief movements, newest first" });
  const none = el("p", { class: "soft" }, "Nothing yet.");
  let untold = [];
  let timer = 0;
  signal.addEventListener("abort", () => clearTimeout(timer));

  function tell() {
    timer = 0;
    if (untold.length > 0) {
      say(untold.length === 1 ? sentence(untold[0]) : `${count(untold.length, "brief movement")}, the last at ${clock(untold.at(-1).apex, 1)}`);
      untold = [];
      timer = setTimeout(tell, QUIET);
    }
  }

  return {
    node: el("div", {}, none, list),
    clear() {
      list.replaceChildren();
      none.hidden = false;
      untold = [];
    },
    add(marks) {
      for (const mark of marks) {
        list.prepend(el("li", {}, sentence(mark), el("span", { class: "soft" }, `, ${short(mark.strength)} times the threshold`)));
        if (list.children.length > MOST) {
          list.lastElementChild.remove();
        }
      }
      none.hidden = list.children.length > 0;
      untold.push(...marks);
      if (timer === 0) {
        tell();
      }
    },
  };
}

function sentence({ onset, apex, offset }) {
  return `Something brief moved at ${unbroken(clock(apex, 1))}, for ${unbroken(clock(offset - onset))}`;
}

/** Keeps a number and its unit on one line. */
function unbroken(text) {
  return text.replace(" ", "\u00a0");
}
