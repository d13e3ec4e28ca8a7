"""The formulas of the codes in NumPy, as its users write them: over all neurons, and step by step where there is feedback.

Features are [batch, features], series and spikes [steps, batch, neurons]. A request on standard input is one line of JSON:
"load" with a name, options and a file of float32, which then receives the result, is answered with the result's shape;
"run" with seconds is answered with batches a second.
"""
import json
import math
import sys
import time

import numpy as np

random = np.random.default_rng(1)
f32 = np.float32


def steps(count, first=0):
    return np.arange(first, first + count, dtype=f32).reshape(-1, 1, 1)


def scatter(times, count, fires=None):
    """Spikes at whole times, along a new first axis."""
    spikes = np.zeros((count, *times.shape), f32)
    np.put_along_axis(spikes, times.astype(np.int64)[None], f32(1) if fires is None else fires[None], 0)
    return spikes


def bernoulli(probabilities, shape):
    return (random.random(shape, f32) < probabilities).astype(f32)


def rate(x, o):
    if o["TimeVarying"]:
        return bernoulli(x * f32(o["Gain"]) + f32(o["Offset"]), x.shape)
    return bernoulli(x * f32(o["Gain"]) + f32(o["Offset"]), (o["NumSteps"], *x.shape))


def times_of(x, o):
    tau = o["NumSteps"] - 1 - o["FirstSpikeTime"] if o["Linear"] and o["Normalize"] else o["Tau"]
    if o["Linear"]:
        return np.minimum(f32(-tau) * (x - 1), f32(-tau * (o["Threshold"] - 1))) + f32(o["FirstSpikeTime"])
    saturated = np.maximum(x, f32(o["Threshold"] + o["Epsilon"]))
    return f32(tau) * np.log(saturated / (saturated - f32(o["Threshold"])))


def latency(x, o):
    times = np.round(times_of(x, o))
    if o["Interpolate"]:
        at = steps(o["NumSteps"])
        with np.errstate(all="ignore"):
            return np.where(at == times, f32(1), np.where(at > times, f32(0), at / times))
    spikes = scatter(times, o["NumSteps"], (x >= f32(o["Threshold"])).astype(f32) if o["Clip"] else None)
    return np.maximum(spikes, f32(o["OffTarget"])) if o["OffTarget"] else spikes


def spike_times(x, o):
    return times_of(x, o["Latency"])


def log_latency(x, o):
    last = o["NumSteps"] - 1
    return scatter(np.clip(np.round(last - np.log(x.astype(np.float64) * math.expm1(last) + 1)), 0, last), o["NumSteps"])


def rank_order(x, o):
    order = np.argsort(-x, 1, kind="stable")[:, :o["NumSteps"]]
    spikes = np.zeros((o["NumSteps"], *x.shape), f32)
    np.put_along_axis(spikes, order.T[:, :, None], f32(1), 2)
    return spikes


def burst(x, o):
    counts = np.ceil(x * o["MaxSpikes"])
    distances = np.ceil(o["MaxGap"] - x * (o["MaxGap"] - o["MinGap"])) + 1
    at = steps(o["NumSteps"])
    return ((at % distances == 0) & (at < counts * distances)).astype(f32)


