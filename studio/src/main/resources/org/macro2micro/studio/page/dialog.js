// Dialogs. The browser's own element keeps the focus inside and gives it back.
import { el, fill, button, field, freshId } from "./element.js";

/**
 * Opens a dialog and waits until it is closed.
 *
 * @param title its heading
 * @param content a function from `close(value)` to what stands below the heading
 * @returns what it was closed with, or null by Escape
 */
export function openDialog(title, content) {
  return new Promise(resolve => {
    const id = freshId("dialog");
    let value = null;
    const heading = el("h2", { id, tabIndex: -1 }, title);
    const dialog = el("dialog", { "aria-labelledby": id });
    const close = given => { value = given; dialog.close(); };
    const form = el("form", { method: "dialog", on: { submit: event => { event.preventDefault(); dialog.querySelector("button.main")?.click(); } } });
    fill(form, heading, content(close));
    dialog.append(form);
    dialog.addEventListener("close", () => { dialog.remove(); resolve(value); });
    document.body.append(dialog);
    dialog.showModal();
    (dialog.querySelector("[autofocus]") ?? heading).focus(); // A long dialog begins at its heading.
  });
}

/** Asks before something is lost. */
export async function confirmed(title, text, action) {
  return await openDialog(title, close => [
    el("p", {}, text),
    el("div", { class: "buttons" }, button("Cancel", () => close(false), { autofocus: true }), button(action, () => close(true), { class: "danger main" })),
  ]) === true;
}

/** Asks for a short text, which must match the pattern if there is one. Returns null when it was cancelled. */
export async function askText(title, label, proposal, action, hint = "", pattern = null) {
  const input = el("input", { type: "text", value: proposal, maxLength: 40, pattern, required: true, autocomplete: "off", autofocus: true });
  const given = await openDialog(title, close => [
    hint === "" ? null : el("p", {}, hint),
    field(label, input),
    el("div", { class: "buttons" },
      button("Cancel", () => close(null)),
      button(action, () => input.reportValidity() && close(input.value.trim()), { class: "main" })),
  ]);
  return given === null || given === "" ? null : given;
}
