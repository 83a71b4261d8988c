// Export: a layer as the file of a tool for annotation.
import { el, fill, button, field } from "./element.js";
import { download, path, query } from "./api.js";
import { fillNames } from "./comparepanel.js";
import { formats } from "./service.js";
import { inWords } from "./problem.js";
import { say } from "./say.js";

export function exportPanel({ id, result, saving, editing, signal }) {
  const layer = el("select");
  const format = el("select");
  layer.addEventListener("change", () => { layer.dataset.isChosen = ""; });
  const answer = el("p");
  formats().then(all => fill(format, all.map(({ word, title }) => el("option", { value: word }, title ?? word))),
    error => { answer.textContent = inWords(error); });
  const names = () => ["found", ...saving.layers.get().map(other => other.annotator)];
  const show = () => fillNames(layer, names(), editing.get() ?? "found");
  saving.layers.watch(show, signal);
  editing.watch(show, signal);
  const save = async () => {
    try {
      await saving.flush();
      const name = await download(query(path("jobs", id, "export"), { format: format.value, layer: layer.value }), `${result.name}.${format.value}`);
      answer.className = "soft";
      answer.textContent = `${name} is in your downloads.`;
    } catch (error) {
      answer.className = "problem";
      answer.textContent = inWords(error);
    }
    say(answer.textContent);
  };
  return el("div", { class: "panel" },
    el("p", { class: "soft" }, "Take the intervals to the tool that you annotate with."),
    field("Layer", layer), field("Format", format),
    el("div", { class: "buttons" }, button("Download", save, { class: "main" })), answer);
}
