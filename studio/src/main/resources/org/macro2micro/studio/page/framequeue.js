// Frames that wait to be sent. What waits too long is left out, so that what is shown stays close to what happens.

const LONGEST = 2; // seconds
const MOST = 30; // frames in a batch
const HEAD = 12; // bytes before each frame

export function frameQueue() {
  const waiting = [];
  let leftOut = 0;

  function leaveOut() {
    waiting.shift();
    leftOut += 1;
  }

  return {
    isEmpty: () => waiting.length === 0,
    leftOut: () => leftOut,
    clear: () => { waiting.length = 0; },
    /** Adds `{seconds, file}`; the file is null until it is made, and undefined if that failed. */
    add(frame) {
      waiting.push(frame);
      while (frame.seconds - waiting[0].seconds > LONGEST) {
        leaveOut();
      }
    },
    /** Takes the next frames as one file for the service, or null if none is ready. */
    batch(mostBytes) {
      const parts = [];
      let bytes = 0;
      while (parts.length < 2 * MOST && waiting.length > 0 && waiting[0].file !== null) {
        const { seconds, file } = waiting[0];
        if (file === undefined || HEAD + file.size > mostBytes) {
          leaveOut();
          continue;
        }
        bytes += HEAD + file.size;
        if (bytes > mostBytes) {
          break;
        }
        parts.push(head(seconds, file.size), file);
        waiting.shift();
      }
      return parts.length === 0 ? null : new Blob(parts, { type: "application/octet-stream" });
    },
  };
}

function head(seconds, size) {
  const view = new DataView(new ArrayBuffer(HEAD));
  view.setFloat64(0, seconds);
  view.setUint32(8, size);
  return view.buffer;
}
