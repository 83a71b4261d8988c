// The service's HTTP API. Paths are relative, so that the page also works behind a proxy's folder.
import { problemOf, Problem, unreachable, wasAborted } from "./problem.js";
import { otherToken, token } from "./token.js";

const ROOT = "api/v1";

/** Joins the parts of a path, each escaped. */
export function path(...parts) {
  return [ROOT, ...parts.map(part => encodeURIComponent(part))].join("/");
}

/** Adds the parameters that have a value. */
export function query(address, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return given.length === 0 ? address : `${address}?${new URLSearchParams(given)}`;
}

/** Asks for JSON. */
export async function get(address, signal) {
  return (await send(address, { signal })).json();
}

/** Asks for a file or a picture. */
export async function blob(address, signal) {
  return (await send(address, { signal })).blob();
}

/** Sends JSON, a file or nothing, and returns the JSON that is answered, or null. */
export async function post(address, body = null, options = {}) {
  return answer(await send(address, { method: "POST", ...content(body), ...options }));
}

export async function put(address, body, options = {}) {
  return answer(await send(address, { method: "PUT", ...content(body), ...options }));
}

export async function remove(address, options = {}) {
  await send(address, { method: "DELETE", ...options });
}

/** Asks for a file and hands it to the browser to save, under the service's name for it. */
export async function download(address, name) {
  const response = await send(address, {});
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = attachedName(response) ?? name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return link.download;
}

/** Sends the bytes of a file and tells how far it is; `fetch` can't tell that. */
export function upload(address, file, progress, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    Object.entries(ours(token())).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = event => event.lengthComputable && progress(event.loaded / event.total);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve(JSON.parse(request.responseText));
      } else {
        const problem = problemOf(request.status, request.responseText);
        problem.retryAfter = Number(request.getResponseHeader("Retry-After")) || null;
        reject(problem);
      }
    };
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException("stopped", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

async function send(address, options) {
  const shown = token();
  let response;
  try {
    response = await fetch(address, { ...options, headers: { ...ours(shown), ...options.headers } });
  } catch (error) {
    throw wasAborted(error) ? error : unreachable();
  }
  if (response.status === 401 && await otherToken(shown)) {
    return send(address, options);
  }
  if (!response.ok) {
    throw problemOf(response.status, await response.text());
  }
  return response;
}

function ours(shown) {
  return { "X-Requested-With": "macro2micro", ...(shown === null ? {} : { Authorization: `Bearer ${shown}` }) };
}

function content(body) {
  if (body === null) {
    return {};
  }
  return body instanceof Blob
    ? { body, headers: { "Content-Type": body.type || "application/octet-stream" } }
    : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } };
}

async function answer(response) {
  const text = await response.text();
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    throw new Problem(response.status, "The service's answer can't be read", "It is not JSON.");
  }
}

function attachedName(response) {
  const header = response.headers.get("Content-Disposition") ?? "";
  const extended = header.match(/filename\*=UTF-8''([^;]+)/i);
  return extended ? decodeURIComponent(extended[1]) : header.match(/filename="([^"]+)"/i)?.[1] ?? null;
}
