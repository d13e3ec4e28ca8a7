"""Events in frames with NumPy's add.at, as its users write it, and with bincount, the fastest way in NumPy.

A request on standard input is one line of JSON: "load" with a file of int64 numbers x, y, t, p of each event, the size of the
sensor and the bins, is answered with the sum and the number of the values above 0; "run" with a name is answered with seconds.
"""
import json
import sys
import time

import numpy as np

events = shape = window = None


def bins():
    return (events["t"] - events["t"][0]) // window


def add_at():
    frames = np.zeros(shape, np.float32)
    np.add.at(frames, (bins(), events["p"], events["y"], events["x"]), 1)
    return frames


def bincount():
    _, polarities, height, width = shape
    place = ((bins() * polarities + events["p"]) * height + events["y"]) * width + events["x"]
    return np.bincount(place, minlength=int(np.prod(shape))).astype(np.float32).reshape(shape)


ways = {"add.at": add_at, "bincount": bincount}
for line in sys.stdin:
    request = json.loads(line)
    if "load" in request:
        numbers = np.fromfile(request["load"], np.int64).reshape(-1, 4)
        events = {name: np.ascontiguousarray(numbers[:, i]) for i, name in enumerate("xytp")}
        shape, window = tuple(request["shape"]), request["window"]
        frames = [way() for way in ways.values()]
        same = [(float(each.sum(dtype=np.float64)), int(np.count_nonzero(each))) for each in frames]
        answer = {"sum": same[0][0], "count": same[0][1], "same": same[0] == same[1], "numpy": np.__version__}
    else:
        start = time.perf_counter()
        ways[request["run"]]()
        answer = {"seconds": time.perf_counter() - start}
    print(json.dumps(answer), flush=True)
