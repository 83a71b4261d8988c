// Frames of the running camera, as JPEG files with the seconds at which each was taken.
import { el } from "./element.js";

const WIDEST = 640; // pixels: more shows no more of a movement, and takes the service longer
const QUALITY = 0.92; // below that, blocks of the compression move more than faces do

/**
 * Takes each frame that a camera gives, until the signal ends it. They come from a video of their own: browsers stop telling of
 * the frames of one that was scrolled out of sight.
 *
 * @param take called with `{seconds, width, height, file}` in the order of the frames; the file comes later, as `frameQueue` wants it
 */
export function takeFrames(stream, take, signal) {
  const video = el("video", { muted: true, playsInline: true, srcObject: stream });
  const canvas = el("canvas");
  const pen = canvas.getContext("2d", { alpha: false });
  const canCallBack = "requestVideoFrameCallback" in video;
  let first = null;
  let last = -1;
  let shown = -1;

  function next() {
    if (canCallBack) {
      video.requestVideoFrameCallback((now, { captureTime }) => see(captureTime ?? now));
    } else { // Every picture of the screen is looked at then, and some show the frame before once more.
      requestAnimationFrame(now => see(video.currentTime === shown ? null : now));
    }
  }

  function see(milliseconds) {
    if (signal.aborted) {
      return;
    }
    next();
    shown = video.currentTime;
    if (milliseconds === null || video.videoWidth === 0) {
      return;
    }
    first ??= milliseconds;
    const seconds = (milliseconds - first) / 1000;
    if (seconds > last) {
      last = seconds;
      draw(seconds);
    }
  }

  function draw(seconds) {
    const shrunk = Math.min(1, WIDEST / video.videoWidth);
    const [width, height] = [video.videoWidth, video.videoHeight].map(size => 2 * Math.floor(size * shrunk / 2));
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    pen.drawImage(video, 0, 0, width, height);
    const frame = { seconds, width, height, file: null };
    take(frame);
    canvas.toBlob(file => { frame.file = file ?? undefined; }, "image/jpeg", QUALITY);
  }

  video.play().catch(() => {}); // Stopped before it began, it says so; nobody needs to know.
  next();
}
