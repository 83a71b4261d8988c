// Live: the camera's picture is looked at while it is taken, and recorded only if that is wished.
import { el, fill, button } from "./element.js";
import { cameraPicture } from "./camerapicture.js";
import { faceLine } from "./faceline.js";
import { liveCurve } from "./livecurve.js";
import { liveMarks } from "./livemarks.js";
import { liveNotes } from "./livenotes.js";
import { liveOptions } from "./liveoptions.js";
import { liveRecordings } from "./liverecording.js";
import { liveRun } from "./liverun.js";
import { inWords } from "./problem.js";
import { health } from "./service.js";
import { watched } from "./watched.js";

export async function liveScreen({ place, signal }) {
  const { loopback } = await health();
  const options = liveOptions(signal);
  const picture = cameraPicture();
  const face = faceLine();
  const curve = liveCurve(signal);
  const marks = liveMarks(signal);
  const run = watched(null);
  const notes = liveNotes(run, signal);
  const recordings = liveRecordings(signal);
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const toggle = button("", () => run.get() === null ? start() : run.get().stop(), { class: "main" });
  const moved = el("section", { class: "moved", "aria-label": "Movement", hidden: true },
    el("h2", {}, "The last seconds"), curve.node,
    el("p", { class: "soft" }, "Where the curve rises above the dashed line, something moved briefly. The place is shaded a moment later, when it is sure."),
    el("h2", {}, "What moved"), marks.node);

  async function start() {
    trouble.hidden = true;
    notes.clear();
    face.clear("Waiting for the camera …");
    const wishes = options.wishes();
    const mine = liveRun(picture.video, options.camera(), wishes, {
      begun(session) {
        [curve, marks].forEach(part => part.clear());
        moved.hidden = false;
        picture.show(true, session.record);
        face.clear("Looking for a face …");
        notes.begun(session);
        options.refresh();
      },
      answered(answer, frames) {
        picture.follow(answer.face, frames);
        face.hear(answer.face);
        curve.add(answer.curve, answer.marks);
        marks.add(answer.marks);
        notes.answered(answer, frames);
      },
    });
    run.set(mine);
    const { error, job } = await mine.outcome;
    run.set(null);
    picture.show(false, false);
    face.clear();
    if (error !== null) {
      trouble.hidden = false;
      trouble.textContent = inWords(error);
    }
    if (job !== null) {
      recordings.add(job);
    }
  }

  run.watch(now => {
    toggle.textContent = now === null ? "Start the camera" : "Stop";
    options.node.hidden = now !== null;
  }, signal);
  const leave = () => run.get()?.leave();
  signal.addEventListener("abort", leave);
  window.addEventListener("pagehide", leave, { signal });

  fill(place,
    el("h1", {}, "Live"),
    el("p", { class: "lead" }, "Look into the camera, and see at once where something moved briefly."),
    el("p", { class: "note" },
      `The camera's pictures go to the service ${loopback ? "on this computer" : `at ${location.host}`} alone. `
      + "Nothing of them is kept unless you choose to record. Whoever is in the picture must know of it."),
    el("div", { class: "live" },
      options.node,
      el("div", { class: "seen" }, picture.node, face.node, trouble, el("div", { class: "buttons" }, toggle), notes.node),
      moved),
    recordings.node);
}
