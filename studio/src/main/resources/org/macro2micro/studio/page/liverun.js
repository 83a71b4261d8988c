// One run of the camera: from the permission to the end of the service's session.
import { closeCamera, openCamera } from "./camera.js";
import { frameQueue } from "./framequeue.js";
import { takeFrames } from "./liveframes.js";
import { begin, end, sendFrames } from "./livesession.js";

/**
 * Starts a run.
 *
 * @param video shows the camera's picture
 * @param hear what is called on the way: `begun(session)`, and, once it looks, `answered(answer, {width, height, seconds, leftOut})`, with the size and the time of the newest frame
 * @returns `stop()`, after which the frames that wait are still sent, `leave()`, which waits for nothing, and `outcome`, a promise of `{error, job}`
 */
export function liveRun(video, cameraId, wishes, hear) {
  const over = new AbortController();
  const queue = frameQueue();
  let [first, last] = [null, null];
  let session = null;
  let before = null; // frames that were left out while the service made itself ready
  let isLeft = false;
  let error = null;

  function take(frame) {
    first ??= frame;
    if (frame.width === first.width && frame.height === first.height) {
      last = frame;
      queue.add(frame);
    } else {
      fail(new Error("The camera's picture has another size now, perhaps since the telephone was turned. Start the camera again."));
    }
  }

  function answered(answer) {
    if (answer.frames > 0 && !isLeft) {
      before ??= queue.leftOut();
      hear.answered(answer, { ...last, leftOut: queue.leftOut() - before });
    }
  }

  function fail(reason) {
    error ??= reason;
    over.abort();
  }

  async function endSession() {
    const ending = session;
    session = null;
    return ending === null ? null : (await end(ending)).job;
  }

  async function work() {
    const stream = await openCamera(cameraId);
    over.signal.addEventListener("abort", () => closeCamera(stream));
    if (over.signal.aborted) {
      closeCamera(stream);
      return;
    }
    stream.getVideoTracks().forEach(track => track.addEventListener("ended", () => fail(new Error("The camera was switched off or taken away."))));
    video.srcObject = stream;
    session = await begin(wishes);
    if (over.signal.aborted) {
      return;
    }
    hear.begun(session);
    takeFrames(stream, take, over.signal);
    await sendFrames(session, queue, answered, over.signal);
  }

  async function run() {
    await work().catch(fail);
    over.abort();
    video.srcObject = null;
    const job = await endSession().catch(reason => { fail(reason); return null; });
    return isLeft ? { error: null, job: null } : { error, job };
  }

  return {
    outcome: run(),
    stop: () => over.abort(),
    leave() {
      isLeft = true;
      over.abort();
      queue.clear();
      endSession().catch(() => {}); // Nobody is there to be told; a session without frames ends by itself.
    },
  };
}
