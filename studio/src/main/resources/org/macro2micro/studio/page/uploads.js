// Files on their way to the service. They go on while another screen is looked at.
import { path, query, upload } from "./api.js";
import { look } from "./jobs.js";
import { inWords, wasAborted } from "./problem.js";
import { watched } from "./watched.js";

const AT_ONCE = 2;
const PAUSE = 5; // seconds, where the service does not say when to try again

/** `{number, name, size, state: "waiting"|"sending"|"full"|"problem", share, problem}`, in the order of their coming. */
export const uploads = watched([]);
const sources = new Map();
let last = 0;

window.addEventListener("beforeunload", event => {
  if (uploads.get().some(entry => entry.state !== "problem")) {
    event.preventDefault();
  }
});

/** Puts files into the queue, all with the same options: `{model, rate, face}`. */
export function send(files, options, limit) {
  const entries = files.map(file => {
    last += 1;
    sources.set(last, { file, options, stop: new AbortController() });
    const isTooLarge = file.size > limit;
    return {
      number: last, name: file.name, size: file.size, state: isTooLarge ? "problem" : "waiting", share: 0,
      problem: isTooLarge ? `The file is larger than ${limit.toLocaleString("en")} bytes, which is the most that this service takes.` : null,
    };
  });
  uploads.set([...uploads.get(), ...entries]);
  next();
}

/** Takes a file out of the queue, or stops sending it. */
export function forget(number) {
  sources.get(number)?.stop.abort();
  sources.delete(number);
  uploads.set(uploads.get().filter(entry => entry.number !== number));
  next();
}

/** Tries a file with a problem once more. */
export function again(number) {
  change(number, { state: "waiting", problem: null, share: 0 });
  next();
}

function next() {
  const entries = uploads.get();
  const free = AT_ONCE - entries.filter(entry => entry.state === "sending").length;
  if (entries.some(entry => entry.state === "full")) {
    return; // They all wait until there is room.
  }
  entries.filter(entry => entry.state === "waiting").slice(0, Math.max(free, 0)).forEach(entry => start(entry));
}

async function start({ number, name }) {
  const { file, options, stop } = sources.get(number);
  change(number, { state: "sending" });
  try {
    await upload(query(path("jobs"), { ...options, name }), file, share => change(number, { share }), stop.signal);
    sources.delete(number);
    await look();
    uploads.set(uploads.get().filter(entry => entry.number !== number));
  } catch (error) {
    if (wasAborted(error)) {
      return;
    }
    if (error.status === 429) {
      change(number, { state: "full", share: 0 });
      setTimeout(() => { change(number, { state: "waiting" }); next(); }, 1000 * (error.retryAfter ?? PAUSE));
    } else {
      change(number, { state: "problem", problem: inWords(error) });
    }
  }
  next();
}

function change(number, parts) {
  uploads.set(uploads.get().map(entry => entry.number === number ? { ...entry, ...parts } : entry));
}
