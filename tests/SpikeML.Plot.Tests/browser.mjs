// Opens a page in headless Chromium for the scenes of player.mjs and raster.mjs.
// Usage of those: node X.mjs <node_modules> <page.html> <scene> <profile folder>
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [modules, file, scene, profile] = process.argv.slice(2);
const { chromium } = createRequire(path.join(modules, "_"))("playwright-core");

/** Runs the scene of the command line and prints what it returns, the browser's messages and the requests as JSON. */
export async function run(scenes, settings) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.SPIKEML_CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
    ...settings(scene),
  });
  const page = await context.newPage();
  const messages = [];
  let requests = 0;
  page.on("console", message => messages.push(message.text()));
  page.on("pageerror", error => messages.push(String(error)));
  page.on("request", () => requests++);
  // A copy, since browsers warn when a canvas that is drawn fast is read.
  await page.addInitScript(() => {
    window.roots = () => [...document.querySelectorAll("spikeml-player, spikeml-raster")].map(host => host.shadowRoot);
    window.readable = view => {
      const copy = new OffscreenCanvas(view.width, view.height).getContext("2d", { willReadFrequently: true });
      copy.drawImage(view, 0, 0);
      return copy;
    };
  });
  await page.goto(pathToFileURL(file).href);
  const result = await scenes[scene](page, context);
  await context.close();
  console.log(JSON.stringify({ ...result, messages, requests }));
}

/** Waits until the page has drawn what the last input asked for. */
export const drawn = page => page.evaluate(() =>
  new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** Waits until a condition holds, however slow the machine is, and says whether it does in the end. */
export async function until(page, condition) {
  for (const end = Date.now() + 30_000; Date.now() < end; await drawn(page))
    if (await condition())
      return true;
  return false;
}

/** What a canvas writes while an action redraws the page: the texts and where they begin and end. */
export async function written(page, canvas, action) {
  await page.evaluate(id => {
    window.texts = [];
    const prototype = CanvasRenderingContext2D.prototype, draw = window.original ??= prototype.fillText;
    prototype.fillText = function (text, x, ...more) {
      if (this.canvas.id === id) {
        const { actualBoundingBoxLeft: left, actualBoundingBoxRight: right } = this.measureText(text);
        window.texts.push({ text, left: x - left, right: x + right });
      }
      draw.call(this, text, x, ...more);
    };
  }, canvas);
  await action();
  await until(page, () => page.evaluate(() => window.texts.length > 0));
  await drawn(page);
  return page.evaluate(() => window.texts);
}

/** Whether each of these elements lies wholly in the window, and the page needs no scrolling. */
export const visible = (page, ids) => page.evaluate(ids => ids.filter(id => {
  const box = roots()[0].getElementById(id).getBoundingClientRect();
  return box.width === 0 || box.left < 0 || box.top < 0 || box.right > innerWidth + .5 || box.bottom > innerHeight + .5;
}).concat(document.documentElement.scrollWidth > innerWidth ? ["sideways scroll"] : []), ids);
