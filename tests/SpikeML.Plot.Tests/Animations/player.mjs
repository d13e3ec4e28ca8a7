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
  reducedMotion: scene === "still" ? "reduce" : "no-preference",
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
      const view = document.getElementById("view");
      const bytes = readable(view).getImageData(0, 0, view.width, view.height).data;
      const pixels = Array.from({ length: bytes.length / 4 }, (_, i) =>
        ((bytes[4 * i + 3] << 24 | bytes[4 * i] << 16 | bytes[4 * i + 1] << 8 | bytes[4 * i + 2]) >>> 0));
      return { pixels, status: document.getElementById("status").textContent };
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
    const view = document.getElementById("view"), context = readable(view), colors = new Set(["0,114,178", "213,94,0"]);
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

const result = await { scrub, play, still, counts }[scene]();
await context.close();
console.log(JSON.stringify({ ...result, messages, requests }));
