// Numbers, times and sizes as people read them.

/** "1 frame", "2 frames". */
export function count(number, one, many = one + "s") {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** Seconds with the digits that tell one frame from the next: "3.67 s", "1:02.50". */
export function clock(seconds, digits = 2) {
  if (seconds < 60) {
    return seconds.toFixed(digits) + " s";
  }
  const whole = Number(seconds.toFixed(digits));
  const minutes = Math.floor(whole / 60);
  return `${minutes}:${(whole - 60 * minutes).toFixed(digits).padStart(digits === 0 ? 2 : digits + 3, "0")}`;
}

/** A length of time in the unit that fits: "50 minutes", "1 day". */
export function span(seconds) {
  const units = [["day", 86400], ["hour", 3600], ["minute", 60]];
  const [word, size] = units.find(([, length]) => seconds >= length) ?? ["second", 1];
  return count(Math.round(seconds / size), word);
}

/** "6.9 MB". */
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

/** "98%". */
export function percent(share) {
  return share > 0.995 && share < 1 ? "over 99%" : `${Math.round(share * 100)}%`;
}

/** Three significant digits at most, without zeros that say nothing. */
export function short(number) {
  return number === null || number === undefined ? "–" : String(Number(Number(number).toPrecision(3)));
}

/** A score as the field prints it: ".685". */
export function score(number) {
  return number === null || number === undefined ? "–" : number.toFixed(3).replace(/^(-?)0\./, "$1.").replace("-", "−");
}

/** "[.550, .720]", or an empty text. */
export function interval(pair) {
  return pair ? `[${score(pair[0])}, ${score(pair[1])}]` : "";
}

/** The day and the minute of an ISO time, as the reader's country writes it. */
export function moment(iso) {
  return new Date(iso).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}
