// Keys of the screens, and the dialog that lists them.
import { el, button } from "./element.js";
import { openDialog } from "./dialog.js";

const LETTERS = "macro2micro-single-keys";
const groups = new Set();
const shown = { ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓", " ": "Space" };

document.addEventListener("keydown", event => {
  if (event.defaultPrevented || document.querySelector("dialog[open]")) {
    return;
  }
  const stroke = strokeOf(event);
  if (isLeftTo(event.target, event, stroke)) {
    return;
  }
  for (const group of [...groups].reverse()) {
    const key = group.keys.find(candidate => candidate.strokes.includes(stroke));
    if (key !== undefined) {
      event.preventDefault();
      key.run(event);
      return;
    }
  }
});

/**
 * Binds keys until a screen is left.
 *
 * @param title heading in the dialog
 * @param keys `{strokes: ["Shift+ArrowLeft", "k"], says: "Ten frames back", run}`
 */
export function bindKeys(signal, title, keys) {
  const group = { title, keys };
  groups.add(group);
  signal?.addEventListener("abort", () => groups.delete(group));
}

/** Opens the dialog that lists the keys of this screen. */
export function showKeys() {
  return openDialog("Keyboard", close => [
    [...groups].map(group => el("section", {},
      el("h3", {}, group.title),
      el("dl", { class: "keys" }, group.keys.map(key => el("div", {},
        el("dt", {}, key.strokes.map(stroke => el("kbd", {}, printed(stroke)))),
        el("dd", {}, key.says)))))),
    el("p", {}, "Everything else is reached with Tab and Shift+Tab, and pressed with Enter or Space."),
    el("label", { class: "check" },
      el("input", { type: "checkbox", checked: lettersAreOn(), on: { change: event => localStorage.setItem(LETTERS, event.target.checked ? "on" : "off") } }),
      "Keys of a single character work (turn this off if you speak to your computer)"),
    el("div", { class: "buttons" }, button("Close", () => close(null), { class: "main" })),
  ]);
}

function lettersAreOn() {
  return localStorage.getItem(LETTERS) !== "off";
}

function printed(stroke) {
  return stroke.split("+").map(part => shown[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join("+");
}

function strokeOf(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const control = event.ctrlKey || event.metaKey ? "Ctrl+" : "";
  const shift = event.shiftKey && (control !== "" || event.key.length > 1) ? "Shift+" : "";
  return (event.altKey ? "Alt+" : "") + control + shift + key;
}

/** Tells whether a stroke belongs to the control that has the focus, or is switched off. */
function isLeftTo(target, event, stroke) {
  if (stroke.length === 1 && !lettersAreOn() && stroke !== " ") {
    return true;
  }
  if (!(target instanceof Element)) {
    return false;
  }
  if (target.matches("input[type=range]")) {
    return ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"].includes(stroke);
  }
  if (target.matches("input[type=checkbox], input[type=radio]")) {
    return stroke === " " || stroke.startsWith("Arrow");
  }
  if (target.matches("input, select, textarea")) {
    return true;
  }
  return stroke === " " && target.matches("button, summary, a") || event.key === "Enter";
}
