// Viewer: one film with what was found in it, and the layers of those who correct it.
import { el, fill, button } from "./element.js";
import { comparePanel } from "./comparepanel.js";
import { deleteFilm } from "./deletefilm.js";
import { editing as makeEditing, whoseStays } from "./editing.js";
import { editPanel, labels } from "./editpanel.js";
import { exportPanel } from "./exportpanel.js";
import { filmTime } from "./filmtime.js";
import { foundPanel } from "./foundpanel.js";
import { frameStore } from "./framestore.js";
import { isGoingOn, job as ask, resultOf } from "./jobs.js";
import { layerSaving } from "./layersaving.js";
import { openFilms, stillBusy } from "./openfilms.js";
import { player } from "./player.js";
import { models } from "./service.js";
import { stage } from "./stage.js";
import { tabs } from "./tabs.js";
import { timeline } from "./timeline.js";
import { timescale } from "./timescale.js";
import { bindViewerKeys } from "./viewerkeys.js";
import { watched } from "./watched.js";
import { inWords } from "./problem.js";
import { count, moment, percent, short } from "./words.js";

const WIDTHS = [320, 480, 640, 960, 1280];

export async function viewerScreen({ place, signal, parts: [id] }) {
  if (id === undefined) {
    return openFilms(place, signal);
  }
  const job = await ask(id, signal);
  if (isGoingOn(job)) {
    return stillBusy(place, job, signal);
  }
  if (job.state !== "done") {
    throw new Error(`This film can't be shown, since its analysis has ${job.state === "failed" ? "failed" : "been cancelled"}. ${job.problem?.detail ?? ""}`);
  }
  const [result, saving, all] = await Promise.all([resultOf(id), layerSaving(id, whoseStays, signal), models()]);
  if (!signal.aborted) {
    show(place, job, result, saving, all.find(model => model.id === result.model.id), signal);
  }
}

function show(place, job, result, saving, model, signal) {
  const time = filmTime(result);
  const store = frameStore(job.id, pictureWidth(place, result.width));
  signal.addEventListener("abort", store.close);
  const film = player(time, store, signal);
  const scale = timescale(time.frames);
  const selected = watched(null);
  const editing = watched(saving.layers.get()[0]?.annotator ?? null);
  const preview = watched(null);
  const viewer = { id: job.id, result, model, time, film, scale, saving, selected, editing, preview, signal };
  viewer.intervalsOf = layer => layer === "found" ? result.intervals : saving.layer(layer)?.intervals ?? [];
  viewer.labels = () => labels(result, model, saving);
  viewer.select = (layer, interval, { isQuiet = false } = {}) => {
    selected.set({ layer, id: interval.id });
    if (layer !== "found") {
      editing.set(layer);
    }
    if (!isQuiet) {
      film.setLoop(null);
      film.step((interval.apex ?? interval.onset) - film.frame.get());
    }
    panels.open(layer === "found" ? 0 : 1);
  };
  viewer.edit = makeEditing(viewer);
  viewer.correct = async intervals => {
    if (await viewer.edit.copy(intervals)) {
      panels.open(1);
    }
  };
  viewer.jump = way => jump(viewer, way);
  const panels = tabs("What to do", [
    { title: "Found", node: foundPanel(viewer) },
    { title: "Correct", node: editPanel(viewer) },
    { title: "Compare", node: comparePanel(viewer) },
    { title: "Export", node: exportPanel(viewer) },
  ]);
  fill(place, head(job, result),
    el("div", { class: "viewer" },
      stage(result, time, store, film, signal),
      timeline(viewer),
      panels.node));
  bindViewerKeys(viewer);
  film.show(result.intervals[0]?.apex ?? 0);
  if (result.intervals.length > 0) {
    selected.set({ layer: "found", id: result.intervals[0].id });
  }
}

function head(job, result) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const ask = async () => {
    try {
      if (await deleteFilm(job)) {
        location.hash = "#/analyze";
      }
    } catch (error) {
      trouble.hidden = false;
      trouble.textContent = inWords(error);
    }
  };
  return el("header", { class: "head" },
    el("div", { class: "row spread" }, el("h1", {}, job.name), button("Delete film", ask)),
    trouble,
    el("p", { class: "soft" }, [
      count(result.frames, "frame"), `${short(result.rate)} a second${result.regular ? "" : " on average"}`, `${result.width} × ${result.height}`,
      `a face in ${percent(result.faceShare)}`, result.model.kind === "movement" ? "movement only" : result.model.name,
      job.deletes === null ? null : `will be deleted on ${moment(job.deletes)}`,
    ].filter(Boolean).join(" · ")),
    result.notes.length === 0 ? null : el("ul", { class: "notes" }, result.notes.map(note => el("li", {}, note))));
}

/** Goes to the next interval of the layer that is looked at, or the one before. */
function jump({ intervalsOf, selected, editing, film, select }, way) {
  const layer = selected.get()?.layer ?? (editing.get() ?? "found");
  const intervals = intervalsOf(layer);
  const here = intervals.findIndex(interval => interval.id === selected.get()?.id);
  const middle = interval => interval.apex ?? interval.onset;
  const next = here >= 0
    ? intervals[here + way]
    : way > 0 ? intervals.find(interval => middle(interval) > film.frame.get()) : intervals.findLast(interval => middle(interval) < film.frame.get());
  if (next !== undefined) {
    select(layer, next);
  }
}

/** The width to ask pictures for: as many pixels as are shown, in few steps so that caches work. */
function pictureWidth(place, own) {
  const shown = Math.min(place.clientWidth, 760) * Math.min(window.devicePixelRatio, 2);
  return Math.min(WIDTHS.find(width => width >= shown) ?? WIDTHS.at(-1), own);
}
