// An annotator's intervals and what can be done to them. Nothing here changes its input.
import { clamp } from "./filmtime.js";

/** Adds an interval about a frame, as long as a usual micro-expression (0.3 s). */
export function added(intervals, frame, time) {
  const half = Math.max(1, Math.round(0.15 * time.frames / time.length));
  const interval = {
    id: freeId(intervals), onset: clamp(frame - half, 0, time.frames - 1), apex: frame,
    offset: clamp(frame + half, 0, time.frames - 1), kind: "micro", label: null, comment: "",
  };
  return { intervals: ordered([...intervals, interval]), id: interval.id };
}

/** Adds copies of spotted intervals, which the service takes for micro ones. */
export function copied(intervals, found) {
  let all = intervals;
  for (const { onset, apex, offset, label } of found) {
    all = [...all, { id: freeId(all), onset, apex, offset, kind: "micro", label: label ?? null, comment: "" }];
  }
  return ordered(all);
}

/** Moves one part of an interval ("onset", "apex", "offset" or "whole") by frames; the others give way. */
export function moved(interval, part, frames, last) {
  const { onset, apex, offset } = interval;
  if (part === "whole") {
    const by = clamp(frames, -onset, last - offset);
    return { ...interval, onset: onset + by, apex: apex === null ? null : apex + by, offset: offset + by };
  }
  const frame = clamp(interval[part] === null ? onset + frames : interval[part] + frames, 0, last);
  return placed(interval, part, frame);
}

/** Puts one part of an interval at a frame; the others give way, so that onset, apex and offset stay in order. */
export function placed(interval, part, frame) {
  const next = { ...interval, [part]: frame };
  if (part === "onset") {
    next.offset = Math.max(next.offset, frame);
  } else if (part === "offset") {
    next.onset = Math.min(next.onset, frame);
  } else if (frame !== null) {
    next.onset = Math.min(next.onset, frame);
    next.offset = Math.max(next.offset, frame);
  }
  if (next.apex !== null) {
    next.apex = clamp(next.apex, next.onset, next.offset);
  }
  return next;
}

/** Replaces the interval with the same id. */
export function replaced(intervals, interval) {
  return ordered(intervals.map(other => other.id === interval.id ? interval : other));
}

export function without(intervals, id) {
  return intervals.filter(interval => interval.id !== id);
}

function ordered(intervals) {
  return [...intervals].sort((a, b) => a.onset - b.onset || a.offset - b.offset);
}

function freeId(intervals) {
  return String(intervals.reduce((most, interval) => Math.max(most, Number.parseInt(interval.id, 10) || 0), 0) + 1);
}