def phase(x, o):
    period, count = o["Period"], 1 << o["Period"]
    digits = np.minimum(x * count, count - 1).astype(np.int32)
    own = ((digits >> (period - 1 - np.arange(period, dtype=np.int32).reshape(-1, 1, 1))) & 1).astype(f32)
    return np.tile(own, ((o["NumSteps"] - 1) // period + 1, 1, 1))[:o["NumSteps"]]


def regular_rate(x, o):
    sums = np.floor(steps(o["NumSteps"], 1) * (x * f32(o["Gain"])) + f32(o["InitialPhase"]))
    return np.diff(sums, axis=0, prepend=f32(0))


def signed_rate(x, o):
    scaled = x * f32(o["Gain"])
    return bernoulli(np.abs(scaled), (o["NumSteps"], *x.shape)) * np.sign(scaled)


def poisson_intervals(x, o):
    with np.errstate(divide="ignore"):
        means = 1000 / (x.astype(np.float64) * (o["Gain"] * o["StepMilliseconds"]))
    fires = np.isfinite(means)
    intervals = random.poisson(np.where(fires, np.minimum(means, 1e9), 0), (o["NumSteps"] + 1, *x.shape))
    times = np.cumsum(np.maximum(intervals, fires), 0)
    times[times > o["NumSteps"]] = 0
    spikes = np.zeros((o["NumSteps"] + 1, *x.shape), f32)
    np.put_along_axis(spikes, times, f32(1), 0)
    return spikes[1:]


def lif_current(x, o):
    share, targets = f32(o["StepSeconds"] * o["MembraneRate"]), f32(o["LeakPotential"]) + x * f32(o["Gain"])
    potentials = np.full_like(x, o["ResetPotential"])
    spikes = np.empty((o["NumSteps"], *x.shape), f32)
    for step in spikes:
        potentials += share * (targets - potentials)
        np.greater_equal(potentials, f32(o["Threshold"]), out=step, casting="unsafe")
        potentials[step > 0] = o["ResetPotential"]
    return spikes


def fields(o):
    lowest, highest = (np.array([own[end] for own in o["LearnedRanges"]]) for end in ("Lowest", "Highest"))
    flat = highest <= lowest
    width = np.where(flat, 1, highest - lowest)
    distance = width / (o["NumFields"] - 2)
    first = np.where(flat, lowest - 0.5, lowest) - distance / 2
    steepness = 1 / (2 * (width / (o["WidthFactor"] * (o["NumFields"] - 2))) ** 2)
    centres = first[:, None] + distance[:, None] * np.arange(o["NumFields"])
    return centres.astype(f32), steepness[:, None].astype(f32), ((lowest + highest) / 2).astype(f32)


def activations(x, o):
    centres, steepness, _ = fields(o)
    return np.exp(-np.square(x[..., None] - centres) * steepness)


def receptive_fields(x, o):
    times = np.round(o["NumSteps"] * (1 - activations(x, o)))
    return scatter(np.minimum(times, o["NumSteps"] - 1), o["NumSteps"], (times < o["NumSteps"]).astype(f32))


def population_rate(x, o):
    own = activations(x, o)
    return bernoulli(own, (o["NumSteps"], *own.shape))


def sides(values, limit):
    return (values > limit).astype(f32) - (values < -limit)


def delta(x, o):
    changes = np.diff(x, axis=0, prepend=f32(0))
    on = (changes >= f32(o["Threshold"])).astype(f32)
    return on - (changes <= f32(-o["Threshold"])) if o["OffSpike"] else on


def step_forward(x, o):
    threshold, baselines, spikes = f32(o["Threshold"]), x[0].copy(), np.empty_like(x)
    for step, values in enumerate(x):
        spikes[step] = sides(values - baselines, threshold)
        baselines += spikes[step] * threshold
    return spikes


def changes_of(x):
    changes = np.diff(x, axis=0)
    return np.concatenate([changes, changes[-1:]])


def threshold_based(x, o):
    changes = changes_of(x)
    limit = f32(o["Threshold"]) if o["Threshold"] is not None else changes.mean(0) + f32(o["Factor"]) * changes.std(0, ddof=1)
    return sides(changes, limit)


def moving_window(x, o):
    width = o["Window"] + 1
    sums = np.cumsum(x, 0)
    windows = np.concatenate([sums[width - 1:width], sums[width:-1] - sums[:-width - 1]]) / f32(width)
    means = np.concatenate([np.broadcast_to(windows[:1], (width, *x.shape[1:])), windows])
    return sides(x - means, f32(o["Threshold"]))


def bsa(x, o):
    taps = np.array(o["Filter"], f32).reshape(-1, 1, 1)
    rest, spikes = x.copy(), np.zeros_like(x)
    for step in range(len(x) - len(taps) + 1):
        window = rest[step:step + len(taps)]
        spikes[step] = np.abs(window - taps).sum(0) <= np.abs(window).sum(0) - f32(o["Threshold"])
        window -= taps * spikes[step]
    return spikes


def residue(x, o):
    previous, residues, spikes = np.zeros_like(x[0]), np.zeros_like(x[0]), np.empty_like(x)
    for step, values in enumerate(x):
        changes = values - previous + residues
        spikes[step] = np.where(np.abs(changes) >= f32(o["Threshold"]), changes, f32(0))
        residues, previous = changes - spikes[step], values
    return spikes


def multi_threshold(x, o):
    above = x[..., None] >= np.linspace(o["Lowest"], o["Highest"], o["NumThresholds"], dtype=f32)
    crossed = np.concatenate([above[1:] & ~above[:-1], above[:-1] & ~above[1:]], -1).astype(f32)
    return np.concatenate([crossed, np.zeros_like(crossed[:1])])


def one_hot(labels):
    return np.eye(10, dtype=f32)[labels.astype(np.int64)]


def rate_targets(labels, o):
    def pattern(own):
        spikes = np.zeros((o["NumSteps"], 1, 1), f32)
        if own:
            # Quotients that mean a whole number may be just below it.
            steps = np.floor(np.arange(o["NumSteps"]) / own + 1e-9).astype(np.int64)
            spikes[steps[steps < o["NumSteps"]]] = 1
        return spikes
    return np.where(one_hot(labels) > 0, pattern(o["CorrectRate"]), pattern(o["IncorrectRate"]))


def latency_targets(labels, o):
    return latency(one_hot(labels), o["Latency"])


def scale(x, o):
    lowest, highest = (np.array([own[end] for own in o["LearnedRanges"]], f32) for end in ("Lowest", "Highest"))
    widths = highest - lowest
    return np.clip((x - lowest) / np.where(widths > 0, widths, 1), 0, 1)


def first_spike(x, o):
    return np.where(x.any(0), x.argmax(0), len(x)).astype(f32)


FORMULAS = {
    "rate": rate, "rate, time-varying": rate, "latency": latency, "latency, logarithmic": latency,
    "latency, interpolated": latency, "log latency": log_latency, "rank order": rank_order, "burst": burst, "phase": phase,
    "regular rate": regular_rate,
    "signed rate": signed_rate, "Poisson intervals": poisson_intervals, "LIF current": lif_current,
    "receptive fields": receptive_fields, "population rate": population_rate, "delta": delta, "step-forward": step_forward,
    "threshold-based": threshold_based, "threshold-based, Factor": threshold_based, "moving window": moving_window, "BSA": bsa,
    "residue": residue, "multi-threshold": multi_threshold, "spike times": spike_times, "rate targets": rate_targets,
    "latency targets": latency_targets, "scale": scale, "scale, one range": scale,
    "read out count": lambda x, o: np.count_nonzero(x, 0).astype(f32),
    "read out mean rate": lambda x, o: (x != 0).mean(0, dtype=f32),
    "read out first spike": first_spike,
    "read out cumulative sum": lambda x, o: np.cumsum(x, 0),
}


def answer(**values):
    print(json.dumps(values), flush=True)


def main():
    formula, rows, options = None, None, None
    for line in sys.stdin:
        request = json.loads(line)
        if "load" in request:
            formula, options = FORMULAS.get(request["load"]), request["options"]
            rows = np.fromfile(request["file"], f32).reshape(request["shape"])
            if formula is None:
                answer(shape=[])
                continue
            result = np.ascontiguousarray(formula(rows, options), f32)
            result.tofile(request["file"])
            answer(shape=result.shape)
        else:
            clock = time.process_time if request["busy"] else time.perf_counter
            wall, start, count = time.perf_counter(), clock(), 0
            while count == 0 or time.perf_counter() - wall < request["run"]:
                formula(rows, options)
                count += 1
            answer(speed=count / (clock() - start))


main()
