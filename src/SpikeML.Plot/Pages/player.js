function start(host) {
  const page = open(host), { data, byId, main, say } = page;
  const view = byId("view"), raster = byId("raster"), timeline = byId("timeline"), slider = byId("step"), play = byId("play");
  const speed = byId("speed"), trail = byId("trail"), isBars = data.kind === "counts";
  const packed = bytesOf(data.cells);
  const numbersOf = color => [1, 3, 5].map(at => parseInt(color.slice(at, at + 2), 16));
  const colors = data.palette.map(numbersOf), fading = data.fading.map(numbersOf);
  const cells = data.rows * data.columns, perByte = 8 / data.bits, mask = (1 << data.bits) - 1;
  const ofChannel = (data.columns + 1) / data.channels - 1;
  const neuronOf = Int32Array.from({ length: cells }, (_, cell) => neuronAt(cell));
  const lastSpike = new Int32Array(cells), lastPlace = new Uint8Array(cells);
  let step = 0, known = -1, playing = false, loops = data.loop, last = 0, owed = 0, strip = null, pointed = null;

  const busiest = data.spikes.reduce((most, count) => Math.max(most, count), 1);

  const place = cell => packed[Math.floor(cell / perByte)] >> (8 - data.bits - cell % perByte * data.bits) & mask;

  // The neuron of a cell, -1 for cells between channels and behind the last neuron.
  function neuronAt(cell) {
    const row = Math.floor(cell / data.columns), column = cell % data.columns;
    const channel = Math.floor(column / (ofChannel + 1)), within = column % (ofChannel + 1);
    const neuron = (channel * data.rows + row) * ofChannel + within;
    return within < ofChannel && neuron < data.neurons ? neuron : -1;
  }

  // When each cell spiked last, up to this step.
  function remember() {
    if (step < known) {
      lastSpike.fill(-1);
      known = -1;
    }
    if (known < 0)
      lastSpike.fill(-1);
    for (known++; known <= step; known++)
      for (let cell = 0; cell < cells; cell++) {
        const spike = neuronOf[cell] < 0 ? 0 : place(known * cells + cell);
        if (spike)
          [lastSpike[cell], lastPlace[cell]] = [known, spike];
      }
    known = step;
  }

  // How much of a spike's colour is left after some steps.
  function left(age) {
    if (age === 0)
      return 1;
    if (trail.value === "stay")
      return .5;
    const length = trail.value === "0" ? 0 : Math.max(2, Math.round(trail.value * data.steps));
    return Math.max(0, .75 * (1 - age / (length + 1))) * (age <= length ? 1 : 0);
  }

  // The colour of a spike that has faded to a share of it.
  function colorOf(place, share) {
    if (!share)
      return colors[0];
    if (place === 1 && fading.length)
      return fading[Math.round(share * (fading.length - 1))];
    return colors[0].map((silence, channel) => Math.round(silence + share * (colors[place][channel] - silence)));
  }

  function drawCells() {
    const context = view.getContext("2d"), picture = context.createImageData(data.columns, data.rows);
    remember();
    for (let cell = 0; cell < cells; cell++) {
      // Cells that are no neurons stay clear.
      if (neuronOf[cell] < 0)
        continue;
      const color = colorOf(lastPlace[cell], lastSpike[cell] < 0 ? 0 : left(step - lastSpike[cell]));
      for (let channel = 0; channel < 3; channel++)
        picture.data[4 * cell + channel] = color[channel];
      picture.data[4 * cell + 3] = 255;
    }
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

  function drawBars() {
    const { context, width, height } = prepared(view), row = height / cells, ink = getComputedStyle(main).color;
    context.font = `${Math.max(6, Math.min(14, row * .7))}px 'DejaVu Sans', Verdana, system-ui, sans-serif`;
    context.textBaseline = "middle";
    const longestLabel = Math.max(...data.labels.map(label => context.measureText(label).width));
    const left = 12 + Math.min(width * .3, longestLabel), room = width - left - 52;
    const most = Math.max(...sums[step]);
    for (let cell = 0; cell < cells; cell++) {
      const count = sums[step][cell], middle = height - (cell + .5) * row, long = room * count / longest;
      context.fillStyle = data.palette[count === most && most > 0 ? 2 : 1];
      context.fillRect(left, middle - row * .35, long, row * .7);
      context.fillStyle = ink;
      context.textAlign = "right";
      context.fillText(data.labels[cell], left - 6, middle, left - 8);
      context.textAlign = "left";
      context.fillText(number(count), left + long + 5, middle);
    }
  }

  // The picture is as large as there is room, in whole pixels for each cell while cells are large.
  function fit() {
    const stage = byId("stage"), alone = main.classList.contains("alone");
    const style = getComputedStyle(byId("player")), padding = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
    const inside = stage.parentElement.clientWidth - padding;
    view.style.width = view.style.height = "0";
    const wide = Math.min(inside, stage.clientWidth), high = stage.clientHeight;
    const [width, height] = alone ? [wide, high]
      : [Math.min(wide, Math.max(data.width, 280)), Math.min(window.innerHeight * .7, Math.max(data.height, 280))];
    if (isBars) {
      view.style.width = Math.min(width, alone ? 960 : data.width) + "px";
      view.style.height = (alone ? height : data.height) + "px";
      return;
    }
    const exact = Math.min(width / data.columns, height / data.rows), scale = exact >= 2 ? Math.floor(exact) : exact;
    view.style.width = data.columns * scale + "px";
    view.style.height = data.rows * scale + "px";
  }

  const xOf = (at, width) => (at + .5) * width / data.steps;

  // All spikes, time to the right and neurons upwards; drawn once, and then only copied.
  function drawStrip(width, height, density) {
    const [wide, high] = [Math.round(width * density), Math.round(height * density)];
    strip = new OffscreenCanvas(Math.max(1, wide), Math.max(1, high));
    const context = strip.getContext("2d"), markWidth = Math.max(1, wide / data.steps * .7);
    const markHeight = Math.max(1, high / data.neurons * .8);
    context.fillStyle = isBars ? getComputedStyle(main).getPropertyValue("--paper") : data.palette[0];
    context.fillRect(0, 0, wide, high);
    for (let at = 0, last = 0; at < data.steps; at++)
      for (let cell = 0; cell < cells; cell++) {
        const color = neuronOf[cell] < 0 ? 0 : place(at * cells + cell);
        if (color === 0)
          continue;
        if (color !== last)
          context.fillStyle = data.palette[last = color];
        const middle = high - (neuronOf[cell] + .5) * high / data.neurons;
        context.fillRect(xOf(at, wide) - markWidth / 2, middle - markHeight / 2, markWidth, markHeight);
      }
  }

  function drawRaster() {
    const { context, width, height, density } = prepared(raster);
    if (height === 0)
      return;
    if (strip?.width !== Math.max(1, Math.round(width * density)) || strip.height !== Math.max(1, Math.round(height * density)))
      drawStrip(width, height, density);
    context.drawImage(strip, 0, 0, width, height);
    const style = getComputedStyle(main), x = xOf(step, width);
    if (pointed !== null) {
      context.fillStyle = "#ffffff66";
      context.fillRect(0, height - (pointed + 1) * height / data.neurons - 1, width, Math.max(2, height / data.neurons));
    }
    context.fillStyle = isBars ? style.getPropertyValue("--accent") : "#ffffff";
    context.fillRect(Math.round(x) - 1, 0, 2, height);
    context.strokeStyle = style.getPropertyValue("--line");
    context.strokeRect(.5, .5, width - 1, height - 1);
  }

  function drawTimeline() {
    const { context, width, height } = prepared(timeline), axis = 22, room = height - axis;
    const style = getComputedStyle(main), [past, ahead] = ["--accent", "--line"].map(name => style.getPropertyValue(name));
    for (let at = 0; at < data.steps; at++) {
      const from = Math.floor(at * width / data.steps), to = Math.max(from + 1, Math.floor((at + 1) * width / data.steps));
      const bar = data.spikes[at] ? Math.max(1, (room - 2) * data.spikes[at] / busiest) : 0;
      context.fillStyle = at <= step ? past : ahead;
      context.fillRect(from, room - bar, Math.max(1, to - from - (to - from > 3 ? 1 : 0)), bar);
    }
    drawAxis(context, width, room, style);
  }

  // Steps are counted from 1, as the words above count them; time is that since the first.
  function drawAxis(context, width, top, style) {
    context.fillStyle = style.getPropertyValue("--line");
    context.fillRect(0, top, width, 1);
    context.textBaseline = "top";
    context.fillStyle = style.getPropertyValue("--faint");
    for (const { x, left, label } of ticks(context, width)) {
      context.fillRect(Math.round(x), top, 1, 4);
      context.fillText(label, left, top + 7);
    }
  }

  // Round numbers, the first and the last step.
  function ticks(context, width) {
    const per = data.time ? data.time.perStep : 1, last = data.time ? (data.steps - 1) * per : data.steps;
    const distance = Math.max(data.time ? 0 : 1, tickDistance(last || per, width, 64)), decimals = decimalsOf(distance), gap = 6;
    const placed = (value, text) => {
      const x = xOf(data.time ? value / per : value - 1, width), size = context.measureText(text).width;
      return { x, label: text, left: clamp(x - size / 2, 0, Math.max(0, width - size)), size };
    };
    const all = [data.time ? placed(0, `${fixed(0, decimals)} ${data.time.unit}`) : placed(1, "step 1")];
    for (let at = 1; at * distance < last - 1e-9; at++)
      if (data.time || at * distance > 1)
        all.push(placed(at * distance, fixed(at * distance, decimals)));
    const end = placed(last, fixed(last, decimalsAt(last, decimals))), crowds = tick => tick.left + tick.size + gap > end.left;
    const kept = all.filter((tick, at) => at === 0 || !crowds(tick));
    return data.steps > 1 && !crowds(kept[0]) ? [...kept, end] : kept;
  }

  function status() {
    const time = data.time ? ` · ${timeOf(data.time, step)}` : "";
    return `Step ${number(step + 1)} of ${number(data.steps)}${time} · ${counted(data.spikes[step], "spike")}`;
  }

  function draw() {
    isBars ? drawBars() : drawCells();
    drawRaster();
    drawTimeline();
    byId("status").textContent = status();
    slider.value = step;
    slider.setAttribute("aria-valuetext", status());
  }

  function resize() {
    fit();
    draw();
  }

  function show(next) {
    step = clamp(next, 0, data.steps - 1);
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

  function setLoop(value) {
    loops = value;
    byId("loop").setAttribute("aria-pressed", loops);
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
      if (next >= data.steps && !loops) {
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
    speed.selectedIndex = clamp(speed.selectedIndex + by, 0, speed.options.length - 1);
  }

  function changeTrail() {
    trail.selectedIndex = (trail.selectedIndex + 1) % trail.options.length;
    draw();
  }

  function spikesOf(cell) {
    let count = 0;
    for (let at = 0; at <= step; at++)
      count += place(at * cells + cell) ? 1 : 0;
    return counted(count, "spike") + " so far";
  }

  function placeOf(cell) {
    const row = Math.floor(cell / data.columns), column = cell % data.columns, channel = Math.floor(column / (ofChannel + 1));
    return `${data.channels > 1 ? `channel ${channel}, ` : ""}row ${row}, column ${column % (ofChannel + 1)}`;
  }

  function point(neuron, text, event) {
    pointed = neuron;
    drawRaster();
    say(text, event.clientX, event.clientY);
  }

  function pointAtView(event) {
    const box = view.getBoundingClientRect(), row = Math.floor((event.clientY - box.top) / box.height * data.rows);
    const column = Math.floor((event.clientX - box.left) / box.width * data.columns);
    const cell = isBars ? data.rows - 1 - row : row * data.columns + column;
    if (neuronOf[cell] >= 0)
      point(neuronOf[cell], [`Neuron ${number(neuronOf[cell])}`, isBars ? data.labels[cell] : placeOf(cell), spikesOf(cell)]
        .join("\n"), event);
    else
      point(null, "", event);
  }

  function pointAtRaster(event) {
    const box = raster.getBoundingClientRect();
    const neuron = clamp(Math.floor((box.bottom - event.clientY) / box.height * data.neurons), 0, data.neurons - 1);
    point(neuron, `Neuron ${number(neuron)}\nStep ${number(stepAt(event, box) + 1)} of ${number(data.steps)}`, event);
  }

  const stepAt = (event, box) => clamp(Math.floor((event.clientX - box.left) / box.width * data.steps), 0, data.steps - 1);

  function scrub(canvas) {
    const go = event => pauseAt(stepAt(event, canvas.getBoundingClientRect()));
    canvas.addEventListener("pointerdown", event => { canvas.setPointerCapture(event.pointerId); go(event); });
    canvas.addEventListener("pointermove", event => { if (event.buttons) go(event); });
  }

  listenForKeys(page, host, {
    " ": () => setPlaying(!playing), "k": () => setPlaying(!playing),
    "ArrowLeft": () => pauseAt(step - 1), "ArrowRight": () => pauseAt(step + 1),
    "Home": () => pauseAt(0), "End": () => pauseAt(data.steps - 1),
    "-": () => changeSpeed(-1), "+": () => changeSpeed(1), "=": () => changeSpeed(1),
    "t": () => { if (!isBars) changeTrail(); }, "l": () => setLoop(!loops), "f": page.toggleFullScreen,
  });
  play.addEventListener("click", () => setPlaying(!playing));
  byId("back").addEventListener("click", () => pauseAt(step - 1));
  byId("forward").addEventListener("click", () => pauseAt(step + 1));
  byId("loop").addEventListener("click", () => setLoop(!loops));
  slider.addEventListener("input", () => pauseAt(Number(slider.value)));
  trail.addEventListener("change", draw);
  scrub(timeline);
  scrub(raster);
  view.addEventListener("pointermove", pointAtView);
  view.addEventListener("pointerdown", pointAtView);
  raster.addEventListener("pointermove", pointAtRaster);
  for (const canvas of [view, raster])
    canvas.addEventListener("pointerleave", event => point(null, "", event));
  darkness.addEventListener("change", () => { strip = null; draw(); });

  slider.max = data.steps - 1;
  setLoop(data.loop);
  if (isBars) {
    byId("trailing").hidden = true;
    view.setAttribute("aria-label", "Spike counts up to this step");
    addUp();
  } else {
    view.classList.add("cells");
    [view.width, view.height] = [data.columns, data.rows];
    trail.value = data.flashes ? "0.2" : "0";
  }
  new ResizeObserver(resize).observe(byId("player"));
  window.addEventListener("resize", resize);
  resize();
  setPlaying(!stillness.matches);
}

startAll("spikeml-player", start);
