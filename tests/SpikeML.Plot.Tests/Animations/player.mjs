// The player's scenes; see ../browser.mjs.
import { drawn, run, until, visible, written } from "../browser.mjs";

let page;

const step = () => page.locator("#step").inputValue().then(Number);
const press = async key => { await page.keyboard.press(key); return step(); };
// Enough frames for what plays to move on.
async function frames() {
  for (let i = 0; i < 20; i++)
    await drawn(page);
}

async function scrub() {
  const steps = [], last = Number(await page.locator("#step").getAttribute("max"));
  for (let at = last; at >= 0; at--) {
    await page.locator("#step").fill(String(at));
    steps[at] = await page.evaluate(() => {
      const view = roots()[0].getElementById("view");
      const bytes = readable(view).getImageData(0, 0, view.width, view.height).data;
      const pixels = Array.from({ length: bytes.length / 4 }, (_, i) =>
        ((bytes[4 * i + 3] << 24 | bytes[4 * i] << 16 | bytes[4 * i + 1] << 8 | bytes[4 * i + 2]) >>> 0));
      return { pixels, status: roots()[0].getElementById("status").textContent };
    });
  }
  const rendering = await page.locator("#view").evaluate(view => getComputedStyle(view).imageRendering);
  return { steps, rendering, title: await page.locator("#title").textContent() };
}

async function play() {
  // It plays by itself, at 25 steps a second.
  const first = await step(), advanced = await until(page, async () => await step() !== first);
  await page.locator("#play").click();
  const paused = await step();
  await frames();
  const stayed = paused === await step();
  await page.locator("#step").fill("2");
  await page.locator("body").click({ position: { x: 2, y: 2 } });
  const keys = [await press("ArrowRight"), await press("ArrowLeft"), await press("Home"), await press("End")];
  await press("+");
  const speeds = [await page.locator("#speed").inputValue()];
  await press("-");
  speeds.push(await page.locator("#speed").inputValue());
  await press("+");
  await press("+");
  await press("Home");
  await press(" ");
  const faster = await until(page, async () => await step() > 0);
  await press(" ");
  return { advanced, stayed, keys, speeds, faster };
}

async function still() {
  await frames();
  return { button: await page.locator("#play").textContent(), step: await step() };
}

async function counts() {
  await page.locator("#step").fill(await page.locator("#step").getAttribute("max"));
  // The longest run of bar pixels in the middle line of each neuron, the lowest neuron first.
  const bars = await page.evaluate(() => {
    const view = roots()[0].getElementById("view"), context = readable(view), colors = new Set(["0,114,178", "213,94,0"]);
    return [0, 1].map(neuron => {
      const y = Math.floor(view.height - (neuron + .5) * view.height / 2);
      const line = context.getImageData(0, y, view.width, 1).data;
      let length = 0;
      for (let x = 0; x < view.width; x++)
        length += colors.has(`${line[4 * x]},${line[4 * x + 1]},${line[4 * x + 2]}`) && line[4 * x + 3] === 255 ? 1 : 0;
      return length;
    });
  });
  return { bars };
}

const steps = () => page.evaluate(() => roots().map(root => Number(root.getElementById("step").value)));
const lit = () => page.evaluate(() => roots().map(root => {
  const view = root.getElementById("view"), bytes = readable(view).getImageData(0, 0, view.width, view.height).data;
  return new Set(new Uint32Array(bytes.buffer)).size;
}));

async function two() {
  const seen = [await steps()], colors = await lit();
  for (const at of [0, 1]) {
    await page.locator("#step").nth(at).fill(String(at + 3));
    seen.push(await steps());
  }
  for (const at of [1, 0]) {
    await page.locator("#view").nth(at).click();
    await page.keyboard.press("ArrowRight");
    seen.push(await steps());
  }
  await page.evaluate(() => roots().forEach(root => root.activeElement?.blur()));
  await page.keyboard.press("ArrowRight");
  seen.push(await steps());
  await page.locator("#play").nth(1).click();
  await drawn(page);
  const playing = await page.locator("#play").allTextContents();
  return { seen, colors, playing, titles: await page.locator("#title").allTextContents() };
}

