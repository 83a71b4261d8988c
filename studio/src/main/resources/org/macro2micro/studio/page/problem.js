// What went wrong, in words.

/** A refusal by the service (RFC 9457), or a request that did not reach it (status 0). */
export class Problem extends Error {
  constructor(status, title, detail, body = {}) {
    super(detail || title);
    this.status = status;
    this.title = title;
    this.body = body;
  }
}

/** Reads the problem out of an answer's text. */
export function problemOf(status, text) {
  try {
    const body = JSON.parse(text);
    return new Problem(status, body.title ?? "The service refused", body.detail ?? "", body);
  } catch {
    return new Problem(status, `The service answered with status ${status}`, "");
  }
}

/** The problem of a request without an answer. */
export function unreachable() {
  return new Problem(0, "No answer", "The service does not answer. Is `macro2micro serve` still running?");
}

/** Says an error in one sentence or two. */
export function inWords(error) {
  if (error instanceof Problem && error.message !== error.title) {
    return `${error.title.replace(/[.:]$/, "")}: ${error.message}`;
  }
  return error.message;
}

/** Tells whether a request was ended by the page itself. */
export function wasAborted(error) {
  return error?.name === "AbortError";
}
