// What is chosen before the camera is started.
import { cameras } from "./camera.js";
import { el, field, fill } from "./element.js";
import { faceChoice } from "./facechoice.js";

export function liveOptions(signal) {
  const record = el("input", { type: "checkbox" });
  const face = faceChoice();
  const select = el("select");
  const choice = field("Camera", select, { class: "field", hidden: true });

  /** Lists the cameras anew; a choice among one is none. */
  async function refresh() {
    const found = await cameras();
    const chosen = select.value;
    fill(select, found.map(({ id, name }) => el("option", { value: id, selected: id === chosen }, name)));
    choice.hidden = found.length < 2;
  }

  navigator.mediaDevices?.addEventListener("devicechange", refresh, { signal });
  refresh();
  return {
    node: el("fieldset", { class: "options" },
      el("legend", {}, "Before you start"),
      el("label", { class: "check" }, record, "Record, to look at it in the Viewer afterwards"),
      face.node, choice),
    refresh,
    camera: () => choice.hidden ? null : select.value,
    wishes: () => ({ record: record.checked, face: face.value() }),
  };
}
