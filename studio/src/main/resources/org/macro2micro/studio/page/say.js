// What changes without a reload is said to those who can't see it.
const place = document.getElementById("say");
let waiting = 0;

/** Has a screen reader say a text when it is idle. */
export function say(text) {
  clearTimeout(waiting);
  place.textContent = "";
  // A text that is set anew at once, and is the same as before, would not be read.
  waiting = setTimeout(() => { place.textContent = text; }, 50);
}
