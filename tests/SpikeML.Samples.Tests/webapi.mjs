// Draws a digit on the web service's page in headless Chromium and prints what came of it as JSON.
// Usage: node webapi.mjs <node_modules> <address> <profile folder>
import { createRequire } from "node:module";
import path from "node:path";

const [modules, address, profile] = process.argv.slice(2);
const { chromium } = createRequire(path.join(modules, "_"))("playwright-core");
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.SPIKEML_CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const page = await context.newPage();
const messages = [], requests = [];
page.on("console", message => messages.push(message.text()));
page.on("pageerror", error => messages.push(String(error)));
page.on("request", request => requests.push({ url: request.url(), body: request.postData() }));
await page.goto(address);

// A one: from the top straight down.
const box = await page.locator("#ink").boundingBox();
await page.mouse.move(box.x + box.width / 2, box.y + box.height * .2);
await page.mouse.down();
await page.mouse.move(box.x + box.width / 2, box.y + box.height * .8, { steps: 12 });
await page.mouse.up();
await page.locator("#predict").click();
await page.locator("#answer").filter({ hasText: /./ }).waitFor();

const player = page.frameLocator("#player");
await player.locator("#play").waitFor();
const last = Number(await player.locator("#step").getAttribute("max"));
const steps = [];
for (let step = 0; step <= last; step++) {
  await player.locator("#step").fill(String(step));
  steps.push(await player.locator("#status").textContent());
}
if (process.env.SPIKEML_SCREENSHOT)
  await page.screenshot({ path: process.env.SPIKEML_SCREENSHOT });
const answer = await page.locator("#answer").textContent();
const said = [...messages];

// On a telephone, nothing is wider than the screen; an empty canvas gets no prediction.
await page.setViewportSize({ width: 390, height: 844 });
const phoneWidth = await page.evaluate(() => document.documentElement.scrollWidth);
await page.locator("#clear").click();
await page.locator("#predict").click();
await page.locator("#answer").filter({ hasText: /./ }).waitFor();
const empty = await page.locator("#answer").textContent();
await context.close();
console.log(JSON.stringify({ answer, steps, messages: said, requests, phoneWidth, empty }));
