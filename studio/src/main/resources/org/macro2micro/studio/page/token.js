// A service that is reached over a network asks for a token; it stays in this tab alone.
import { el, field, button } from "./element.js";
import { openDialog } from "./dialog.js";

const KEY = "macro2micro-token";
let asking = null;

/** The header that shows the token, if there is one. */
export function authorization() {
  const token = sessionStorage.getItem(KEY);
  return token === null ? {} : { Authorization: `Bearer ${token}` };
}

/** Asks for the token, once for all requests that wait for it. Returns false when nothing was given. */
export function askToken() {
  asking ??= ask().finally(() => { asking = null; });
  return asking;
}

async function ask() {
  const input = el("input", { type: "password", autocomplete: "off", required: true, autofocus: true });
  const given = await openDialog("Token", close => [
    el("p", {}, "This service asks for the token that was printed or set when it was started."),
    field("Token", input),
    el("div", { class: "buttons" }, button("Cancel", () => close(null)), button("Use it", () => close(input.value.trim()), { class: "main" })),
  ]);
  if (!given) {
    return false;
  }
  sessionStorage.setItem(KEY, given);
  return true;
}
