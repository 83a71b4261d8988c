// Live: the camera's picture with the face's outline, and the curve of the last seconds.
import { el, fill, button } from "./element.js";
import { cameraProblem, hasCameras, openCamera } from "./camera.js";
import { startSession } from "./livesession.js";
import { presetChoice } from "./preset.js";
import { health } from "./service.js";
import { drawRolling, SECONDS } from "./rolling.js";
import { look } from "./jobs.js";
import { inWords, Problem } from "./problem.js";
import { clock } from "./words.js";
import { say } from "./say.js";

export async function liveScreen({ place, signal }) {
  const [preset, { loopback }] = await Promise.all([presetChoice(), health()]);
  const video = el("video", { muted: true, playsInline: true, "aria-label": "The camera's picture" });
  const overlay = el("canvas", { "aria-hidden": "true" });
  const curve = el("canvas", { class: "rolling", role: "img", "aria-label": `Movement of the last ${SECONDS} seconds` });
  const status = el("p", { role: "status", class: "status" });
  const numbers = el("p", { class: "soft" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const marks = el("ol", { class: "marks", "aria-label": "Brief movements, newest first" });
  const none = el("p", { class: "soft" }, "Brief movements are listed here while the session runs.");
  const start = button("Start the camera", begin, { class: "main" });
  const keep = button("Save and open in the Viewer", save, { class: "main", hidden: true });
  const discard = button("Stop and discard", drop, { hidden: true });
  const presets = el("div", { class: "presets" }, preset.node);
  const view = el("div", { class: "mirror", hidden: true }, video, overlay);
  fill(place,
    el("h1", {}, "Live"),
    el("p", { class: "lead" }, "Look into the camera and see when something in your face moves briefly."),
    el("p", { class: "note" }, loopback
      ? "The camera's pictures go to the service on this computer alone, and nowhere else. It keeps them while the session runs; they are deleted when you discard it."
      : "The camera's pictures go to the service that you opened this page from, and nowhere else. It keeps them while the session runs; they are deleted when you discard it."),
    el("div", { class: "live" },
      el("div", {}, trouble, view, el("div", { class: "buttons" }, start, keep, discard), status, numbers),
      el("div", {}, presets, el("section", { hidden: true }, el("h2", {}, "Movement"), curve, none, marks))));
  const results = curve.parentElement;

  let camera = null;
  let session = null;
  let data = null;

  if (!hasCameras()) {
    start.disabled = true;
    fail("This browser gives the camera to pages of this computer or by HTTPS only. Open the page at http://localhost, or analyze a film instead.");
  }
  signal.addEventListener("abort", () => {
    session?.discard().catch(() => {});
    camera?.close();
  });

  async function begin() {
    trouble.hidden = true;
    start.disabled = true;
    try {
      camera = await openCamera(video);
      if (signal.aborted) { // The screen was left while the browser asked.
        camera.close();
        return;
      }
      data = { points: [], marks: [], threshold: null };
      fill(marks);
      none.hidden = false;
      session = await startSession(camera, preset.model(), `Live, ${new Date().toLocaleString()}`, seen, failed);
      overlay.width = session.width;
      overlay.height = session.height;
      view.style.aspectRatio = `${session.width} / ${session.height}`;
      running(true);
      tell("The session runs.");
      requestAnimationFrame(paint);
    } catch (error) {
      camera?.close();
      fail(error instanceof Problem ? inWords(error) : cameraProblem(error));
      start.disabled = false;
    }
  }

  function seen({ at, face, outline, value, threshold, mark, sent, rate }) {
    data.points.push({ at, value });
    data.points = data.points.filter(point => at - point.at < SECONDS * 1000);
    data.threshold = threshold ?? data.threshold;
    numbers.textContent = `${sent} frames, ${rate.toFixed(0)} a second. ${face === null ? "No face is seen." : "A face is seen."}`;
    drawOutline(overlay, face, outline);
    if (mark !== null && mark !== undefined) {
      data.marks.push(mark);
      none.hidden = true;
      marks.prepend(el("li", {}, `${clock(mark.onset / 1000)}: a movement of ${((mark.offset - mark.onset) / 1000).toFixed(2)} s`));
      say("Brief movement");
    }
  }

  function paint() {
    if (session !== null && !signal.aborted) {
      drawRolling(curve, { ...data, now: session.now() });
      requestAnimationFrame(paint);
    }
  }

  function failed(error) {
    end();
    fail(inWords(error));
  }

  async function save() {
    keep.disabled = discard.disabled = true;
    tell("The session is saved …");
    try {
      const ended = session;
      session = null;
      const job = await ended.keep();
      end();
      look();
      location.hash = `#/viewer/${encodeURIComponent(job.id)}`;
    } catch (error) {
      failed(error);
    }
  }

  async function drop() {
    const ended = session;
    end();
    try {
      await ended.discard();
      tell("The session is discarded; its pictures are deleted.");
    } catch (error) {
      fail(inWords(error));
    }
  }

  function end() {
    session = null;
    camera?.close();
    running(false);
    tell("");
    start.disabled = false;
  }

  function running(isRunning) {
    const hadFocus = [start, keep, discard].includes(document.activeElement);
    view.hidden = !isRunning;
    results.hidden = !isRunning;
    presets.hidden = isRunning;
    keep.hidden = discard.hidden = !isRunning;
    keep.disabled = discard.disabled = false;
    start.hidden = isRunning;
    if (hadFocus) {
      (isRunning ? keep : start).focus();
    }
  }

  function tell(text) {
    status.textContent = text;
  }

  function fail(text) {
    trouble.hidden = false;
    trouble.textContent = text;
  }
}

function drawOutline(canvas, face, outline) {
  const pen = canvas.getContext("2d");
  const css = getComputedStyle(document.documentElement);
  pen.clearRect(0, 0, canvas.width, canvas.height);
  const points = outline ?? (face ? [[face.x, face.y], [face.x + face.width, face.y], [face.x + face.width, face.y + face.height], [face.x, face.y + face.height]] : null);
  if (points !== null && points.length > 1) {
    pen.beginPath();
    points.forEach(([x, y], index) => pen[index === 0 ? "moveTo" : "lineTo"](x, y));
    pen.closePath();
    for (const [width, name] of [[5, "--outline-back"], [2.5, "--outline"]]) { // Two colours, so that it shows on any picture.
      pen.lineWidth = width;
      pen.strokeStyle = css.getPropertyValue(name).trim();
      pen.stroke();
    }
  }
}
