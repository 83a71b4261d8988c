// Deletes a film, after asking whether it shall be.
import { confirmed } from "./dialog.js";
import { deleteJob } from "./jobs.js";
import { say } from "./say.js";

/** Asks, and deletes the film of a job with all that belongs to it. Returns whether it is gone. */
export async function deleteFilm({ id, name }) {
  if (!await confirmed("Delete?", `“${name}” is deleted with its faces and annotations. This can't be undone.`, "Delete")) {
    return false;
  }
  await deleteJob(id);
  say(`${name} is deleted.`);
  return true;
}
