// One page with four screens; the part of the address after # says which.
import { analyzeScreen } from "./analyze.js";
import { liveScreen } from "./live.js";
import { viewerScreen } from "./viewer.js";
import { runsScreen } from "./runs.js";
import { el, fill, button } from "./element.js";
import { bindKeys, showKeys } from "./keys.js";
import { inWords, wasAborted } from "./problem.js";
import { say } from "./say.js";
import { health } from "./service.js";

const SCREENS = { analyze: analyzeScreen, live: liveScreen, viewer: viewerScreen, runs: runsScreen };
const main = document.getElementById("main");
let leaving = new AbortController();
let isFirst = true;

document.getElementById("keys").addEventListener("click", showKeys);
document.getElementById("skip").addEventListener("click", event => {
  event.preventDefault(); // The address after # is the screen's.
  main.focus();
});
bindKeys(null, "Everywhere", [{ strokes: ["?"], says: "This list", run: showKeys }]);
window.addEventListener("hashchange", open);
open();

async function open() {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const [address, parameters = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const [name, ...rest] = address.split("/").map(decodeURIComponent);
  const screen = SCREENS[name] ?? analyzeScreen;
  mark(SCREENS[name] === undefined ? "analyze" : name);
  const place = el("div", { class: "screen" });
  fill(main, place);
  try {
    await screen({ place, signal, parts: rest, parameters: new URLSearchParams(parameters) });
  } catch (error) {
    if (signal.aborted || wasAborted(error)) {
      return;
    }
    fill(place, el("h1", {}, "This did not work"), el("p", { class: "problem", role: "alert" }, inWords(error)), button("Try again", open));
  }
  if (!signal.aborted) {
    arrive(place);
  }
}

function mark(name) {
  document.querySelectorAll("#screens a").forEach(link => {
    if (link.hash === `#/${name}`) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  });
}

/** Says which screen this is, and leads the keyboard to it, but for the first one. */
function arrive(place) {
  const heading = place.querySelector("h1");
  document.title = `${heading?.textContent ?? ""} – macro2micro studio`;
  if (!isFirst && heading !== null) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    say(heading.textContent);
  }
  isFirst = false;
  showPurpose();
}

/** Says at the foot of every screen what expressions are named for, if they are. */
async function showPurpose() {
  const { purpose } = await health().catch(() => ({ purpose: null }));
  const place = document.getElementById("purpose");
  place.hidden = purpose === null;
  place.textContent = `Stated purpose of this service: ${purpose}`;
}
