// Keeps an annotator's layer in the service: each change is saved at once, one after the other.
import { get, path, post, put, remove } from "./api.js";
import { inWords } from "./problem.js";
import { watched } from "./watched.js";

/**
 * Opens the layers of a job.
 *
 * @param conflict is asked when somebody else saved the same layer: gets theirs, answers "mine" or "theirs"
 * @returns watched `layers`, watched `state` ({word: "saved"|"saving"|"unsaved", text}), and what changes them
 */
export async function layerSaving(job, conflict, signal) {
  const layers = watched((await get(path("jobs", job, "layers"), signal)).layers);
  const state = watched({ word: "saved", text: "" });
  const pending = new Set(); // annotators with changes that are not in the service yet
  let running = null;

  window.addEventListener("beforeunload", event => pending.size > 0 && event.preventDefault(), { signal });

  const layer = annotator => layers.get().find(other => other.annotator === annotator) ?? null;

  function keep(next) {
    layers.set([...layers.get().filter(other => other.annotator !== next.annotator), next]
      .sort((a, b) => a.annotator.localeCompare(b.annotator)));
  }

  /** Changes the intervals here and now, and saves them. */
  function change(annotator, intervals) {
    keep({ ...(layer(annotator) ?? { annotator, revision: 0, changed: null }), intervals });
    pending.add(annotator);
    return flush();
  }

  function flush() {
    running ??= save().finally(() => { running = null; });
    return running;
  }

  async function save() {
    for (const annotator of pending) {
      state.set({ word: "saving", text: "Saving …" });
      const sent = layer(annotator);
      try {
        const saved = await put(path("jobs", job, "layers", annotator), { revision: sent.revision, intervals: sent.intervals });
        const now = layer(annotator);
        keep({ ...saved, intervals: now.intervals === sent.intervals ? saved.intervals : now.intervals });
        if (now.intervals === sent.intervals) {
          pending.delete(annotator);
        } else {
          return save(); // It was changed while it was sent.
        }
      } catch (error) {
        if (error.status === 409) {
          await settle(annotator);
          return pending.size > 0 ? save() : done();
        }
        state.set({ word: "unsaved", text: `Not saved: ${inWords(error)}` });
        return;
      }
    }
    done();
  }

  function done() {
    state.set({ word: "saved", text: "Saved" });
  }

  async function settle(annotator) {
    const theirs = (await get(path("jobs", job, "layers"))).layers.find(other => other.annotator === annotator)
      ?? { annotator, revision: 0, changed: null, intervals: [] };
    if (await conflict(theirs) === "mine") {
      keep({ ...theirs, intervals: layer(annotator).intervals });
    } else {
      keep(theirs);
      pending.delete(annotator);
    }
  }

  /** Goes one change back ("undo") or on again ("redo"); the service keeps the history. */
  async function step(annotator, way) {
    await flush();
    if (pending.size === 0) {
      keep(await post(path("jobs", job, "layers", annotator, way)));
      done();
    }
  }

  return {
    layers, state, layer, change, flush, step,
    async drop(annotator) {
      await flush();
      pending.delete(annotator);
      if ((layer(annotator)?.revision ?? 0) > 0) {
        await remove(path("jobs", job, "layers", annotator));
      }
      layers.set(layers.get().filter(other => other.annotator !== annotator));
    },
  };
}
