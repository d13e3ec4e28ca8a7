// Reads the built site in headless Chromium, on a desktop and on a phone, and prints what it saw as JSON.
// Usage: node site.mjs <node_modules> <site> <profile folder> <page>...
import { createRequire } from "node:module";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";

const [modules, site, profile, ...pages] = process.argv.slice(2);
const { chromium } = createRequire(path.join(modules, "_"))("playwright-core");
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json",
  ".svg": "image/svg+xml", ".png": "image/png", ".apng": "image/apng", ".gif": "image/gif" };
const server = createServer(async (request, response) => {
  try {
    const place = decodeURIComponent(new URL(request.url, "http://site").pathname);
    const file = path.join(site, place.endsWith("/") ? `${place}index.html` : place);
    const body = await readFile(file);
    response.writeHead(200, { "content-type": types[path.extname(file)] ?? "application/octet-stream" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise(resolve => server.listen(0, "127.0.0.1", resolve));
const address = `http://127.0.0.1:${server.address().port}/`;
const pictures = process.env.SPIKEML_SCREENSHOTS;

async function read(name, viewport, colorScheme) {
  const context = await chromium.launchPersistentContext(`${profile}-${name}`, {
    executablePath: process.env.SPIKEML_CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    viewport,
    colorScheme,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
  const page = await context.newPage();
  const failed = [], outside = [], messages = [], seen = [];
  page.on("console", message => message.type() === "error" && messages.push(message.text()));
  page.on("pageerror", error => messages.push(String(error)));
  page.on("request", request => /^(data|blob):/.test(request.url()) || request.url().startsWith(address)
    || outside.push(request.url()));
  // What a page still asks for when the next one is opened is aborted.
  page.on("requestfailed", request => request.failure().errorText === "net::ERR_ABORTED" || failed.push(request.url()));
  page.on("response", response => response.status() < 400 || failed.push(response.url()));

  for (const at of pages) {
    await page.goto(address + at, { waitUntil: "load" });
    await page.locator("article h1").first().waitFor();
    // Then, tables are in boxes that scroll.
    await page.waitForFunction(() => window.docfx?.ready);
    // Then, what scrolls can be reached by keys; main.js sees to it when the next frame is drawn.
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
    seen.push(await page.evaluate(at => ({
      page: at,
      title: document.querySelector("article h1").textContent.trim(),
      width: innerWidth,
      scroll: document.documentElement.scrollWidth,
      broken: [...document.images].filter(image => image.complete && image.naturalWidth === 0).map(image => image.src),
      language: document.documentElement.lang,
      unreachable: [...document.querySelectorAll("pre, pre > code, .table-responsive")]
        .filter(box => box.scrollWidth > box.clientWidth && box.tabIndex < 0).length,
      namelessColumns: [...document.querySelectorAll("article th")].filter(head => !head.textContent.trim()).length,
      background: getComputedStyle(document.body).backgroundColor,
    }), at));
    if (pictures)
      await page.screenshot({ path: path.join(pictures, `${name}-${at.replace(/\W+/g, "-")}.png`) });
  }

  await page.goto(address);
  const box = page.locator("#search-query");
  if (!await box.isVisible())
    await page.locator("[data-bs-target='#navpanel']").click();
  await box.fill("latency");
  const result = page.locator("#search-results .sr-item a").first();
  await result.waitFor();
  const results = await page.locator("#search-results .sr-item a").allTextContents();
  if (pictures)
    await page.screenshot({ path: path.join(pictures, `${name}-search.png`) });
  const [opened] = await Promise.all([context.waitForEvent("page"), result.click()]);
  await opened.locator("article h1").first().waitFor();
  const found = await opened.locator("article").textContent();
  await context.close();
  return { name, seen, failed, outside, messages, results, found: /latency/i.test(found) };
}

const readings = await Promise.all([
  read("desktop", { width: 1280, height: 800 }, "light"),
  read("phone", { width: 390, height: 844 }, "dark"),
]);
server.close();
console.log(JSON.stringify(readings));
