// A value that tells who watches it when it changes.

/** Makes a watched value. */
export function watched(value) {
  const watchers = new Set();
  return {
    get: () => value,
    set(next) {
      if (next !== value) {
        value = next;
        watchers.forEach(watcher => watcher(value));
      }
    },
    /** Calls a function now and at each change, until the signal ends it. */
    watch(watcher, signal) {
      watchers.add(watcher);
      signal?.addEventListener("abort", () => watchers.delete(watcher));
      watcher(value);
    },
  };
}
