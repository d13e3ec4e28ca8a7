-- Posts digits to /predict: for each request one of ten images of 28 x 28 pixels, strokes of different lengths and places.
local bodies = {}
for digit = 1, 10 do
  local pixels = {}
  for i = 0, 783 do
    local x, y = i % 28, math.floor(i / 28)
    local upright = math.abs(x - 8 - digit) < 2 and y > 4 and y < 14 + digit
    local across = digit % 2 == 0 and math.abs(y - 10) < 2 and x > 4 and x < 12 + digit
    pixels[i + 1] = (upright or across) and "1" or "0"
  end
  bodies[digit] = '{"features":[' .. table.concat(pixels, ",") .. "]}"
end
local sent = 0

function request()
  sent = sent + 1
  return wrk.format("POST", "/predict", { ["Content-Type"] = "application/json" }, bodies[sent % 10 + 1])
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("requests: %d, of which %d failed (status %d, connect %d, read %d, write %d, timeout %d)\n",
    summary.requests, errors.status + errors.connect + errors.read + errors.write + errors.timeout,
    errors.status, errors.connect, errors.read, errors.write, errors.timeout))
  io.write(string.format("latency: p50 %.1f ms, p99 %.1f ms, longest %.1f ms\n",
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end
