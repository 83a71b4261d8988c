// What the service says of itself; asked once for each opened page.
import { get, path } from "./api.js";

const asked = new Map();

/** Version, purpose, limits. */
export const health = () => once("health");

/** The models that may be used, movement first. */
export const models = async () => (await once("models")).models;

/** The formats for annotation tools. */
export const formats = async () => (await once("formats")).formats;

function once(name) {
  if (!asked.has(name)) {
    const answer = get(path(name));
    answer.catch(() => asked.delete(name));
    asked.set(name, answer);
  }
  return asked.get(name);
}
