// Draws the timeline: the motion curve with its threshold, a lane of bars for each layer, and where the film stands.
import { paper } from "./paper.js";
import { short } from "./words.js";

const CURVE = 132; // pixels high
export const LANE = 40;
export const BAR = { top: 18, height: 18 };
const AXIS = 20;
const LEAST_BAR = 4;

/** The height in pixels of a timeline with so many lanes. */
export const heightOf = lanes => CURVE + AXIS + lanes * LANE + 4;

/** The y of a lane's upper edge. */
export const laneTop = index => CURVE + AXIS + index * LANE;

/** Left edge and width in pixels of an interval's bar; it reaches to the end of its last frame. */
export function barOf(interval, scale, width) {
  const left = scale.x(interval.onset - 0.5, width);
  const right = scale.x(interval.offset + 0.5, width);
  return right - left < LEAST_BAR ? [(left + right - LEAST_BAR) / 2, LEAST_BAR] : [left, right - left];
}

/** Draws all. `view`: `{result, time, scale, lanes: [{name, title, intervals, isEdited}], frame, selected: {layer, id} | null, loop}`. */
export function drawTimeline(canvas, view) {
  const height = heightOf(view.lanes.length);
  const paint = { ...paper(canvas, height), ...view };
  shadeLoop(paint, height);
  axis(paint);
  curve(paint);
  view.lanes.forEach((lane, index) => drawLane(paint, lane, laneTop(index)));
  playhead(paint, height);
}

function shadeLoop({ pen, scale, width, loop, colour }, height) {
  if (loop !== null) {
    const [left, wide] = barOf(loop, scale, width);
    pen.fillStyle = colour("--loop");
    pen.fillRect(left, 0, wide, height);
  }
}

function axis({ pen, width, scale, time, colour }) {
  const { first, last } = scale.window.get();
  const start = time.at(Math.floor(first));
  const end = time.at(Math.ceil(last));
  const step = niceStep((end - start) / Math.max(2, Math.min(10, width / 80)));
  pen.strokeStyle = colour("--line");
  pen.fillStyle = colour("--soft");
  pen.font = "12px system-ui, sans-serif";
  pen.textAlign = "center";
  pen.lineWidth = 1;
  pen.beginPath();
  for (let tick = Math.ceil(start / step) * step; tick <= end; tick += step) {
    const x = Math.round(scale.x(time.frame(tick), width)) + 0.5;
    pen.moveTo(x, 0);
    pen.lineTo(x, CURVE);
    if (x > 16 && x < width - 16) {
      pen.fillText(tickText(tick, step), x, CURVE + 14);
    }
  }
  pen.moveTo(0, CURVE + 0.5);
  pen.lineTo(width, CURVE + 0.5);
  pen.stroke();
}

function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(digit => digit * power).find(size => size >= rough);
  return rough <= 5 ? step : [10, 15, 30, 60, 120, 300, 600, 1800, 3600].find(size => size >= rough) ?? 7200;
}

function tickText(tick, step) {
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return tick < 60 ? `${Number(tick.toFixed(digits))} s` : `${Math.floor(tick / 60)}:${(tick % 60).toFixed(digits).padStart(digits === 0 ? 2 : digits + 3, "0")}`;
}

function curve({ pen, width, scale, result, colour }) {
  const { curve: values, threshold } = result;
  const highest = [values, threshold].flat().reduce((most, value) => Math.max(most, value ?? 0), 0) * 1.1 || 1;
  const y = value => CURVE - Math.max(value, 0) / highest * (CURVE - 14);
  const along = (numbers, strongest) => line(pen, numbers, scale.window.get(), width, frame => scale.x(frame, width), y, strongest);
  pen.strokeStyle = colour("--curve");
  pen.lineWidth = 1.5;
  pen.lineJoin = "round";
  along(values, true);
  pen.strokeStyle = pen.fillStyle = colour("--threshold");
  pen.setLineDash([6, 4]);
  along(threshold, false);
  pen.setLineDash([]);
  const newest = threshold.findLast((value, frame) => value !== null && frame <= scale.window.get().last);
  if (newest !== undefined) {
    pen.textAlign = "right";
    pen.fillText(`threshold ${short(newest)}`, width - 4, Math.max(y(newest) - 4, 12));
  }
}

/** Draws numbers, one for each frame, with a gap where a number is missing. Where many share a pixel the highest is drawn, so that peaks show. */
function line(pen, numbers, { first, last }, width, x, y, isHighest) {
  const each = Math.max(1, Math.floor((last - first) / width / 2));
  const end = Math.min(numbers.length - 1, Math.ceil(last));
  let isDown = false;
  pen.beginPath();
  for (let frame = Math.max(0, Math.floor(first)); frame <= end; frame += each) {
    let value = numbers[frame];
    for (let near = frame + 1; isHighest && near < Math.min(frame + each, end); near++) {
      value = numbers[near] !== null && (value === null || numbers[near] > value) ? numbers[near] : value;
    }
    if (value !== null) {
      pen[isDown ? "lineTo" : "moveTo"](x(frame), y(value));
    }
    isDown = value !== null;
  }
  pen.stroke();
}

function drawLane({ pen, width, scale, selected, colour }, lane, top) {
  pen.textAlign = "left";
  pen.font = "600 12px system-ui, sans-serif";
  pen.fillStyle = colour("--soft");
  pen.fillText(lane.title, 2, top + 13, width);
  pen.fillStyle = colour("--panel");
  pen.fillRect(0, top + BAR.top, width, BAR.height);
  lane.intervals.forEach((interval, index) => {
    const isSelected = selected !== null && selected.layer === lane.name && selected.id === interval.id;
    const [left, wide] = barOf(interval, scale, width);
    pen.fillStyle = colour(interval.kind === "macro" ? "--macro" : lane.name === "found" ? "--found" : "--mine");
    pen.globalAlpha = isSelected ? 1 : 0.65;
    pen.fillRect(left, top + BAR.top, wide, BAR.height);
    pen.globalAlpha = 1;
    if (isSelected) {
      pen.strokeStyle = colour("--text");
      pen.lineWidth = 2;
      pen.strokeRect(left, top + BAR.top, wide, BAR.height);
    }
    if (interval.apex !== null && interval.apex !== undefined && wide > 12) {
      const x = scale.x(interval.apex, width);
      pen.fillStyle = colour("--text");
      pen.fillRect(x - 1, top + BAR.top, 2, BAR.height);
    }
    const text = interval.label ?? String(index + 1);
    if (wide > 60) {
      pen.fillStyle = colour("--on-bar");
      pen.font = "12px system-ui, sans-serif";
      pen.fillText(text, left + 5, top + BAR.top + 13, wide - 10);
    }
  });
}

function playhead({ pen, width, scale, frame, colour }, height) {
  const x = scale.x(frame, width);
  pen.strokeStyle = colour("--playhead");
  pen.fillStyle = colour("--playhead");
  pen.lineWidth = 2;
  pen.beginPath();
  pen.moveTo(x, 0);
  pen.lineTo(x, height);
  pen.stroke();
  pen.beginPath();
  pen.moveTo(x - 6, 0);
  pen.lineTo(x + 6, 0);
  pen.lineTo(x, 8);
  pen.fill();
}
