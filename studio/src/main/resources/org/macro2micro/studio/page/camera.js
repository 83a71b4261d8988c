// The camera, as pictures of a steady size and rate.

const RATE = 30;

/** Why there is no camera, in words that say what to do. */
export function cameraProblem(error) {
  return {
    NotFoundError: "No camera was found. Connect one and try again, or analyze a film instead.",
    NotAllowedError: "The browser may not use the camera. Allow it for this page (the sign beside the address), and try again.",
    NotReadableError: "The camera is in use by another program, or does not answer. Close that program and try again.",
    OverconstrainedError: "The camera offers no picture of a usable size.",
  }[error.name] ?? `The camera can't be used: ${error.message}`;
}

/** Tells whether this browser offers a camera to this page; over a network it does so by HTTPS only. */
export function hasCameras() {
  return navigator.mediaDevices?.getUserMedia !== undefined;
}

/**
 * Opens the camera in a video element.
 *
 * @returns `grab()`: a promise of a JPEG of what is seen now; `close()`
 */
export async function openCamera(video) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: RATE }, facingMode: "user" } });
  video.srcObject = stream;
  await video.play();
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  return {
    stream,
    /** Sets the size of the pictures: not larger than the service's hint, in the camera's own shape. */
    fit(width, height) {
      const shrunk = Math.min(1, width / video.videoWidth, height / video.videoHeight);
      canvas.width = Math.max(2, Math.round(video.videoWidth * shrunk));
      canvas.height = Math.max(2, Math.round(video.videoHeight * shrunk));
      return canvas;
    },
    grab() {
      pen.drawImage(video, 0, 0, canvas.width, canvas.height);
      return new Promise(resolve => canvas.toBlob(resolve, "image/jpeg", 0.9));
    },
    close() {
      stream.getTracks().forEach(track => track.stop());
      video.srcObject = null;
    },
  };
}
