// One file on its way to the service.
import { el, button, fill } from "./element.js";
import { again, forget } from "./uploads.js";
import { bytes } from "./words.js";
import { say } from "./say.js";

const STATES = { waiting: "Waiting", sending: "Being sent", full: "The service's queue is full. It is tried again in a moment.", problem: "" };

/** Returns a row and `update(entry)`. */
export function uploadRow({ number, name, size }) {
  const state = el("p", { class: "soft" });
  const bar = el("progress", { max: 1, value: 0, "aria-label": `Sending ${name}` });
  const actions = el("div", { class: "buttons" });
  const node = el("li", { class: "card" },
    el("div", { class: "card-head" }, el("h3", {}, name), el("span", { class: "soft" }, bytes(size)), actions), state, bar);
  let shown = null;
  return {
    node,
    update(entry) {
      bar.value = entry.share;
      if (entry.state === shown) {
        return;
      }
      shown = entry.state;
      bar.hidden = entry.state === "problem";
      state.textContent = entry.problem ?? STATES[entry.state];
      state.className = entry.state === "problem" ? "problem" : "soft";
      const hadFocus = actions.contains(document.activeElement);
      fill(actions, entry.state === "problem" && entry.share > 0 ? button("Try again", () => again(number)) : null,
        button(entry.state === "problem" ? "Remove" : "Cancel", () => forget(number), { "aria-label": `${entry.state === "problem" ? "Remove" : "Cancel"} ${name}` }));
      if (hadFocus) {
        actions.lastElementChild.focus();
      }
      if (entry.state === "problem") {
        say(`${name}: ${entry.problem}`);
      }
    },
  };
}
