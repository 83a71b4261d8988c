// The service's jobs: looked at again and again while somebody watches.
import { get, path, post, remove } from "./api.js";
import { watched } from "./watched.js";

const BUSY = 700; // milliseconds between two looks while something is going on
const IDLE = 5000;
const results = new Map();
const list = watched({ jobs: null, error: null });
let watchers = 0;
let timer = 0;

/** Calls a function with `{jobs, error}` now and whenever there is news; `jobs` is null before the first answer. */
export function watchJobs(watcher, signal) {
  watchers += 1;
  signal.addEventListener("abort", () => { watchers -= 1; });
  list.watch(watcher, signal);
  look();
}

/** Looks at once, for example after something was sent. */
export async function look() {
  clearTimeout(timer);
  let pause = IDLE;
  try {
    const { jobs } = await get(path("jobs"));
    list.set({ jobs, error: null });
    pause = jobs.some(isGoingOn) ? BUSY : IDLE;
  } catch (error) {
    list.set({ jobs: list.get().jobs, error });
  }
  clearTimeout(timer);
  if (watchers > 0) {
    timer = setTimeout(look, document.hidden ? IDLE : pause);
  }
}

export function isGoingOn(job) {
  return job.state === "queued" || job.state === "running";
}

export const job = (id, signal) => get(path("jobs", id), signal);

/** The result of a job that is done; it doesn't change any more, so it is asked for once. */
export function resultOf(id) {
  if (!results.has(id)) {
    const answer = get(path("jobs", id, "result"));
    answer.catch(() => results.delete(id));
    results.set(id, answer);
  }
  return results.get(id);
}

export async function cancelJob(id) {
  await post(path("jobs", id, "cancel"));
  await look();
}

export async function deleteJob(id) {
  await remove(path("jobs", id));
  results.delete(id);
  await look();
}
