// Which frame is shown, and playing: at the film's rate, and never past a frame that has not come yet.
import { clamp } from "./filmtime.js";
import { watched } from "./watched.js";

const SHOWN_A_SECOND = 40; // more than that is not seen; faster films skip frames while they play
const AHEAD = 48;

/**
 * Makes a player.
 *
 * @param time the film's times (`filmTime`)
 * @param store the film's frames (`frameStore`)
 * @returns watched values `frame`, `isPlaying` and `loop` ({onset, offset} or null), and what changes them
 */
export function player(time, store, signal) {
  const frame = watched(0);
  const isPlaying = watched(false);
  const loop = watched(null);
  let speed = 1;
  let from = { clock: 0, film: 0 };

  signal.addEventListener("abort", () => isPlaying.set(false));

  function range() {
    return loop.get() === null ? [0, time.frames - 1] : [loop.get().onset, loop.get().offset];
  }

  function stride() {
    return Math.max(1, Math.round(time.frames / time.length * speed / SHOWN_A_SECOND));
  }

  function coming() {
    const [first, last] = range();
    const frames = [];
    let next = frame.get();
    while (frames.length < AHEAD) {
      next += stride();
      if (next > last) {
        if (loop.get() === null || last - first < stride()) {
          break;
        }
        next = first;
      }
      frames.push(next);
    }
    return frames;
  }

  function tick(now) {
    if (!isPlaying.get()) {
      return;
    }
    requestAnimationFrame(tick);
    const [first, last] = range();
    const film = from.film + (now - from.clock) / 1000 * speed;
    if (film >= endOf(last)) {
      if (loop.get() === null) {
        show(last);
        isPlaying.set(false);
        return;
      }
      from = { clock: now, film: time.at(first) };
    }
    const due = film >= endOf(last) ? first : time.frame(film);
    const next = frame.get() < first || due < frame.get() ? first : frame.get() + Math.floor((due - frame.get()) / stride()) * stride();
    if (next === frame.get()) {
      return;
    }
    if (store.isReady(next)) {
      frame.set(next);
    } else { // The film waits for its frames, so that no movement is skipped.
      from = { clock: now, film: time.at(frame.get()) };
      store.picture(next).catch(() => isPlaying.set(false));
    }
    store.ahead(coming());
  }

  function endOf(last) {
    return last + 1 < time.frames ? time.at(last + 1) : time.length;
  }

  function show(number) {
    frame.set(clamp(Math.round(number), 0, time.frames - 1));
    const here = frame.get();
    store.ahead([here + 1, here - 1, here + 2, here - 2, here + 3].filter(near => near >= 0 && near < time.frames));
    from = { clock: performance.now(), film: time.at(here) };
  }

  function play() {
    const [first, last] = range();
    if (frame.get() >= last || frame.get() < first) {
      show(first);
    }
    from = { clock: performance.now(), film: time.at(frame.get()) };
    isPlaying.set(true);
    requestAnimationFrame(tick);
  }

  return {
    frame, isPlaying, loop, show,
    toggle: () => isPlaying.get() ? isPlaying.set(false) : play(),
    step(frames) {
      isPlaying.set(false);
      show(frame.get() + frames);
    },
    setSpeed(value) {
      speed = value;
      from = { clock: performance.now(), film: time.at(frame.get()) };
    },
    /** Plays an interval again and again; null ends that. */
    setLoop(interval) {
      loop.set(interval === null ? null : { onset: interval.onset, offset: interval.offset });
      if (interval !== null) {
        show(interval.onset);
        play();
      }
    },
  };
}
