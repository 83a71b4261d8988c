// The choice among several faces of a picture.
import { el, field } from "./element.js";

const FACES = [["largest", "the largest"], ["left", "the left one"], ["right", "the right one"]];

/** Returns the choice and `value()`, which tells the chosen one as the service calls it. */
export function faceChoice() {
  const select = el("select", {}, FACES.map(([value, text]) => el("option", { value }, text)));
  return { node: field("Which face, where there are several", select), value: () => select.value };
}
