// A service that is reached over a network asks for a token; it stays in this tab alone.
import { el, field, button } from "./element.js";
import { openDialog } from "./dialog.js";

const KEY = "macro2micro-token";
let asking = null;
let isDeclined = false;

/** The token that was given in this tab, or null. */
export function token() {
  return sessionStorage.getItem(KEY);
}

/**
 * Asks for another token than the one that was refused, once for all requests that wait for it. Returns false when it was not given;
 * whoever declines is not asked again before the page is loaded anew.
 */
export async function otherToken(refused) {
  if (token() !== refused) {
    return true; // It was given while the refused request was on its way.
  }
  if (isDeclined) {
    return false;
  }
  asking ??= ask(refused).finally(() => { asking = null; });
  return asking;
}

async function ask(refused) {
  const input = el("input", { type: "password", autocomplete: "off", required: true, autofocus: true });
  const given = await openDialog("Token", close => [
    refused === null ? null : el("p", { class: "problem" }, "The service does not accept the token that was given."),
    el("p", {}, "This service asks for the token that was printed or set when it was started."),
    field("Token", input),
    el("div", { class: "buttons" }, button("Cancel", () => close(null)), button("Use it", () => input.reportValidity() && close(input.value.trim()), { class: "main" })),
  ]);
  if (!given) {
    isDeclined = true;
    return false;
  }
  sessionStorage.setItem(KEY, given);
  return true;
}
