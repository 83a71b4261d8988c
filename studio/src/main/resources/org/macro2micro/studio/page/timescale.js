// Which part of the film the timeline shows, and where on it a frame lies.
import { clamp } from "./filmtime.js";
import { watched } from "./watched.js";

const LEAST = 12; // frames

/**
 * Makes the window of a timeline over `frames` frames.
 *
 * @returns `window` ({first, last}: frames, not whole, watched), `x(frame, width)`, `frame(x, width)` and changes
 */
export function timescale(frames) {
  const window = watched({ first: 0, last: Math.max(frames - 1, 1) });

  function set(first, length) {
    const held = clamp(length, Math.min(LEAST, frames - 1), Math.max(frames - 1, 1));
    const start = clamp(first, 0, Math.max(frames - 1 - held, 0));
    window.set({ first: start, last: start + held });
  }

  return {
    window,
    x: (frame, width) => (frame - window.get().first) / (window.get().last - window.get().first) * width,
    frame: (x, width) => clamp(Math.round(window.get().first + x / width * (window.get().last - window.get().first)), 0, frames - 1),
    /** Shows a longer (factor above 1) or shorter part about a frame. */
    zoom(factor, about) {
      const { first, last } = window.get();
      const anchor = clamp(about, first, last);
      set(anchor - (anchor - first) * factor, (last - first) * factor);
    },
    all: () => set(0, frames - 1),
    /** Moves just as far that a frame is seen. */
    follow(frame) {
      const { first, last } = window.get();
      if (frame < first || frame > last) {
        set(frame < first ? frame : frame - (last - first) * 0.1, last - first);
      }
    },
  };
}
