const number = value => value.toLocaleString("en-US");
const counted = (count, name) => `${number(count)} ${name}${count === 1 ? "" : "s"}`;
const clamp = (value, least, most) => Math.min(most, Math.max(least, value));
const stillness = window.matchMedia("(prefers-reduced-motion: reduce)");
const darkness = window.matchMedia("(prefers-color-scheme: dark)");

function bytesOf(base64) {
  const text = atob(base64), bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++)
    bytes[i] = text.charCodeAt(i);
  return bytes;
}

// The distance of ticks, 1, 2 or 5 times a power of ten, so that each has the room that it needs.
function tickDistance(range, length, room) {
  const least = range * room / Math.max(1, length), power = 10 ** Math.floor(Math.log10(least));
  return power * [1, 2, 5, 10].find(factor => factor * power >= least * (1 - 1e-9));
}

const decimalsOf = distance => Math.max(0, -Math.floor(Math.log10(distance) + 1e-9));
const fixed = (value, decimals) => (value || 0)
  .toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).replace("-", "\u2212");
const timeOf = (time, step) =>
  `${fixed(step * time.perStep, Math.min(9, decimalsAt(time.perStep, decimalsOf(time.perStep))))} ${time.unit}`;

// The decimals of the first and the last tick, which need not be round: no more than two beyond those of the others.
function decimalsAt(value, decimals) {
  for (let more = decimals; more <= decimals + 2; more++) {
    const scaled = Math.abs(value) * 10 ** more;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * Math.max(1, scaled))
      return more;
  }
  return decimals + 1;
}

// Makes a canvas as large as its place on the screen, and gives what draws on it in CSS pixels.
function prepared(canvas) {
  const density = window.devicePixelRatio || 1, width = canvas.clientWidth, height = canvas.clientHeight;
  const [wide, high] = [Math.max(1, Math.round(width * density)), Math.max(1, Math.round(height * density))];
  if (canvas.width !== wide || canvas.height !== high)
    [canvas.width, canvas.height] = [wide, high];
  const context = canvas.getContext("2d");
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, width, height);
  context.font = "12px 'DejaVu Sans', Verdana, system-ui, sans-serif";
  return { context, width, height, density };
}

// What stands alone in its page fills the window, and has the keys wherever the focus is.
function open(host) {
  const root = host.attachShadow({ mode: "open" });
  root.append(host.querySelector("template").content.cloneNode(true));
  const data = JSON.parse(host.querySelector("script[type='application/json']").textContent);
  const byId = id => root.getElementById(id), main = byId("main");
  const isAlone = () => host.matches("body > :only-child");
  const fit = () => main.classList.toggle("alone", isAlone() || document.fullscreenElement === host);
  fit();
  new MutationObserver(fit).observe(document.body ?? host.parentNode, { childList: true });
  document.addEventListener("fullscreenchange", fit);
  if (data.title) {
    byId("title").textContent = data.title;
    byId("title").classList.remove("unseen");
  }
  const toggleFullScreen = () => document.fullscreenElement ? document.exitFullscreen()
    : host.requestFullscreen?.().catch(() => {});
  byId("full").hidden = !document.fullscreenEnabled;
  byId("full").addEventListener("click", toggleFullScreen);
  const say = (text, x, y) => placeTip(main, byId("tip"), text, x, y);
  return { root, data, byId, main, isAlone, toggleFullScreen, say };
}

// The tip stands beside the pointer, and never outside.
function placeTip(main, tip, text, x, y) {
  tip.hidden = !text;
  if (!text)
    return;
  tip.textContent = text;
  const box = main.getBoundingClientRect(), gap = 14;
  const right = x - box.left + gap, below = y - box.top + gap;
  const left = right + tip.offsetWidth > box.width ? right - 2 * gap - tip.offsetWidth : right;
  const top = below + tip.offsetHeight > box.height ? below - 2 * gap - tip.offsetHeight : below;
  tip.style.left = Math.max(0, left) + "px";
  tip.style.top = Math.max(0, top) + "px";
}

function listenForKeys({ root, isAlone }, host, keys) {
  function press(event) {
    const target = event.composedPath()[0];
    // A list and a button have keys of their own.
    const own = target.tagName === "SELECT" || (target.tagName === "BUTTON" && (event.key === " " || event.key === "Enter"));
    const key = keys[event.key];
    if (own || event.ctrlKey || event.metaKey || event.altKey || !key)
      return;
    event.preventDefault();
    key(event);
  }
  root.addEventListener("keydown", press);
  // Beside anything else in the page, only what has the focus has the keys.
  document.addEventListener("keydown", event => {
    if (isAlone() && !event.composedPath().includes(host))
      press(event);
  });
}

// A page may hold several of them, each with a script such as this.
function startAll(name, start) {
  for (const host of document.querySelectorAll(name))
    if (!host.shadowRoot)
      start(host);
}

