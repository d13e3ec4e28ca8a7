"use strict";
const byId = id => document.getElementById(id);
const ink = byId("ink"), context = ink.getContext("2d", { willReadFrequently: true });
Object.assign(context, { lineWidth: 6.6, lineCap: "round", lineJoin: "round", strokeStyle: "#fff" });
let asked = 0;

const at = event => [event.offsetX * ink.width / ink.clientWidth, event.offsetY * ink.height / ink.clientHeight];
function draw(event) {
  context.lineTo(...at(event));
  context.stroke();
  context.beginPath();
  context.moveTo(...at(event));
}
ink.addEventListener("pointerdown", event => {
  ink.setPointerCapture(event.pointerId);
  context.beginPath();
  context.moveTo(...at(event));
  draw(event);
});
ink.addEventListener("pointermove", event => {
  if (event.buttons !== 0)
    draw(event);
});

// White ink's opacity is the brightness of the pixel.
const features = () => Array.from(context.getImageData(0, 0, ink.width, ink.height).data).filter((_, i) => i % 4 === 3)
  .map(alpha => Math.round(alpha / 255 * 1000) / 1000);

function show(image) {
  const bytes = atob(image.replaceAll("-", "+").replaceAll("_", "/")), pixels = byId("image").getContext("2d");
  const data = pixels.createImageData(28, 28);
  for (let i = 0; i < bytes.length; i++)
    data.data.set([255, 255, 255, bytes.charCodeAt(i)], 4 * i);
  pixels.putImageData(data, 0, 0);
  byId("seen").hidden = byId("player").hidden = false;
  byId("player").src = `player?image=${image}`;
}

function hide(text) {
  byId("answer").textContent = text;
  byId("seen").hidden = byId("player").hidden = true;
  byId("player").removeAttribute("src");
}

async function predict() {
  const number = ++asked;
  const body = JSON.stringify({ features: features() });
  const response = await fetch("predict", { method: "POST", headers: { "Content-Type": "application/json" }, body });
  const answer = await response.json();
  // Only the last question's answer counts.
  if (number !== asked)
    return;
  if (!response.ok) {
    hide(`${answer.title} ${answer.detail ?? ""}`);
    return;
  }
  const percent = Math.round(answer.probability * 100);
  const spikes = `${answer.spikeCount.toLocaleString("en-US")} ${answer.spikeCount === 1 ? "spike" : "spikes"}`;
  byId("answer").textContent = `This is a ${answer.label} (${percent} %), from ${spikes}.`;
  show(answer.image);
}

byId("predict").addEventListener("click", () => predict().catch(error => hide(`No answer: ${error.message}`)));
byId("clear").addEventListener("click", () => {
  asked++;
  context.clearRect(0, 0, ink.width, ink.height);
  hide("");
});
