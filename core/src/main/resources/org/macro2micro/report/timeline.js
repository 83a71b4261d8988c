// Draws the motion curve of a video with its movements shaded; a click on one leads to its faces.
(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("motion-data").textContent);
  const place = document.getElementById("motion-chart");
  const seconds = data.seconds;
  const LEAST_WIDTH = 4; // pixels of a shaded movement, so that those of long videos are seen
  const HEIGHT = 290;
  const PAPER = 640;
  const CLICK = 4; // pixels a pointer may move in a click
  let chart = null;
  let zoom = null;

  document.getElementById("motion-hint").hidden = false;
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  window.addEventListener("beforeprint", () => { document.documentElement.dataset.print = ""; draw(); });
  window.addEventListener("afterprint", () => { delete document.documentElement.dataset.print; draw(); });
  let waiting = 0;
  window.addEventListener("resize", () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(draw); });
  draw();

  function draw() {
    if (chart !== null) {
      zoom = [chart.scales.x.min, chart.scales.x.max];
      chart.destroy();
    }
    const css = getComputedStyle(document.documentElement);
    const colour = name => css.getPropertyValue(name).trim();
    const axis = {
      stroke: colour("--soft"), grid: { stroke: colour("--line"), width: 1 }, ticks: { stroke: colour("--line"), width: 1 },
    };
    const paper = "print" in document.documentElement.dataset;
        chart = new uPlot({
      width: paper ? PAPER : Math.max(place.clientWidth, 200),
      height: HEIGHT,
      padding: [18, 12, 0, 0],
      scales: {
        x: { time: false, range: (_, low, high) => low === null || low === high ? [data.begin, data.end] : [low, high] },
        y: { range: (_, low, high) => low === null ? [0, 1] : [Math.min(0, low), Math.max(high, 1e-9) * 1.08] },
      },
      axes: [
        { ...axis, size: 34, label: data.end < 120 ? "seconds" : "minutes:seconds", labelSize: 20, values: (_, ticks) => ticks.map(clock) },
        { ...axis, size: 56 },
      ],
      series: [
        { label: "time", value: (_, v, __, i) => v === null || i === null ? "–" : clock(v) + " s, frame " + data.frames[i] },
        { label: "motion", stroke: colour("--text"), width: 1.5, points: { show: false }, value: (_, v) => short(v) },
        { label: "threshold", stroke: "rgb(" + colour("--wrong") + ")", width: 1.5, dash: [6, 4], points: { show: false }, value: (_, v) => short(v) },
      ],
      cursor: { drag: { x: true, y: false } },
      hooks: {
        drawClear: [u => bands(u, colour)],
        ready: [listen],
      },
    }, [seconds, data.curve, data.threshold], place);
    if (zoom !== null) {
      chart.setScale("x", { min: zoom[0], max: zoom[1] });
    }
  }

  /** Left edge and width of a movement in CSS pixels of the plot. */
  function span(u, movement) {
    const left = u.valToPos(movement.begins, "x");
    const width = u.valToPos(movement.ends, "x") - left;
    const wide = Math.max(width, LEAST_WIDTH);
    return [left - (wide - width) / 2, wide];
  }

  function bands(u, colour) {
    const ratio = devicePixelRatio;
    const context = u.ctx;
    const { left, top, width, height } = u.bbox;
    context.save();
    context.beginPath();
    context.rect(left, 0, width, top + height);
    context.clip();
    context.font = "600 " + 12 * ratio + "px system-ui, sans-serif";
    context.textAlign = "center";
    let free = -Infinity;
    data.intervals.forEach((movement, index) => {
      const [from, wide] = span(u, movement);
      const x = left + from * ratio;
      context.fillStyle = colour("--class-" + movement.number);
      context.globalAlpha = .24;
      context.fillRect(x, top, wide * ratio, height);
      context.globalAlpha = 1;
      context.fillRect(x, top, wide * ratio, 3 * ratio);
      const middle = x + wide * ratio / 2;
      if (middle - 9 * ratio > free) { // numbers that would lie on each other are left out
        context.fillText(String(index + 1), middle, top - 5 * ratio);
        free = middle + 9 * ratio;
      }
    });
    context.restore();
  }

  function listen(u) {
    let down = 0;
    u.over.addEventListener("mousedown", event => { down = event.clientX; });
    u.over.addEventListener("mousemove", event => { u.over.style.cursor = hit(u, event) < 0 ? "" : "pointer"; });
    u.over.addEventListener("click", event => {
      const index = hit(u, event);
      if (index >= 0 && Math.abs(event.clientX - down) < CLICK) {
        const name = ["face-", "movement-"].map(kind => kind + (index + 1)).find(id => document.getElementById(id) !== null);
        location.hash = name;
      }
    });
  }

  function hit(u, event) {
    const x = event.clientX - u.over.getBoundingClientRect().left;
    return data.intervals.findIndex(movement => {
      const [from, wide] = span(u, movement);
      return x >= from && x <= from + wide;
    });
  }

  function clock(time) {
    if (data.end < 120) {
      return String(Number(time.toFixed(3)));
    }
    const minutes = Math.floor(time / 60);
    const rest = Number((time - 60 * minutes).toFixed(3));
    return minutes + ":" + (rest < 10 ? "0" : "") + rest;
  }

  function short(value) {
    return value === null || value === undefined ? "–" : String(Number(value.toPrecision(4)));
  }
})();
