// The camera of the computer, or in plain words why there is none.

const SIZE = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 } };
const REASONS = {
  NotAllowedError: "The browser was not allowed to use the camera. Allow it for this page, most often beside the page's address, and start again.",
  NotFoundError: "No camera was found. Connect one, and start again.",
  OverconstrainedError: "The chosen camera is not there any more. Choose another, and start again.",
  NotReadableError: "The camera can't be read. Another program may be using it: close that one, and start again.",
};
REASONS.SecurityError = REASONS.NotAllowedError;
REASONS.AbortError = REASONS.NotReadableError;

/** Asks for a camera's pictures; an id chooses among several. */
export async function openCamera(id) {
  if (navigator.mediaDevices?.getUserMedia === undefined) {
    throw new Error("The browser gives the camera to localhost and https alone; open the studio on the computer it runs on.");
  }
  try {
    return await navigator.mediaDevices.getUserMedia({ video: id === null ? SIZE : { ...SIZE, deviceId: { exact: id } } });
  } catch (error) {
    throw new Error(REASONS[error.name] ?? `The camera could not be started. ${error.message}`);
  }
}

export function closeCamera(stream) {
  stream.getTracks().forEach(track => track.stop());
}

/** The cameras as `[{id, name}]`; before the permission was given a browser tells none. */
export async function cameras() {
  const devices = await navigator.mediaDevices?.enumerateDevices?.().catch(() => []) ?? [];
  return devices.filter(device => device.kind === "videoinput" && device.deviceId !== "")
    .map((device, index) => ({ id: device.deviceId, name: device.label || `Camera ${index + 1}` }));
}
