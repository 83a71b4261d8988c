// A live session: frames go to the service one by one, and what it sees comes back.
import { path, post, query, remove } from "./api.js";

const GAP = 1000 / 30; // milliseconds between two frames
const UNDER_WAY = 2; // frames sent and not answered yet; more would only arrive late

/**
 * Begins a session and sends frames until it is ended.
 *
 * @param camera as `openCamera` gives it
 * @param seen gets each answer of the service, `{at, face, outline, value, threshold, mark}`, with `sent` (so many) and `rate`
 * @param failed gets the error that ended the session
 */
export async function startSession(camera, model, name, seen, failed) {
  const session = await post(path("live"), { model, name });
  const canvas = camera.fit(session.width ?? 640, session.height ?? 480);
  const begin = performance.now();
  let sent = 0;
  let underWay = 0;
  let timer = setInterval(frame, GAP);
  let isEnded = false;
  let last = Promise.resolve();

  function frame() {
    if (isEnded || underWay >= UNDER_WAY) {
      return;
    }
    underWay += 1;
    const at = Math.round(performance.now() - begin);
    const picture = camera.grab();
    // One after the other, since the service looks at them in their order.
    last = last.then(async () => {
      const answer = await post(query(path("live", session.id, "frames"), { at }), await picture);
      sent += 1;
      if (!isEnded) {
        seen({ ...answer, sent, rate: sent / Math.max((performance.now() - begin) / 1000, 0.1) });
      }
    }).catch(error => {
      if (!isEnded) {
        stop();
        failed(error);
      }
    }).finally(() => { underWay -= 1; });
  }

  function stop() {
    isEnded = true;
    clearInterval(timer);
    timer = 0;
  }

  return {
    width: canvas.width,
    height: canvas.height,
    now: () => performance.now() - begin,
    /** Ends the session and keeps its frames: returns the job that the Viewer opens. */
    async keep() {
      stop();
      await last;
      return post(path("live", session.id, "end"));
    },
    async discard() {
      stop();
      await last;
      await remove(path("live", session.id), { keepalive: true });
    },
  };
}
