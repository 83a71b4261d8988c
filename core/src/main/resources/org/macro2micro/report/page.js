// Draws the training curves: one loss chart and one gradient chart of the chosen work.
(() => {
  "use strict";
  const works = JSON.parse(document.getElementById("curve-data").textContent);
  const select = document.getElementById("work");
  const log = document.getElementById("log");
  const KNOWN = ["c", "s", "sam", "t", "con", "total"];
  const WIDE = 50; // a linear axis hides the small terms when the largest is this many times theirs
  const PAPER = 320;
  const drawn = [];

  document.getElementById("training").hidden = false;
  fillSelect();
  select.addEventListener("change", () => { chooseScale(); draw(); });
  log.addEventListener("change", draw);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  window.addEventListener("beforeprint", () => { document.documentElement.dataset.print = ""; draw(); });
  window.addEventListener("afterprint", () => { delete document.documentElement.dataset.print; draw(); });
  let waiting = 0;
  window.addEventListener("resize", () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(draw); });
  chooseScale();
  draw();

  function fillSelect() {
    const groups = new Map();
    works.forEach((work, index) => {
      const parts = /^fold (.+) row (.+)$/.exec(work.work);
      const option = new Option((parts ? parts[1] + ", " + parts[2] : work.work) + ", " + work.phase, String(index));
      const label = parts ? "row " + parts[2] : "";
      if (label === "") {
        select.add(option);
        return;
      }
      if (!groups.has(label)) {
        const group = document.createElement("optgroup");
        group.label = label;
        select.add(group);
        groups.set(label, group);
      }
      groups.get(label).append(option);
    });
    select.selectedIndex = 0;
  }

  function chosen() {
    return works[Number(select.value)];
  }

  function chooseScale() {
    const values = Object.values(chosen().losses).flat().filter(v => v > 0);
    log.checked = values.length > 0 && Math.max(...values) > WIDE * Math.min(...values);
  }

  function inOrder(terms) {
    const rank = term => KNOWN.includes(term) ? KNOWN.indexOf(term) : KNOWN.length;
    return Object.keys(terms).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  }

  function draw() {
    drawn.splice(0).forEach(chart => chart.destroy());
    const work = chosen();
    chart("loss-chart", work.epochs, work.losses, log.checked);
    chart("norm-chart", work.epochs, work.norms, true);
    table(work);
  }

  function chart(id, epochs, lines, logarithmic) {
    const place = document.getElementById(id);
    const css = getComputedStyle(document.documentElement);
    const colour = name => css.getPropertyValue(name).trim();
    const terms = inOrder(lines);
    const data = terms.map(term => lines[term].map(v => v === null || (logarithmic && v <= 0) ? null : v));
    place.textContent = "";
    if (!data.some(line => line.some(v => v !== null))) {
      place.textContent = "Nothing to draw.";
      return;
    }
    const axis = {
      stroke: colour("--soft"), grid: { stroke: colour("--line"), width: 1 }, ticks: { stroke: colour("--line"), width: 1 },
    };
    const paper = "print" in document.documentElement.dataset;
    const series = terms.map(term => ({
      label: term,
      stroke: term === "total" ? colour("--text") : colour("--term-" + term) || colour("--term-other"),
      width: 2,
      dash: term === "total" ? [6, 4] : undefined,
      spanGaps: true,
      points: { show: epochs.length < 3 || lines[term].includes(null) },
      value: (_, v) => short(v),
    }));
    drawn.push(new uPlot({
      width: paper ? PAPER : Math.max(place.clientWidth, 200),
      height: 260,
      scales: { x: { time: false }, y: logarithmic ? { distr: 3 } : {} },
      axes: [
        { ...axis, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] },
        { ...axis, size: 60, values: (_, ticks) => ticks.map(v => v === null ? "" : short(v)) },
      ],
      series: [{ label: "epoch" }, ...series],
      legend: { markers: { width: 3 } },
    }, [epochs, ...data], place));
  }

  function short(value) {
    if (value === null || value === undefined) {
      return "–";
    }
    const size = Math.abs(value);
    return size !== 0 && (size < .001 || size >= 1e5) ? value.toExponential(1) : String(Number(value.toPrecision(4)));
  }

  function table(work) {
    const losses = inOrder(work.losses);
    const norms = inOrder(work.norms);
    const target = document.getElementById("curve-values");
    target.textContent = "";
    const head = target.createTHead().insertRow();
    ["epoch", ...losses.map(t => "loss " + t), ...norms.map(t => "gradient " + t)].forEach(text => {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.className = "number";
      cell.textContent = text;
      head.append(cell);
    });
    const body = target.createTBody();
    work.epochs.forEach((epoch, i) => {
      const row = body.insertRow();
      [epoch, ...losses.map(t => short(work.losses[t][i])), ...norms.map(t => short(work.norms[t][i]))].forEach(text => {
        const cell = row.insertCell();
        cell.className = "number";
        cell.textContent = text;
      });
    });
  }
})();
