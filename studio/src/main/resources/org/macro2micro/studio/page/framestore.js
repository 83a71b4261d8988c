// Frames of one film: fetched ahead, kept for a while.
import { blob, path, query } from "./api.js";

const AT_ONCE = 4;
const KEPT = 400; // as JPEG: about 12 MB
const DECODED = 24; // as pixels: about 30 MB at 640 x 480

/**
 * Opens the frames of a job.
 *
 * @param width largest width in pixels
 * @returns `picture(frame)`: a promise of an ImageBitmap; `isReady(frame)`; `ahead(frames)`: what will be wanted next, instead
 *     of what was said before; `close()`
 */
export function frameStore(job, width) {
  const files = new Map(); // frame -> promise of a Blob, those last used at the end
  const pictures = new Map(); // frame -> promise of an ImageBitmap
  const ready = new Set();
  const closing = new AbortController();
  let wanted = [];
  let running = 0;

  function file(frame) {
    const known = files.get(frame);
    if (known !== undefined) {
      files.delete(frame);
      files.set(frame, known);
      return known;
    }
    const asked = blob(query(path("jobs", job, "frames", frame), { width }), closing.signal);
    asked.catch(() => files.delete(frame));
    files.set(frame, asked);
    if (files.size > KEPT) {
      files.delete(files.keys().next().value);
    }
    return asked;
  }

  function picture(frame) {
    const known = pictures.get(frame);
    if (known !== undefined) {
      pictures.delete(frame);
      pictures.set(frame, known);
      return known;
    }
    const made = file(frame).then(createImageBitmap);
    pictures.set(frame, made);
    made.then(() => ready.add(frame), () => pictures.delete(frame));
    for (const oldest of pictures.keys()) {
      if (pictures.size <= DECODED) {
        break;
      }
      pictures.get(oldest).then(bitmap => bitmap.close(), () => {});
      pictures.delete(oldest);
      ready.delete(oldest);
    }
    return made;
  }

  function work() {
    while (running < AT_ONCE && wanted.length > 0) {
      const frame = wanted.shift();
      if (!files.has(frame)) {
        running += 1;
        file(frame).catch(() => {}).finally(() => { running -= 1; work(); });
      }
    }
  }

  return {
    picture,
    isReady: frame => ready.has(frame) && pictures.has(frame),
    ahead(frames) {
      wanted = frames.slice();
      work();
      frames.slice(0, DECODED / 3).filter(frame => files.has(frame)).forEach(frame => picture(frame).catch(() => {}));
    },
    close() {
      closing.abort();
      wanted = [];
      pictures.forEach(made => made.then(bitmap => bitmap.close(), () => {}));
      pictures.clear();
    },
  };
}
