// The choice of a model, here called a preset.
import { el, freshId } from "./element.js";
import { health, models } from "./service.js";

/** Returns the choice and `model()`, which tells the chosen one's id. */
export async function presetChoice() {
  const [{ purpose }, all] = await Promise.all([health(), models()]);
  const name = freshId("preset");
  const choices = all.map((model, index) => el("label", { class: "choice" },
    el("input", { type: "radio", name, value: model.id, checked: index === 0 }),
    el("span", {}, el("strong", {}, model.kind === "movement" ? "Movement only" : model.name),
      el("span", { class: "soft" }, model.kind === "movement"
        ? "Finds brief movements. No expression and no emotion is named."
        : `Also names them, by a hint: ${model.labels.join(", ")}.`))));
  const node = el("fieldset", {},
    el("legend", {}, "What to look for"),
    choices,
    el("p", { class: "soft" }, purpose === null
      ? "No expression is named here, since the service was started without a purpose (serve MODEL --purpose TEXT)."
      : `Stated purpose: ${purpose}`),
    all.filter(model => model.card).map(model => el("details", {},
      el("summary", {}, `Model card of ${model.name}`), el("pre", { class: "card-text", tabIndex: 0, "aria-label": `Model card of ${model.name}` }, model.card))));
  return { node, model: () => node.querySelector("input:checked").value };
}
