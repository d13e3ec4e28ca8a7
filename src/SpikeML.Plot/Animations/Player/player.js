
"use strict";
(() => {
function start(host) {
  const root = host.attachShadow({ mode: "open" });
  root.append(host.querySelector("template").content.cloneNode(true));
  const data = JSON.parse(host.querySelector("script[type='application/json']").textContent);
  const byId = id => root.getElementById(id), main = byId("main");
  const view = byId("view"), timeline = byId("timeline"), slider = byId("step"), play = byId("play"), speed = byId("speed");
  const packed = Uint8Array.from(atob(data.cells), character => character.charCodeAt(0));
  const colors = data.palette.map(color => [1, 3, 5].map(at => parseInt(color.slice(at, at + 2), 16)));
  const cells = data.rows * data.columns, perByte = 8 / data.bits, mask = (1 << data.bits) - 1;
  // Not Math.max(...spikes): a browser takes no more than about 100,000 arguments.
  const busiest = data.spikes.reduce((most, count) => Math.max(most, count), 1);
  let step = 0, playing = false, last = 0, owed = 0;

  const place = cell => packed[Math.floor(cell / perByte)] >> (8 - data.bits - cell % perByte * data.bits) & mask;
  const number = value => value.toLocaleString("en-US");

  function drawCells(context) {
    const picture = context.createImageData(data.columns, data.rows);
    for (let cell = 0; cell < cells; cell++)
      picture.data.set([...colors[place(step * cells + cell)], 255], 4 * cell);
    context.putImageData(picture, 0, 0);
  }

  // Counts of the steps up to this one, so that a bar is drawn without adding up again.
  const sums = [];
  let longest = 1;
  function addUp() {
    let sum = new Array(cells).fill(0);
    for (let at = 0; at < data.steps; at++) {
      sum = sum.map((count, cell) => count + (place(at * cells + cell) ? 1 : 0));
      sums.push(sum);
    }
    longest = Math.max(1, ...sum);
  }

  function drawBars(context) {
    const scale = view.width / data.width, ink = getComputedStyle(main).color;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, data.width, data.height);
    context.font = "13px 'DejaVu Sans', Verdana, sans-serif";
    context.textBaseline = "middle";
    const left = 12 + Math.max(...data.labels.map(label => context.measureText(label).width)), room = data.width - left - 48;
    const height = data.height / cells, most = Math.max(...sums[step]);
    for (let cell = 0; cell < cells; cell++) {
      const count = sums[step][cell], middle = data.height - (cell + .5) * height, width = room * count / longest;
      context.fillStyle = data.palette[count === most && most > 0 ? 2 : 1];
      context.fillRect(left, middle - height * .35, width, height * .7);
      context.fillStyle = ink;
      context.textAlign = "right";
      context.fillText(data.labels[cell], left - 6, middle);
      context.textAlign = "left";
      context.fillText(number(count), left + width + 5, middle);
    }
  }

  function drawTimeline() {
    const density = window.devicePixelRatio || 1, width = timeline.clientWidth, height = timeline.clientHeight;
    timeline.width = Math.round(width * density);
    timeline.height = Math.round(height * density);
    const context = timeline.getContext("2d"), style = getComputedStyle(main);
    context.scale(density, density);
    for (let at = 0; at < data.steps; at++) {
      const from = Math.floor(at * width / data.steps), to = Math.max(from + 1, Math.floor((at + 1) * width / data.steps));
      const bar = data.spikes[at] ? Math.max(1, (height - 2) * data.spikes[at] / busiest) : 0;
      context.fillStyle = style.getPropertyValue(at <= step ? "--accent" : "--line");
      context.fillRect(from, height - bar, Math.max(1, to - from - (to - from > 3 ? 1 : 0)), bar);
    }
  }

  function status() {
    const time = data.secondsPerStep ? ` · ${(step * data.secondsPerStep).toPrecision(3)} s` : "";
    const spikes = data.spikes[step];
    return `Step ${number(step)} of ${number(data.steps)}${time} · ${number(spikes)} ${spikes === 1 ? "spike" : "spikes"}`;
  }

  function draw() {
    const context = view.getContext("2d");
    data.kind === "counts" ? drawBars(context) : drawCells(context);
    drawTimeline();
    byId("status").textContent = status();
    slider.value = step;
    slider.setAttribute("aria-valuetext", status());
  }

  function show(next) {
    step = Math.min(data.steps - 1, Math.max(0, next));
    draw();
  }

  function setPlaying(value) {
    playing = value;
    play.textContent = playing ? "Pause" : "Play";
    play.setAttribute("aria-pressed", playing);
    if (playing) {
      if (step === data.steps - 1)
        show(0);
      last = 0;
      requestAnimationFrame(advance);
    }
  }

  function advance(now) {
    if (!playing)
      return;
    owed = last ? owed + (now - last) * speed.value / data.millisecondsPerFrame : 0;
    last = now;
    const steps = Math.floor(owed);
    owed -= steps;
    if (steps > 0) {
      const next = step + steps;
      if (next >= data.steps && !data.loop) {
        show(data.steps - 1);
        setPlaying(false);
        return;
      }
      show(next % data.steps);
    }
    requestAnimationFrame(advance);
  }

  function pauseAt(next) {
    setPlaying(false);
    show(next);
  }

  function changeSpeed(by) {
    speed.selectedIndex = Math.min(speed.options.length - 1, Math.max(0, speed.selectedIndex + by));
  }

  const keys = {
    " ": () => setPlaying(!playing), "k": () => setPlaying(!playing),
    "ArrowLeft": () => pauseAt(step - 1), "ArrowRight": () => pauseAt(step + 1),
    "Home": () => pauseAt(0), "End": () => pauseAt(data.steps - 1),
    "-": () => changeSpeed(-1), "+": () => changeSpeed(1), "=": () => changeSpeed(1),
  };

  function press(event) {
    const target = event.composedPath()[0];
    // A list and a button have keys of their own.
    const own = target.tagName === "SELECT" || (target.tagName === "BUTTON" && event.key === " ");
    if (own || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key])
      return;
    event.preventDefault();
    keys[event.key]();
  }

  // Beside anything else in the page, a player has the keys only while it has the focus.
  const isAlone = () => host.matches("body > :only-child");
  root.addEventListener("keydown", press);
  document.addEventListener("keydown", event => {
    if (isAlone() && !event.composedPath().includes(host))
      press(event);
  });
  play.addEventListener("click", () => setPlaying(!playing));
  byId("back").addEventListener("click", () => pauseAt(step - 1));
  byId("forward").addEventListener("click", () => pauseAt(step + 1));
  slider.addEventListener("input", () => pauseAt(Number(slider.value)));
  timeline.addEventListener("click", event => pauseAt(Math.floor(event.offsetX / timeline.clientWidth * data.steps)));
  window.addEventListener("resize", draw);

  if (data.title) {
    byId("title").textContent = data.title;
    byId("title").hidden = false;
  }
  slider.max = data.steps - 1;
  if (data.kind === "counts") {
    const density = Math.ceil(window.devicePixelRatio || 1);
    [view.width, view.height] = [data.width * density, data.height * density];
    addUp();
  } else {
    [view.width, view.height] = [data.columns, data.rows];
  }
  view.style.width = data.width + "px";
  view.style.aspectRatio = data.width + " / " + data.height;
  draw();
  setPlaying(!window.matchMedia("(prefers-reduced-motion: reduce)").matches);
}

// A page may hold several players, each with a script such as this.
for (const host of document.querySelectorAll("spikeml-player"))
  if (!host.shadowRoot)
    start(host);
})();
