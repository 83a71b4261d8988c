// What the camera sees, as in a mirror, with the outline of the face that is followed.
import { el } from "./element.js";

const LINES = [["--outline-back", 6], ["--outline", 3]]; // pixels of the screen; the dark one keeps the light one visible on any picture

export function cameraPicture() {
  const video = el("video", { muted: true, autoplay: true, playsInline: true, "aria-label": "What the camera sees, as in a mirror" });
  const canvas = el("canvas", { "aria-hidden": "true" });
  const off = el("p", { class: "off" }, "The camera is off.");
  const recording = el("p", { class: "recording", hidden: true }, "Recording");

  function outline({ x, y, width }) {
    const pen = canvas.getContext("2d");
    const css = getComputedStyle(document.documentElement);
    const scale = canvas.width / Math.max(canvas.clientWidth, 1);
    pen.beginPath();
    pen.roundRect(x - width / 2, y - width / 2, width, width, width / 6);
    for (const [colour, wide] of LINES) {
      pen.strokeStyle = css.getPropertyValue(colour).trim();
      pen.lineWidth = wide * scale;
      pen.stroke();
    }
  }

  return {
    node: el("div", { class: "camera" }, video, canvas, off, recording),
    video,
    /** Says whether the camera is on, and whether what it sees is kept. */
    show(isOn, isRecording) {
      off.hidden = isOn;
      recording.hidden = !isRecording;
      canvas.width = canvas.width; // Empties it.
    },
    /** Draws where the face is in frames of a size; null if there is none. */
    follow(face, { width, height }) {
      canvas.width = width;
      canvas.height = height;
      if (face !== null) {
        outline(face);
      }
    },
  };
}
