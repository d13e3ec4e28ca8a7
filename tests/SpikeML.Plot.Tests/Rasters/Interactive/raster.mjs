// The interactive raster's scenes; see ../../browser.mjs.
import { drawn, run, until, visible, written } from "../../browser.mjs";

let page, context;

const status = (at = 0) => page.locator("#status").nth(at).textContent();
const tip = () => page.evaluate(() => {
  const { hidden, textContent } = roots()[0].getElementById("tip");
  return hidden ? "" : textContent;
});

// The words after an input that changes them.
async function changed(input, at = 0) {
  const before = await status(at);
  await input();
  await until(page, async () => await status(at) !== before);
  await drawn(page);
  return status(at);
}

const press = key => changed(() => page.keyboard.press(key));

// From spike to spike by keyboard, to the last.
async function walk() {
  const told = [], labels = [];
  for (let next = ""; ; ) {
    await page.keyboard.press("n");
    next = await page.locator("#spoken").textContent();
    if (next === told.at(-1))
      break;
    told.push(next);
  }
  labels.push(await page.locator("#view").getAttribute("aria-label"));
  return { told, label: labels[0], status: await status(), title: await page.locator("#title").textContent() };
}

async function keys() {
  const seen = [await status()];
  for (const key of ["+", "+", "ArrowRight", "ArrowUp", "-", "Home"])
    seen.push(await press(key));
  await page.locator("#axes").selectOption("time");
  seen.push(await changed(() => page.locator("#in").click()));
  return { seen: [...seen, await changed(() => page.locator("#all").click())] };
}

async function middle() {
  const box = await page.locator("#view").boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, box };
}

async function pointer() {
  const seen = [], { x, y, box } = await middle();
  await page.mouse.move(x, y);
  seen.push(await changed(() => page.mouse.wheel(0, -300)));
  seen.push(await changed(async () => {
    await page.mouse.down();
    await page.mouse.move(x + 100, y, { steps: 4 });
    await page.mouse.up();
  }));
  await press("Home");
  await page.mouse.move(x, box.y + 40);
  seen.push(await changed(() => page.mouse.wheel(0, -300)));
  await press("Home");
  // Along the middle row until the spike there is found.
  let found = "";
  for (let at = box.x; at < box.x + box.width && !found.includes("Value"); at += 4) {
    await page.mouse.move(at, y);
    found = await tip();
  }
  await page.mouse.move(x, box.y + 2);
  return { seen, found, left: await tip() };
}

async function pinch() {
  const { x, y } = await middle(), client = await context.newCDPSession(page), before = await status();
  const touch = (type, gap) => client.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? []
    : [{ x: x - gap, y: y - gap, id: 0 }, { x: x + gap, y: y + gap, id: 1 }] });
  const after = await changed(async () => {
    await touch("touchStart", 40);
    for (let gap = 45; gap <= 80; gap += 5)
      await touch("touchMove", gap);
    await touch("touchEnd");
  });
  return { before, after, scale: await page.evaluate(() => visualViewport.scale) };
}

// The canvas's pixels of a colour above a height: their number, and how far they go to the right as a share of the width.
const pixelsOf = (color, height = Infinity) => page.evaluate(([color, height]) => {
  const view = roots()[0].getElementById("view"), bytes = readable(view).getImageData(0, 0, view.width, view.height).data;
  let count = 0, right = 0;
  for (let i = 0; i < Math.min(bytes.length, 4 * view.width * (height ?? view.height)); i += 4)
    if (Math.abs(bytes[i] - color[0]) + Math.abs(bytes[i + 1] - color[1]) + Math.abs(bytes[i + 2] - color[2]) < 6) {
      const x = i / 4 % view.width / view.width;
      [count, right] = [count + 1, Math.max(right, x)];
    }
  return { count, right };
}, [color, height]);

async function colors() {
  const seen = async (off, rate, paper) =>
    ({ off: await pixelsOf(off), rate: await pixelsOf(rate, 70), paper: await pixelsOf(paper) });
  const light = await seen([0xd5, 0x5e, 0x00], [0x00, 0x72, 0xb2], [255, 255, 255]);
  await page.emulateMedia({ colorScheme: "dark" });
  await until(page, async () => (await pixelsOf([0x16, 0x18, 0x1d])).count > 100_000);
  return { light, dark: await seen([0xe6, 0x9f, 0x00], [0x56, 0xb4, 0xe9], [0x16, 0x18, 0x1d]) };
}

async function two() {
  const seen = [[await status(0), await status(1)]];
  for (const at of [0, 1]) {
    await page.locator("#view").nth(at).click();
    await changed(() => page.keyboard.press("+"), at);
    seen.push([await status(0), await status(1)]);
  }
  await page.evaluate(() => roots().forEach(root => root.activeElement?.blur()));
  await page.keyboard.press("+");
  await drawn(page);
  return { seen: [...seen, [await status(0), await status(1)]] };
}

async function screens() {
  const hidden = {};
  for (const [width, height] of [[1280, 800], [390, 844], [844, 390], [360, 640]]) {
    await page.setViewportSize({ width, height });
    const ids = ["view", "status", "in", "out", "axes", "all", "full"];
    await until(page, async () => (await visible(page, ids)).length === 0);
    hidden[`${width}x${height}`] = await visible(page, ids);
  }
  return { hidden };
}

async function axis() {
  const texts = [];
  for (const width of [900, 390])
    texts.push(await written(page, "view", () => page.setViewportSize({ width, height: 700 })));
  return { texts };
}

async function silent() {
  return { shown: (await page.locator("body").innerText()).trim() };
}

await run(Object.fromEntries(Object.entries({ walk, keys, pointer, pinch, colors, two, screens, axis, silent })
  .map(([name, scene]) => [name, (...opened) => { [page, context] = opened; return scene(); }])), scene => ({
  reducedMotion: "reduce",
  javaScriptEnabled: scene !== "silent",
  hasTouch: scene === "pinch",
}));
