function start(host) {
  const page = open(host), { data, byId, main, say } = page;
  const view = byId("view"), over = byId("over"), starts = new Uint32Array(data.steps + 1);
  const neurons = new Uint32Array(data.spikes), valueOf = unpack();
  const hasOff = offSpikes(), groupOf = groups(), largest = largestValue();
  const whole = { left: -.5, right: data.steps - .5, low: -.5, high: data.neurons - .5 };
  const ofNeuron = new Uint32Array(data.neurons), ofStep = new Uint32Array(data.steps);
  let seen = { ...whole }, nameWidth = -1, room, picked = -1, counts = null, queued = false, theme;

  function unpack() {
    const packed = bytesOf(data.places);
    let at = 0, spike = 0;
    const next = () => {
      let value = 0, shift = 0, byte;
      do {
        byte = packed[at++];
        value |= (byte & 127) << shift;
        shift += 7;
      } while (byte > 127);
      return value;
    };
    for (let step = 0; step < data.steps; step++) {
      starts[step] = spike;
      for (let left = next(), neuron = 0; left > 0; left--)
        neurons[spike++] = neuron += next();
    }
    starts[data.steps] = spike;
    if (data.floats) {
      const values = new DataView(bytesOf(data.floats).buffer);
      return at => values.getFloat32(4 * at, true);
    }
    const which = data.valueOfSpike ? bytesOf(data.valueOfSpike) : null;
    return at => data.values[which ? which[at] : 0];
  }

  function offSpikes() {
    const isOff = new Uint8Array(data.spikes);
    let any = false;
    for (let at = 0; at < data.spikes; at++)
      if (valueOf(at) < 0)
        any = isOff[at] = 1;
    return any ? isOff : null;
  }

  function largestValue() {
    let most = 0;
    for (let at = 0; at < data.spikes; at++)
      most = Math.max(most, Math.abs(valueOf(at)));
    return most;
  }

  function groups() {
    if (data.groups.length < 2)
      return () => 0;
    const ends = [];
    data.groups.reduce((sum, group) => (ends.push(sum + group.count), sum + group.count), 0);
    return neuron => {
      const at = ends.findIndex(end => neuron < end);
      return at < 0 ? ends.length - 1 : at;
    };
  }

  // The first spike of a step whose neuron is at least this one.
  function firstFrom(step, neuron) {
    let low = starts[step], high = starts[step + 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (neurons[middle] < neuron)
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  }

  const stepOf = x => seen.left + (x - room.x) / room.width * (seen.right - seen.left);
  const neuronAt = y => seen.high - (y - room.y) / room.height * (seen.high - seen.low);
  const xOf = step => room.x + (step - seen.left) / (seen.right - seen.left) * room.width;
  const yOf = neuron => room.y + (seen.high - neuron) / (seen.high - seen.low) * room.height;
  const firstStep = () => clamp(Math.ceil(seen.left), 0, data.steps - 1);
  const lastStep = () => clamp(Math.floor(seen.right), 0, data.steps - 1);
  const lowest = () => clamp(Math.ceil(seen.low), 0, data.neurons - 1);
  const highest = () => clamp(Math.floor(seen.high), 0, data.neurons - 1);

  function layOut(context, width, height) {
    const names = data.groups.length ? data.groups.map(group => group.name) : data.labels;
    if (nameWidth < 0)
      nameWidth = names.slice(0, 2000).reduce((most, name) => Math.max(most, context.measureText(name).width), 0);
    const left = clamp(Math.max(nameWidth, context.measureText(number(data.neurons)).width) + 32, 52, width * .3);
    const narrow = width < 560, side = narrow ? 44 : 96, top = height < 300 ? 36 : narrow ? 52 : 76, gap = 8;
    const [wide, high] = [Math.max(20, width - left - side - gap - 14), Math.max(20, height - top - gap - 42)];
    return { x: left, y: top + gap, width: wide, height: high, top, side, gap };
  }

  function count() {
    ofNeuron.fill(0);
    ofStep.fill(0);
    const low = lowest(), high = highest();
    let all = 0;
    for (let step = firstStep(), end = lastStep(); step <= end; step++) {
      const from = firstFrom(step, low), to = firstFrom(step, high + 1);
      ofStep[step] = to - from;
      all += to - from;
      for (let at = from; at < to; at++)
        ofNeuron[neurons[at]]++;
    }
    return all;
  }

  const rgb = color => [1, 3, 5].map(at => parseInt(color.slice(at, at + 2), 16));

  function drawMarks(context, wide, high) {
    context.save();
    context.beginPath();
    context.rect(room.x, room.y, room.width, room.height);
    context.clip();
    for (let step = firstStep(), end = lastStep(); step <= end; step++)
      for (let at = firstFrom(step, lowest()), to = firstFrom(step, highest() + 1); at < to; at++) {
        context.globalAlpha = largest > 0 && Number.isFinite(largest) ? .35 + .65 * Math.abs(valueOf(at)) / largest : 1;
        context.fillStyle = hasOff?.[at] ? theme.off : theme.on[groupOf(neurons[at])];
        context.fillRect(xOf(step) - wide / 2, yOf(neurons[at]) - high / 2, wide, high);
      }
    context.restore();
  }

  // The pixels that each step or neuron covers, and how many share each pixel.
  function spread(first, last, pixels, edge) {
    const from = new Int32Array(last - first + 1), to = new Int32Array(last - first + 1), sharing = new Uint16Array(pixels);
    for (let at = first; at <= last; at++) {
      const [a, b] = [edge(at - .5), edge(at + .5)].sort((x, y) => x - y), gap = b - a >= 3 ? (b - a) * .2 : 0;
      const low = clamp(Math.round(a + gap), 0, pixels - 1), high = clamp(Math.max(low + 1, Math.round(b - gap)), 1, pixels);
      [from[at - first], to[at - first]] = [low, high];
      for (let pixel = low; pixel < high; pixel++)
        sharing[pixel]++;
    }
    return { from, to, sharing };
  }

  // Spikes beyond what a browser draws one by one are added up: a pixel is the darker the more of its places spike.
  function drawPixels(context, density) {
    const width = Math.max(1, Math.round(room.width * density)), height = Math.max(1, Math.round(room.height * density));
    if (counts?.width !== width || counts?.height !== height)
      counts = { width, height, on: new Uint16Array(width * height), off: hasOff ? new Uint16Array(width * height) : null,
        image: context.createImageData(width, height), canvas: new OffscreenCanvas(width, height) };
    counts.on.fill(0);
    counts.off?.fill(0);
    const perStep = width / (seen.right - seen.left), perNeuron = height / (seen.high - seen.low);
    const low = lowest(), first = firstStep();
    const columns = spread(first, lastStep(), width, step => (step - seen.left) * perStep);
    const rows = spread(low, highest(), height, neuron => (seen.high - neuron) * perNeuron);
    const { on, off } = counts, { from: tops, to: bottoms } = rows;
    for (let step = first, end = lastStep(); step <= end; step++) {
      const left = columns.from[step - first], right = columns.to[step - first];
      for (let at = firstFrom(step, low), to = firstFrom(step, highest() + 1); at < to; at++) {
        const target = off !== null && hasOff[at] ? off : on, row = neurons[at] - low;
        for (let y = tops[row] * width, bottom = bottoms[row] * width; y < bottom; y += width)
          for (let x = left; x < right; x++)
            target[y + x]++;
      }
    }
    shade(columns.sharing, rows.sharing, perNeuron);
    counts.canvas.getContext("2d").putImageData(counts.image, 0, 0);
    context.drawImage(counts.canvas, room.x, room.y, room.width, room.height);
  }

  function shade(ofColumn, ofRow, perNeuron) {
    const pixels = new Uint32Array(counts.image.data.buffer), { width, height } = counts;
    const alphas = Uint8Array.from({ length: 256 }, (_, i) => 255 * (.3 + .7 * Math.sqrt(i / 255)));
    const ofGroup = theme.on.map(rgb), off = rgb(theme.off);
    for (let y = 0, at = 0; y < height; y++) {
      const on = ofGroup[groupOf(clamp(Math.round(seen.high - (y + .5) / perNeuron), 0, data.neurons - 1))];
      for (let x = 0; x < width; x++, at++) {
        const ons = counts.on[at], offs = counts.off ? counts.off[at] : 0;
        if (ons + offs === 0) {
          pixels[at] = 0;
          continue;
        }
        const color = offs > ons ? off : on, share = (ons + offs) / (ofColumn[x] * ofRow[y]);
        pixels[at] = alphas[Math.min(255, Math.round(255 * share))] << 24 | color[2] << 16 | color[1] << 8 | color[0];
      }
    }
  }

  function drawRates(context, density) {
    const scale = data.time ? 1 / data.time.secondsPerStep : 1, steps = lastStep() - firstStep() + 1;
    const columns = binned(ofStep, firstStep(), lastStep(), Math.round(room.width));
    const rows = binned(ofNeuron, lowest(), highest(), Math.round(room.height));
    const most = Math.max(...columns.map(bin => bin.mean)), best = Math.max(...rows.map(bin => bin.mean));
    const base = room.y - room.gap, left = room.x + room.width + room.gap;
    context.fillStyle = theme.rate;
    for (const { from, to, mean } of columns)
      if (mean > 0) {
        const x = Math.max(room.x, xOf(from - .5)), right = Math.min(room.x + room.width, xOf(to + .5));
        const high = Math.max(1, (room.top - 16) * mean / most);
        const [edge, size] = onPixels(x, right, density);
        context.fillRect(edge, base - high, size, high);
      }
    for (const { from, to, mean } of rows)
      if (mean > 0) {
        const y = Math.max(room.y, yOf(to + .5)), bottom = Math.min(room.y + room.height, yOf(from - .5));
        const [edge, size] = onPixels(y, bottom, density);
        context.fillRect(left, edge, Math.max(1, room.side * mean / best), size);
      }
    line(context, room.x, base + .5, room.x + room.width, base + .5);
    line(context, left - .5, room.y, left - .5, room.y + room.height);
    context.fillStyle = theme.ink;
    context.textBaseline = "top";
    context.textAlign = "left";
    const unit = data.time ? "spikes/s" : room.width > 300 ? "spikes per step" : "spikes/step";
    context.fillText(`All in sight: up to ${short(most * scale)} ${unit}`, room.x, 0);
    context.textBaseline = "alphabetic";
    context.textAlign = "right";
    context.fillText(data.time ? `${short(best / steps * scale)} Hz` : short(best / steps), left + room.side, room.y - room.gap);
    if (room.side > 60) {
      context.textBaseline = "top";
      context.fillText(data.time ? "Rate" : "Spikes/step", left + room.side, room.y + room.height + 8);
    }
  }

  // Bars begin and end on pixels, or their seams would show; large ones stand apart.
  function onPixels(from, to, density) {
    const edge = Math.round(from * density) / density, size = Math.round(to * density) / density - edge;
    return [edge, Math.max(1 / density, size - (size > 4 ? 1 : 0))];
  }

  const short = value => value === 0 ? "0" : value >= 1000 ? number(Math.round(value)) : String(Number(value.toPrecision(3)));

  // Means of equal bins, no more of them than pixels.
  function binned(values, first, last, most) {
    const size = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, most))), bins = [];
    for (let from = first; from <= last; from += size) {
      const to = Math.min(last, from + size - 1);
      let sum = 0;
      for (let at = from; at <= to; at++)
        sum += values[at];
      bins.push({ from, to, mean: sum / (to - from + 1) });
    }
    return bins;
  }

  function line(context, x1, y1, x2, y2, color = theme.ink) {
    context.strokeStyle = color;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }

  /** The ends, and between them the multiples of a distance that are not too close to one. */
  function ticks(from, to, distance, ends, least) {
    const inner = [];
    for (let at = Math.ceil(from / distance - 1e-9); at * distance <= to + 1e-9; at++)
      inner.push(at * distance);
    return [...new Set([...ends, ...inner.filter(at => ends.every(end => Math.abs(at - end) >= least))])];
  }

  function drawTimeAxis(context) {
    const per = data.time ? data.time.perStep : 1, base = room.y + room.height, from = seen.left * per, to = seen.right * per;
    const ends = [firstStep() * per, lastStep() * per];
    const distanceOf = widest => Math.max(data.time ? 0 : 1, tickDistance(to - from, room.width, widest));
    const widthOf = decimals => Math.max(...ends.map(end =>
      context.measureText(fixed(end, decimalsAt(end, decimals))).width)) + 18;
    const widest = widthOf(decimalsOf(distanceOf(widthOf(0)))), distance = distanceOf(widest), decimals = decimalsOf(distance);
    line(context, room.x, base + .5, room.x + room.width, base + .5);
    context.textAlign = "center";
    context.textBaseline = "top";
    for (const at of ticks(from, to, distance, ends, widest * (to - from) / room.width)) {
      const x = xOf(at / per);
      line(context, x, base, x, base + 5);
      context.fillText(fixed(at, ends.includes(at) ? decimalsAt(at, decimals) : decimals), x, base + 8);
    }
    context.fillText(data.time ? `Time (${data.time.unit})` : "Time step", room.x + room.width / 2, base + 25);
  }

  function drawNeuronAxis(context) {
    line(context, room.x - .5, room.y, room.x - .5, room.y + room.height);
    context.textAlign = "right";
    context.textBaseline = "middle";
    if (data.groups.length)
      drawGroups(context);
    else
      drawNumbers(context);
    if (!data.groups.length && !data.labels.length) {
      context.save();
      context.translate(10, room.y + room.height / 2);
      context.rotate(-Math.PI / 2);
      context.textAlign = "center";
      context.fillText("Neuron", 0, 0);
      context.restore();
    }
  }

  function drawNumbers(context) {
    const distance = Math.max(1, tickDistance(seen.high - seen.low, room.height, data.labels.length ? 16 : 32));
    const least = 16 * (seen.high - seen.low) / room.height;
    for (const at of ticks(lowest(), highest(), distance, [lowest(), highest()], least)) {
      line(context, room.x - 5, yOf(at), room.x, yOf(at));
      context.fillText(fitted(context, data.labels[at] ?? number(at), room.x - 12), room.x - 8, yOf(at));
    }
  }

  function drawGroups(context) {
    let first = 0, free = Infinity;
    for (const [at, { name, count }] of data.groups.entries()) {
      const low = Math.max(first - .5, seen.low), high = Math.min(first + count - .5, seen.high);
      first += count;
      if (high <= low)
        continue;
      if (at > 0 && low > seen.low)
        line(context, room.x, yOf(low), room.x + room.width, yOf(low), theme.line);
      context.fillStyle = theme.on[at];
      context.fillRect(room.x - 5, yOf(high), 4, yOf(low) - yOf(high));
      context.fillStyle = theme.ink;
      const y = yOf((low + high) / 2);
      if (free - y >= 14) {
        context.fillText(fitted(context, name, room.x - 14), room.x - 9, y);
        free = y;
      }
    }
  }

  function fitted(context, text, width) {
    if (context.measureText(text).width <= width)
      return text;
    while (text.length > 1 && context.measureText(text + "…").width > width)
      text = text.slice(0, -1);
    return text + "…";
  }

  function draw() {
    queued = false;
    const { context, width, height, density } = prepared(view);
    theme = data.themes[darkness.matches ? 1 : 0];
    context.fillStyle = theme.paper;
    context.fillRect(0, 0, width, height);
    room = layOut(context, width, height);
    const spikes = count(), perStep = room.width / (seen.right - seen.left), perNeuron = room.height / (seen.high - seen.low);
    const markWidth = clamp(perStep * .6, 1, perNeuron > 12 ? 3 : 6), markHeight = clamp(perNeuron * .75, 1, 40);
    if (spikes <= 5000 && perStep >= 1 && perNeuron >= 1)
      drawMarks(context, markWidth, markHeight);
    else
      drawPixels(context, density);
    context.fillStyle = theme.ink;
    drawRates(context, density);
    drawTimeAxis(context);
    drawNeuronAxis(context);
    drawKey(context, width);
    if (data.spikes === 0) {
      context.textAlign = "center";
      context.fillText("No spikes", room.x + room.width / 2, room.y + room.height / 2);
    }
    tell(spikes);
    drawPicked();
  }

  function drawKey(context, width) {
    if (!hasOff)
      return;
    context.textAlign = "right";
    context.textBaseline = "top";
    context.fillStyle = theme.off;
    context.fillRect(width - 7, 1, 3, 11);
    context.fillStyle = theme.ink;
    context.fillText("Off-spike", width - 12, 0);
  }

  function tell(spikes) {
    const part = isWhole() ? "" : " in sight";
    byId("status").textContent = `${counted(spikes, "spike")}${part} · ${span("neuron", lowest(), highest(), data.neurons)} · `
      + span("step", firstStep(), lastStep(), data.steps);
    const size = [counted(data.spikes, "spike"), counted(data.neurons, "neuron"), counted(data.steps, "step")].join(", ");
    view.setAttribute("aria-label", `Raster of ${size}`);
    main.classList.toggle("zoomed", !isWhole());
    byId("all").disabled = isWhole();
  }

  const span = (name, first, last, all) => first === 0 && last === all - 1 ? counted(all, name)
    : first === last ? `${name} ${number(first)}` : `${name}s ${number(first)}–${number(last)}`;
  const isWhole = () => Object.keys(whole).every(side => Math.abs(seen[side] - whole[side]) < 1e-6);

  function queue() {
    if (!queued)
      requestAnimationFrame(draw);
    queued = true;
  }

  // Keeps a range inside the whole, and no shorter than three steps or neurons.
  function limited(low, high, from, to) {
    const size = clamp(high - low, Math.min(3, to - from), to - from), middle = (low + high) / 2;
    const start = clamp(middle - size / 2, from, to - size);
    return [start, start + size];
  }

  function look(next) {
    [seen.left, seen.right] = limited(next.left, next.right, whole.left, whole.right);
    [seen.low, seen.high] = limited(next.low, next.high, whole.low, whole.high);
    queue();
  }

  // A change by key or button glides, unless motion is unwanted.
  let goal = null;
  function glide(next) {
    const from = { ...seen }, begin = performance.now();
    goal = next;
    if (stillness.matches)
      return look(next);
    const move = now => {
      if (goal !== next)
        return;
      const share = clamp((now - begin) / 150, 0, 1), eased = 1 - (1 - share) ** 3;
      look(Object.fromEntries(Object.keys(from).map(side => [side, from[side] + (next[side] - from[side]) * eased])));
      if (share < 1)
        requestAnimationFrame(move);
      else
        goal = null;
    };
    requestAnimationFrame(move);
  }

  function zoomed(factorX, factorY, step = (seen.left + seen.right) / 2, neuron = (seen.low + seen.high) / 2) {
    const [fx, fy] = [byId("axes").value === "neurons" ? 1 : factorX, byId("axes").value === "time" ? 1 : factorY];
    return { left: step - (step - seen.left) / fx, right: step + (seen.right - step) / fx,
      low: neuron - (neuron - seen.low) / fy, high: neuron + (seen.high - neuron) / fy };
  }

  function moved(shareX, shareY) {
    const x = shareX * (seen.right - seen.left), y = shareY * (seen.high - seen.low);
    return { left: seen.left + x, right: seen.right + x, low: seen.low + y, high: seen.high + y };
  }

  // The spike nearest to a place of the canvas, -1 where none is near.
  function nearest(x, y, reach) {
    const perStep = room.width / (seen.right - seen.left), perNeuron = room.height / (seen.high - seen.low);
    const step = stepOf(x), neuron = neuronAt(y), steps = Math.max(.5, reach / perStep), rows = Math.max(.5, reach / perNeuron);
    let best = -1, least = Infinity;
    for (let s = Math.max(0, Math.ceil(step - steps)), end = Math.min(data.steps - 1, Math.floor(step + steps)); s <= end; s++)
      for (let at = firstFrom(s, Math.ceil(neuron - rows)), to = firstFrom(s, Math.floor(neuron + rows) + 1); at < to; at++) {
        const distance = ((s - step) * perStep) ** 2 + ((neurons[at] - neuron) * perNeuron) ** 2;
        if (distance < least)
          [best, least] = [at, distance];
      }
    return best;
  }

  function stepOfSpike(at) {
    let low = 0, high = data.steps;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      starts[middle] <= at ? low = middle : high = middle;
    }
    return low;
  }

  function place(neuron, step) {
    const name = data.labels[neuron] ? ` · ${data.labels[neuron]}`
      : data.groups.length ? ` · ${data.groups[groupOf(neuron)].name}` : "";
    return `Neuron ${number(neuron)}${name}\nStep ${number(step)}${data.time ? ` · ${timeOf(data.time, step)}` : ""}`;
  }

  function describe(at) {
    const value = valueOf(at), neuron = neurons[at];
    const written = String(Number(value.toPrecision(4))).replace("-", "\u2212");
    return `${place(neuron, stepOfSpike(at))}\nValue ${written} · ${counted(ofNeuron[neuron], "spike")} in sight`;
  }

  function drawPicked() {
    const { context } = prepared(over);
    if (picked < 0)
      return;
    const x = xOf(stepOfSpike(picked)), y = yOf(neurons[picked]);
    if (x < room.x || x > room.x + room.width || y < room.y || y > room.y + room.height)
      return;
    context.setLineDash([3, 3]);
    line(context, x, room.y - room.gap - room.top + 16, x, room.y + room.height, theme.rate);
    line(context, room.x, y, room.x + room.width + room.gap + room.side, y, theme.rate);
    context.setLineDash([]);
    context.strokeStyle = theme.ink;
    context.strokeRect(x - 5.5, y - 5.5, 11, 11);
  }

  const within = (x, y) => x >= room.x && x <= room.x + room.width && y >= room.y && y <= room.y + room.height;

  function point(event) {
    const x = event.offsetX, y = event.offsetY;
    if (!room || !within(x, y)) {
      picked = -1;
      drawPicked();
      return say("");
    }
    picked = nearest(x, y, event.pointerType === "touch" ? 16 : 8);
    drawPicked();
    const neuron = clamp(Math.round(neuronAt(y)), 0, data.neurons - 1), step = clamp(Math.round(stepOf(x)), 0, data.steps - 1);
    say(picked >= 0 ? describe(picked) : `${place(neuron, step)}\nNo spike`, event.clientX, event.clientY);
  }

  // From spike to spike without a pointer, told to screen readers.
  function walk(by) {
    if (data.spikes === 0)
      return;
    picked = picked < 0 ? firstFrom(firstStep(), lowest()) : picked + by;
    picked = clamp(picked, 0, data.spikes - 1);
    const step = stepOfSpike(picked), neuron = neurons[picked];
    const x = step < seen.left || step > seen.right ? (step - (seen.left + seen.right) / 2) / (seen.right - seen.left) : 0;
    const y = neuron < seen.low || neuron > seen.high ? (neuron - (seen.low + seen.high) / 2) / (seen.high - seen.low) : 0;
    look(moved(x, y));
    draw();
    const box = view.getBoundingClientRect();
    say(describe(picked), box.left + xOf(step), box.top + yOf(neuron));
    byId("spoken").textContent = describe(picked).replaceAll("\n", ", ");
  }

  const fingers = new Map();
  let travelled = 0;
  view.addEventListener("pointerdown", event => {
    if (event.button !== 0)
      return;
    goal = null;
    view.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    travelled = 0;
    view.focus({ preventScroll: true });
  });
  view.addEventListener("pointermove", event => {
    const finger = fingers.get(event.pointerId);
    if (!finger)
      return point(event);
    const others = [...fingers.values()].filter(other => other !== finger), before = { ...finger };
    [finger.x, finger.y] = [event.offsetX, event.offsetY];
    travelled += Math.abs(finger.x - before.x) + Math.abs(finger.y - before.y);
    if (travelled < 4)
      return;
    view.classList.add("dragged");
    say("");
    if (others.length === 0)
      look(moved((before.x - finger.x) / room.width, (finger.y - before.y) / room.height));
    else
      pinch(others[0], before, finger);
  });

  // What lies under each of two fingers stays there; where they are close on an axis, that axis only moves.
  function pinch(still, before, finger) {
    const ratio = (a, b) => Math.abs(b) < 24 || Math.abs(a) < 24 ? 1 : clamp(Math.abs(a / b), .5, 2);
    const fx = ratio(finger.x - still.x, before.x - still.x), fy = ratio(finger.y - still.y, before.y - still.y);
    look(zoomed(fx, fy, stepOf(still.x), neuronAt(still.y)));
  }

  function lift(event) {
    if (fingers.delete(event.pointerId) && travelled < 4 && event.type === "pointerup")
      point(event);
    if (fingers.size === 0)
      view.classList.remove("dragged");
  }
  view.addEventListener("pointerup", lift);
  view.addEventListener("pointercancel", lift);
  view.addEventListener("pointerleave", event => {
    if (event.pointerType !== "touch") {
      picked = -1;
      drawPicked();
      say("");
    }
  });
  view.addEventListener("dblclick", event => glide(zoomed(2, 2, stepOf(event.offsetX), neuronAt(event.offsetY))));
  view.addEventListener("wheel", event => {
    // Beside other things in a page, the wheel belongs to the page until the raster has the focus.
    if (!main.classList.contains("alone") && page.root.activeElement !== view)
      return;
    event.preventDefault();
    goal = null;
    const factor = Math.exp(-clamp(event.deltaY, -100, 100) * (event.deltaMode === 1 ? 30 : 1) / 300);
    const x = clamp(event.offsetX, room.x, room.x + room.width), y = clamp(event.offsetY, room.y, room.y + room.height);
    look(zoomed(event.offsetX > room.x + room.width ? 1 : factor, event.offsetY < room.y ? 1 : factor, stepOf(x), neuronAt(y)));
  }, { passive: false });

  const all = () => glide({ ...whole }), zoom = factor => () => glide(zoomed(factor, factor));
  listenForKeys(page, host, {
    "ArrowLeft": () => glide(moved(-.2, 0)), "ArrowRight": () => glide(moved(.2, 0)),
    "ArrowUp": () => glide(moved(0, .2)), "ArrowDown": () => glide(moved(0, -.2)),
    "+": zoom(1.5), "=": zoom(1.5), "-": zoom(1 / 1.5), "Home": all, "0": all,
    "n": () => walk(1), "p": () => walk(-1), "f": page.toggleFullScreen,
    "Escape": () => { picked = -1; say(""); drawPicked(); },
  });
  byId("in").addEventListener("click", zoom(1.5));
  byId("out").addEventListener("click", zoom(1 / 1.5));
  byId("all").addEventListener("click", all);
  darkness.addEventListener("change", queue);
  new ResizeObserver(queue).observe(view);
  draw();
}

startAll("spikeml-raster", start);
