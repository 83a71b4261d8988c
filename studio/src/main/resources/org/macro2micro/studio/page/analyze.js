// Analyze: films go in, and a list says how far they are.
import { el, fill, button, field } from "./element.js";
import { choice, filesOf } from "./dropped.js";
import { faceChoice } from "./facechoice.js";
import { jobList } from "./joblist.js";
import { presetChoice } from "./preset.js";
import { health } from "./service.js";
import { send, uploads } from "./uploads.js";
import { uploadRow } from "./uploadrow.js";
import { bytes, count, span } from "./words.js";
import { say } from "./say.js";

export async function analyzeScreen({ place, signal }) {
  const [{ limits, retentionSeconds }, preset] = await Promise.all([health(), presetChoice()]);
  const take = ({ taken, leftOut }) => {
    send(taken, { model: preset.model(), ...options.values() }, limits.bytes);
    const words = (taken.length === 0 ? "No film was found." : `${count(taken.length, "file")} added to the queue.`)
      + (leftOut === 0 ? "" : ` ${count(leftOut, "file")} of the folder left out, since the name is not a film's.`);
    taking.textContent = words;
    taking.scrollIntoView({ block: "center" }); // On a telephone the films' progress is further down.
    say(words);
  };
  const options = moreOptions();
  const taking = el("p", { class: "soft" });
  const waiting = el("ul", { class: "cards", "aria-label": "On their way to the service" });
  fill(place,
    el("h1", {}, "Analyze"),
    el("p", { class: "lead" }, "Give a film of a face. You get the moments at which something moved briefly, to look at, correct and take elsewhere."),
    el("div", { class: "intake" },
      dropPlace(take, signal),
      el("div", { class: "presets" }, preset.node, options.node)),
    el("p", { class: "soft" },
      `At most ${bytes(limits.bytes)} and ${span(limits.seconds)} for each film. `
      + `Films, faces and annotations are deleted ${span(retentionSeconds)} after the analysis, or when you delete them.`),
    taking, waiting);
  const rows = new Map();
  uploads.watch(entries => {
    const known = new Set(entries.map(entry => entry.number));
    [...rows.keys()].filter(number => !known.has(number)).forEach(number => { rows.get(number).node.remove(); rows.delete(number); });
    for (const entry of entries) {
      if (!rows.has(entry.number)) {
        rows.set(entry.number, uploadRow(entry));
        waiting.append(rows.get(entry.number).node);
      }
      rows.get(entry.number).update(entry);
    }
    waiting.hidden = entries.length === 0;
  }, signal);
  place.append(...jobList(signal));
}

function dropPlace(take, signal) {
  const files = el("input", { type: "file", multiple: true, hidden: true, id: "files", "aria-label": "Films" });
  const folder = el("input", { type: "file", webkitdirectory: true, hidden: true, id: "folder", "aria-label": "Folder of films" });
  for (const [input, isFolder] of [[files, false], [folder, true]]) {
    input.addEventListener("change", () => {
      take(choice([...input.files], isFolder));
      input.value = "";
    });
  }
  const place = el("div", { class: "drop" },
    el("p", { class: "large" }, "Drop films or a folder here"),
    el("div", { class: "buttons" },
      button("Choose films", () => files.click(), { class: "main" }),
      button("Choose a folder", () => folder.click())),
    files, folder);
  const isOver = event => {
    event.preventDefault();
    place.classList.toggle("over", event.type === "dragover");
  };
  // A film that misses the field would otherwise take the place of the page.
  for (const event of ["dragover", "dragleave"]) {
    window.addEventListener(event, isOver, { signal });
  }
  window.addEventListener("drop", async event => {
    isOver(event);
    take(await filesOf(event.dataTransfer));
  }, { signal });
  return place;
}

function moreOptions() {
  const face = faceChoice();
  const rate = el("input", { type: "number", min: "1", max: "1000", step: "any", placeholder: "as the film says" });
  return {
    node: el("details", {}, el("summary", {}, "More options"),
      face.node,
      field("Frames per second, where the film states them wrongly", rate)),
    values: () => ({ face: face.value() === "largest" ? null : face.value(), rate: rate.validity.valid ? rate.value : null }),
  };
}
