// Frames and seconds of a film, also of one whose rate varies.

/** Returns `frames` (how many there are), `length` (seconds), `at(frame)` (its seconds after the first) and `frame(seconds)` (the one that is shown then). */
export function filmTime({ frames, rate, times }) {
  if (times === null || times === undefined) {
    return {
      frames,
      at: frame => frame / rate,
      frame: seconds => clamp(Math.floor(seconds * rate + 1e-6), 0, frames - 1),
      length: frames / rate,
    };
  }
  const first = times[0];
  return {
    frames,
    at: frame => times[frame] - first,
    frame: seconds => lastBefore(times, seconds + first + 1e-6),
    length: times[frames - 1] - first + 1 / rate,
  };
}

export function clamp(value, least, most) {
  return Math.min(Math.max(value, least), most);
}

function lastBefore(times, time) {
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (times[middle] <= time) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
