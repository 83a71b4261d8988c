// What a mouse or a finger does on the timeline. All of it can be done by buttons and keys as well.
import { BAR, barOf, laneTop, LANE } from "./timelinedrawing.js";

const NEAR = { mouse: 7, pen: 10, touch: 16 }; // pixels about an edge
const STILL = 4; // pixels that a click may move

/**
 * Listens on the timeline's canvas.
 *
 * @param view returns `{scale, lanes, selected}`
 * @param acts `scrub(frame)`, `select(layer, interval)`, `preview(interval)` while a bar is dragged, `change(interval)` at the end,
 *     `add(frame)`
 */
export function listenOnTimeline(canvas, view, acts) {
  let held = null;

  canvas.addEventListener("pointerdown", event => {
    if (event.button !== 0) {
      return;
    }
    canvas.setPointerCapture(event.pointerId);
    const hit = at(event);
    held = { ...hit, x: event.offsetX, frame: frameAt(event), isMoved: false };
    if (hit.interval !== null) {
      acts.select(hit.lane.name, hit.interval);
    } else {
      acts.scrub(held.frame);
    }
  });
  canvas.addEventListener("pointermove", event => {
    if (held === null) {
      const hit = at(event);
      canvas.style.cursor = hit.interval === null ? "default" : hit.lane.isEdited ? (hit.part === "whole" ? "grab" : "ew-resize") : "pointer";
      return;
    }
    held.isMoved ||= Math.abs(event.offsetX - held.x) >= STILL;
    if (held.interval === null) {
      acts.scrub(frameAt(event));
    } else if (held.lane.isEdited && held.isMoved) {
      acts.preview(held.part, held.interval, frameAt(event) - held.frame);
    }
  });
  canvas.addEventListener("pointerup", event => {
    if (held !== null && held.interval !== null && held.lane.isEdited && held.isMoved) {
      acts.change(held.part, held.interval, frameAt(event) - held.frame);
    }
    held = null;
  });
  canvas.addEventListener("pointercancel", () => {
    if (held !== null && held.interval !== null) {
      acts.preview(held.part, held.interval, 0);
    }
    held = null;
  });
  canvas.addEventListener("dblclick", event => {
    const hit = at(event);
    if (hit.lane !== null && hit.lane.isEdited && hit.interval === null) {
      acts.add(frameAt(event));
    }
  });
  canvas.addEventListener("wheel", event => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      view().scale.zoom(event.deltaY > 0 ? 1.25 : 0.8, frameAt(event));
    }
  }, { passive: false });

  function frameAt(event) {
    return view().scale.frame(event.offsetX, canvas.clientWidth);
  }

  /** What lies under the pointer: a lane, an interval, and which part of it. */
  function at(event) {
    const { scale, lanes, selected } = view();
    const reach = NEAR[event.pointerType] ?? NEAR.mouse;
    const index = lanes.findIndex((_, number) => event.offsetY >= laneTop(number) && event.offsetY < laneTop(number) + LANE);
    const lane = lanes[index] ?? null;
    if (lane === null || event.offsetY < laneTop(index) + BAR.top - reach) {
      return { lane, interval: null, part: null };
    }
    // The selected one comes first, so that its edges can be reached where others lie close.
    const order = [...lane.intervals].sort((a, b) => (b.id === selected?.id) - (a.id === selected?.id));
    for (const interval of order) {
      const [left, width] = barOf(interval, scale, canvas.clientWidth);
      if (event.offsetX < left - reach || event.offsetX > left + width + reach) {
        continue;
      }
      const edge = Math.min(reach, Math.max(width / 3, 3));
      const part = event.offsetX <= left + edge ? "onset" : event.offsetX >= left + width - edge ? "offset" : "whole";
      return { lane, interval, part };
    }
    return { lane, interval: null, part: null };
  }
}
