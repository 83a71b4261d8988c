// Whether a face is followed, as a line that is also read aloud when it changes.
import { el } from "./element.js";

const STEADY = 1000; // milliseconds that a change must last: a face that is lost for a blink is not worth words

export function faceLine() {
  const node = el("p", { role: "status", class: "face-line" });
  let differsSince = null;
  return {
    node,
    clear(text = "") {
      node.textContent = text;
      delete node.dataset.seen;
      differsSince = null;
    },
    hear(face) {
      const seen = String(face !== null);
      const now = performance.now();
      if (node.dataset.seen === seen) {
        differsSince = null;
        return;
      }
      differsSince ??= now;
      if (node.dataset.seen === undefined && face !== null || now - differsSince >= STEADY) {
        node.dataset.seen = seen;
        node.textContent = face === null ? "No face is seen: turn to the camera, and see that there is light." : "A face is followed.";
        differsSince = null;
      }
    },
  };
}
