// Keeps an annotator's layer in the service: each change is saved at once, one after the other, and is a step of undo.
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
  const unsent = new Map(); // annotator -> the states that are not in the service yet, oldest first
  let turn = Promise.resolve();

  window.addEventListener("beforeunload", event => unsent.size > 0 && event.preventDefault(), { signal });

  const layer = annotator => layers.get().find(other => other.annotator === annotator) ?? null;

  function keep(next) {
    layers.set([...layers.get().filter(other => other.annotator !== next.annotator), next]
      .sort((a, b) => a.annotator.localeCompare(b.annotator)));
  }

  /** Changes the intervals here and now, and saves them as a step of their own, which undo takes back alone. */
  function change(annotator, intervals) {
    keep({ ...(layer(annotator) ?? { annotator, revision: 0, changed: null }), intervals });
    unsent.set(annotator, [...(unsent.get(annotator) ?? []), intervals]);
    return flush();
  }

  /** Runs one after the other what asks the service, since each answer has the revision that the next one needs. */
  function inTurn(run) {
    turn = turn.then(run, run);
    return turn;
  }

  function flush() {
    return inTurn(save);
  }

  async function save() {
    try {
      while (unsent.size > 0) {
        state.set({ word: "saving", text: "Saving …" });
        await saveOldest(unsent.keys().next().value);
      }
      done();
    } catch (error) {
      state.set({ word: "unsaved", text: `Not saved: ${inWords(error)}` });
    }
  }

  async function saveOldest(annotator) {
    try {
      const saved = await put(path("jobs", job, "layers", annotator), { revision: layer(annotator).revision, intervals: unsent.get(annotator)[0] });
      const rest = unsent.get(annotator).slice(1);
      remain(annotator, rest);
      keep(rest.length === 0 ? saved : { ...saved, intervals: rest.at(-1) });
    } catch (error) {
      if (error.status !== 409) {
        throw error;
      }
      await settle(annotator);
    }
  }

  function remain(annotator, states) {
    if (states.length === 0) {
      unsent.delete(annotator);
    } else {
      unsent.set(annotator, states);
    }
  }

  function done() {
    state.set({ word: "saved", text: "Saved" });
  }

  async function settle(annotator) {
    const theirs = (await get(path("jobs", job, "layers"))).layers.find(other => other.annotator === annotator)
      ?? { annotator, revision: 0, changed: null, intervals: [] };
    const mine = unsent.get(annotator).at(-1);
    if (await conflict(theirs) === "mine") {
      keep({ ...theirs, intervals: mine });
      unsent.set(annotator, [mine]);
    } else {
      keep(theirs);
      unsent.delete(annotator);
    }
  }

  /** Goes one change back ("undo") or on again ("redo"); the service keeps the history. */
  function step(annotator, way) {
    return inTurn(async () => {
      await save();
      if (unsent.size === 0) {
        keep(await post(path("jobs", job, "layers", annotator, way)));
      }
    });
  }

  return {
    layers, state, layer, change, flush, step,
    drop: annotator => inTurn(async () => {
      await save();
      if ((layer(annotator)?.revision ?? 0) > 0) {
        await remove(path("jobs", job, "layers", annotator));
      }
      unsent.delete(annotator);
      layers.set(layers.get().filter(other => other.annotator !== annotator));
    }),
  };
}
