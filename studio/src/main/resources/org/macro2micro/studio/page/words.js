// Numbers, times and sizes as people read them.

/** Returns "1 frame" or "2 frames". */
export function count(number, one, many = one + "s") {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** Returns seconds with the digits that tell one frame from the next, as "3.67 s" or "1:02.50". */
export function clock(seconds, digits = 2) {
  if (seconds < 60) {
    return seconds.toFixed(digits) + " s";
  }
  const whole = Number(seconds.toFixed(digits));
  const minutes = Math.floor(whole / 60);
  return `${minutes}:${(whole - 60 * minutes).toFixed(digits).padStart(digits === 0 ? 2 : digits + 3, "0")}`;
}

/** Returns a length of time in the unit that fits, as "50 minutes" or "1 day". */
export function span(seconds) {
  const units = [["day", 86400], ["hour", 3600], ["minute", 60]];
  const [word, size] = units.find(([, length]) => seconds >= length) ?? ["second", 1];
  return count(Math.round(seconds / size), word);
}

/** Returns a size as "6.9 MB". */
export function bytes(number) {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  let index = 0;
  let size = number;
  while (size >= 1000 && index < units.length - 1) {
    size /= 1000;
    index += 1;
  }
  return `${index === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${units[index]}`;
}

/** Returns a share of 1 as "98%". */
export function percent(share) {
  return share > 0.995 && share < 1 ? "over 99%" : `${Math.round(share * 100)}%`;
}

/** Returns a number with at most three significant digits, without zeros that say nothing. */
export function short(number) {
  return number === null || number === undefined ? "–" : String(Number(Number(number).toPrecision(3)));
}

/** Returns a score as the field prints it, ".685". */
export function score(number) {
  return number === null || number === undefined ? "–" : number.toFixed(3).replace(/^(-?)0\./, "$1.").replace("-", "−");
}

/** Returns an interval as "[.550, .720]", or an empty text if it is not known. */
export function interval(pair) {
  return pair ? `[${score(pair[0])}, ${score(pair[1])}]` : "";
}

/** Returns the day and the minute of an ISO time as the reader's country writes them. */
export function moment(iso) {
  return new Date(iso).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}