async function hostile() {
  const looks = () => page.evaluate(() => {
    const outside = getComputedStyle(document.getElementById("outside")), root = roots()[0];
    const box = root.getElementById("view").getBoundingClientRect(), status = getComputedStyle(root.getElementById("status"));
    return { width: box.width, height: box.height, font: status.fontSize, color: status.color, visibility: status.visibility,
      outside: `${outside.width} ${outside.color}`, margin: getComputedStyle(document.body).marginTop };
  });
  const seen = await looks();
  await page.locator("#text").fill("");
  await page.locator("#text").pressSequentially("k +");
  const text = await page.locator("#text").inputValue(), untouched = await steps();
  await page.locator("#view").click();
  await page.keyboard.press("End");
  return { ...seen, text, untouched: untouched[0], last: (await steps())[0], colors: await lit() };
}

async function trail() {
  const colors = () => page.evaluate(() => {
    const view = roots()[0].getElementById("view");
    return [...new Uint32Array(readable(view).getImageData(0, 0, view.width, view.height).data.buffer)];
  });
  const chosen = await page.locator("#trail").inputValue(), shown = {};
  await page.locator("#step").fill("3");
  for (const length of ["0", "0.2", "stay"]) {
    await page.locator("#trail").selectOption(length);
    shown[length] = await colors();
  }
  // Back in time, what is to come is not remembered.
  await page.locator("#step").fill("0");
  return { chosen, none: shown["0"], long: shown["0.2"], stay: shown.stay, first: await colors() };
}

async function hover() {
  const box = await page.locator("#view").boundingBox(), tips = [];
  const tip = () => page.evaluate(() => {
    const { hidden, textContent } = roots()[0].getElementById("tip");
    return hidden ? "" : textContent;
  });
  await page.locator("#step").fill("1");
  for (const [x, y] of [[.1, .1], [.5, .9], [.9, .9]]) {
    await page.mouse.move(box.x + box.width * x, box.y + box.height * y);
    tips.push(await tip());
  }
  const strip = await page.locator("#raster").boundingBox();
  await page.mouse.move(strip.x + strip.width * .9, strip.y + strip.height * .95);
  tips.push(await tip());
  await page.mouse.down();
  await page.mouse.up();
  const corner = await page.evaluate(() => {
    const view = roots()[0].getElementById("view");
    return readable(view).getImageData(view.width - 1, view.height - 1, 1, 1).data[3];
  });
  return { tips, sought: await step(), corner };
}

async function loop() {
  const pressed = () => page.locator("#loop").getAttribute("aria-pressed");
  const before = await pressed();
  await press("l");
  const after = await pressed();
  await page.locator("#speed").selectOption("4");
  await press("End");
  await press("ArrowLeft");
  await press(" ");
  await until(page, async () => await page.locator("#play").textContent() === "Play");
  const status = await page.locator("#status").textContent();
  return { before, after, end: await step(), button: await page.locator("#play").textContent(), status };
}

async function phones() {
  const hidden = {}, alone = [], ids = ["view", "status", "raster", "timeline", "step", "play", "speed", "trail", "loop", "full"];
  for (const [width, height] of [[1280, 800], [390, 844], [844, 390], [360, 640]]) {
    await page.setViewportSize({ width, height });
    await until(page, async () => (await visible(page, ids)).length === 0);
    hidden[`${width}x${height}`] = await visible(page, ids);
    const [loop, full] = [await page.locator("#loop").boundingBox(), await page.locator("#full").boundingBox()];
    if (full.y > loop.y + 1)
      alone.push(width);
  }
  const scale = await page.evaluate(() => roots()[0].getElementById("view").clientWidth);
  return { hidden, scale, alone };
}

async function axis() {
  const seen = [];
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await drawn(page);
    seen.push(await written(page, "timeline", () => page.keyboard.press("End")));
  }
  const width = await page.evaluate(() => roots()[0].getElementById("timeline").clientWidth);
  return { seen, status: await page.locator("#status").textContent(), width };
}

async function silent() {
  return { text: await page.locator("noscript").textContent(), shown: (await page.locator("body").innerText()).trim() };
}

const scenes = { scrub, play, still, counts, two, hostile, trail, hover, loop, phones, axis, silent };
await run(Object.fromEntries(Object.entries(scenes)
  .map(([name, scene]) => [name, opened => { page = opened; return scene(); }])), scene => ({
  reducedMotion: ["still", "two", "hostile", "trail", "hover", "phones", "axis"].includes(scene) ? "reduce" : "no-preference",
  javaScriptEnabled: scene !== "silent",
}));
