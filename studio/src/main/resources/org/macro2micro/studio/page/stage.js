// The film's picture, and the controls below it.
import { el, button, field } from "./element.js";
import { clock } from "./words.js";
import { inWords, wasAborted } from "./problem.js";

const SPEEDS = [[1, "normal speed"], [0.5, "1/2 speed"], [0.25, "1/4 speed"], [0.1, "1/10 speed"]];

/** Returns the stage of a film; it always ends at the frame that the player stands at. */
export function stage(result, time, store, film, signal) {
  const canvas = el("canvas", { width: result.width, height: result.height, role: "img" });
  const context = canvas.getContext("2d");
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const where = el("output", { class: "where" });
  let isDrawing = false;

  async function draw() {
    if (isDrawing) {
      return;
    }
    isDrawing = true;
    let shown = -1;
    while (shown !== film.frame.get() && !signal.aborted) {
      shown = film.frame.get();
      try {
        const picture = await store.picture(shown);
        if (canvas.width !== picture.width || canvas.height !== picture.height) {
          canvas.width = picture.width;
          canvas.height = picture.height;
        }
        context.drawImage(picture, 0, 0);
        canvas.dataset.frame = shown;
        trouble.hidden = true;
      } catch (error) {
        if (wasAborted(error)) {
          break;
        }
        trouble.hidden = false;
        trouble.textContent = `Frame ${shown} can't be shown. ${inWords(error)}`;
      }
    }
    isDrawing = false;
  }

  film.frame.watch(frame => {
    const seconds = clock(time.at(frame), 3);
    where.textContent = `${seconds} of ${clock(time.length)}`;
    canvas.setAttribute("aria-label", `Frame ${frame}, at ${seconds}`);
    draw();
  }, signal);
  return el("div", { class: "stage" }, el("div", { class: "picture" }, canvas), trouble, controls(film, time, where, signal));
}

function controls(film, time, where, signal) {
  const play = button("", film.toggle, { class: "main play" });
  film.isPlaying.watch(isPlaying => { play.textContent = isPlaying ? "Pause" : "Play"; }, signal);
  const unloop = button("Stop looping", () => film.setLoop(null), { class: "quiet" });
  film.loop.watch(loop => { unloop.hidden = loop === null; }, signal);
  const speed = el("select", { "aria-label": "Speed", on: { change: event => film.setSpeed(Number(event.target.value)) } },
    SPEEDS.map(([value, text]) => el("option", { value }, text)));
  const go = el("input", {
    type: "number", min: 0, max: time.frames - 1, class: "narrow",
    on: { change: event => event.target.value !== "" && film.step(Number(event.target.value) - film.frame.get()) },
  });
  film.frame.watch(frame => {
    if (document.activeElement !== go) {
      go.value = frame;
    }
  }, signal);
  const scrub = el("input", {
    type: "range", min: 0, max: time.frames - 1, class: "scrub", "aria-label": "Place in the film",
    on: { input: event => film.step(Number(event.target.value) - film.frame.get()) },
  });
  film.frame.watch(frame => {
    scrub.value = frame;
    scrub.setAttribute("aria-valuetext", `Frame ${frame}, at ${clock(time.at(frame), 3)}`);
  }, signal);
  return el("div", { class: "controls", role: "group", "aria-label": "Film" },
    scrub, play,
    button("−10", () => film.step(-10), { "aria-label": "Ten frames back" }),
    button("−1", () => film.step(-1), { "aria-label": "One frame back" }),
    button("+1", () => film.step(1), { "aria-label": "One frame on" }),
    button("+10", () => film.step(10), { "aria-label": "Ten frames on" }),
    speed, field("Frame", go, { class: "field inline" }), where, unloop);
}
