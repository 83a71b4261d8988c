// A session of the service, which looks at a camera's frames while they come.
import { path, post } from "./api.js";

const PAUSE = 150; // milliseconds from one batch to the next: what moved is shown soon, and the service is not asked for each frame

/** Begins a session, `{id, record, mostSeconds, batchBytes}`. */
export const begin = wishes => post(path("live"), wishes);

/** Sends what waits, batch after batch, and hands each answer on. After the signal what still waits is sent, and it is over. */
export async function sendFrames({ id, batchBytes }, queue, take, signal) {
  while (!signal.aborted || !queue.isEmpty()) {
    const pause = new Promise(resolve => setTimeout(resolve, PAUSE));
    const batch = queue.batch(batchBytes);
    if (batch !== null) {
      take(await post(path("live", id, "frames"), batch));
    }
    await pause;
  }
}

/** Ends a session; the request outlives the page, so that the service does not wait in vain. */
export const end = ({ id }) => post(path("live", id, "end"), null, { keepalive: true });
