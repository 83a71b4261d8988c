// The loss by epochs as a small picture.
import { el, svg } from "./element.js";
import { short } from "./words.js";

const [WIDTH, HEIGHT] = [360, 190];
const EDGE = { left: 46, right: 10, top: 10, bottom: 30 };

export function lossCurve({ epochs, loss }) {
  const most = Math.max(...loss.filter(value => value !== null), 1e-9);
  const [first, last] = [epochs[0], epochs.at(-1)];
  const x = epoch => EDGE.left + (epoch - first) / Math.max(last - first, 1) * (WIDTH - EDGE.left - EDGE.right);
  const y = value => HEIGHT - EDGE.bottom - value / most * (HEIGHT - EDGE.top - EDGE.bottom);
  const points = epochs.map((epoch, index) => `${x(epoch).toFixed(1)},${y(loss[index]).toFixed(1)}`).join(" ");
  const text = (left, top, anchor, words) => svg("text", { x: left, y: top, "text-anchor": anchor }, words);
  return el("figure", { class: "loss" },
    svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": `Loss from ${short(loss[0])} in epoch ${first} to ${short(loss.at(-1))} in epoch ${last}` },
      svg("path", { class: "frame", d: `M${EDGE.left},${EDGE.top}V${HEIGHT - EDGE.bottom}H${WIDTH - EDGE.right}` }),
      svg("polyline", { class: "line", points }),
      text(EDGE.left - 6, EDGE.top + 10, "end", short(most)), text(EDGE.left - 6, HEIGHT - EDGE.bottom, "end", "0"),
      text(EDGE.left, HEIGHT - 10, "middle", String(first)), text(WIDTH - EDGE.right, HEIGHT - 10, "end", String(last)),
      text((EDGE.left + WIDTH) / 2, HEIGHT - 10, "middle", "epoch")),
    el("figcaption", {}, "Loss by epoch"));
}
