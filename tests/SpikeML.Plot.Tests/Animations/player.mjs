// Drives a player's page in headless Chromium and prints what it saw as JSON.
// Usage: node player.mjs <node_modules> <page.html> <scene> <profile folder>
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [modules, file, scene, profile] = process.argv.slice(2);
const { chromium } = createRequire(path.join(modules, "_"))("playwright-core");
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.SPIKEML_CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  reducedMotion: ["still", "two", "hostile"].includes(scene) ? "reduce" : "no-preference",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const page = await context.newPage();
const messages = [];
let requests = 0;
page.on("console", message => messages.push(message.text()));
page.on("pageerror", error => messages.push(String(error)));
page.on("request", () => requests++);
// A copy, since browsers warn when a canvas that is drawn fast is read.
await page.addInitScript(() => {
  window.players = () => [...document.querySelectorAll("spikeml-player")].map(host => host.shadowRoot);
  window.readable = view => {
    const copy = new OffscreenCanvas(view.width, view.height).getContext("2d", { willReadFrequently: true });
    copy.drawImage(view, 0, 0);
    return copy;
  };
});
await page.goto(pathToFileURL(file).href);

const step = () => page.locator("#step").inputValue().then(Number);
const press = async key => { await page.keyboard.press(key); return step(); };
const wait = milliseconds => page.waitForTimeout(milliseconds);

async function scrub() {
  const steps = [], last = Number(await page.locator("#step").getAttribute("max"));
  for (let at = last; at >= 0; at--) {
    await page.locator("#step").fill(String(at));
    steps[at] = await page.evaluate(() => {
      const view = players()[0].getElementById("view");
      const bytes = readable(view).getImageData(0, 0, view.width, view.height).data;
      const pixels = Array.from({ length: bytes.length / 4 }, (_, i) =>
        ((bytes[4 * i + 3] << 24 | bytes[4 * i] << 16 | bytes[4 * i + 1] << 8 | bytes[4 * i + 2]) >>> 0));
      return { pixels, status: players()[0].getElementById("status").textContent };
    });
  }
  const rendering = await page.locator("#view").evaluate(view => getComputedStyle(view).imageRendering);
  return { steps, rendering, title: await page.locator("#title").textContent() };
}

async function play() {
  // It plays by itself, at 25 steps a second.
  const seen = new Set();
  for (let i = 0; i < 10; i++) {
    seen.add(await step());
    await wait(45);
  }
  await page.locator("#play").click();
  const paused = await step();
  await wait(200);
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
  await wait(120);
  await press(" ");
  const fast = await step();
  return { advanced: seen.size > 1, stayed, keys, speeds, faster: fast > 0 };
}

async function still() {
  await wait(300);
  return { button: await page.locator("#play").textContent(), step: await step() };
}

async function counts() {
  await page.locator("#step").fill(await page.locator("#step").getAttribute("max"));
  // The longest run of bar pixels in the middle line of each neuron, the lowest neuron first.
  const bars = await page.evaluate(() => {
    const view = players()[0].getElementById("view"), context = readable(view), colors = new Set(["0,114,178", "213,94,0"]);
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

const steps = () => page.evaluate(() => players().map(root => Number(root.getElementById("step").value)));
const lit = () => page.evaluate(() => players().map(root => {
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
  await page.evaluate(() => players().forEach(root => root.activeElement?.blur()));
  await page.keyboard.press("ArrowRight");
  seen.push(await steps());
  await page.locator("#play").nth(1).click();
  await wait(300);
  const playing = await page.locator("#play").allTextContents();
  return { seen, colors, playing, titles: await page.locator("#title").allTextContents() };
}

async function hostile() {
  const looks = () => page.evaluate(() => {
    const outside = getComputedStyle(document.getElementById("outside")), root = players()[0];
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

const result = await { scrub, play, still, counts, two, hostile }[scene]();
await context.close();
console.log(JSON.stringify({ ...result, messages, requests }));
