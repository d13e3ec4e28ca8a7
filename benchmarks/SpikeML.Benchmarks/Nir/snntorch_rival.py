"""A NIR graph in snnTorch, batch by batch: snntorch_rival.py GRAPH.nir STEP.

snntorch, nir and nirtorch must be importable. A request on standard input is one line of JSON: "load" names a file of float32
with spikes, [steps, rows, ...], and is answered with the sums of the output over the steps, which replace the file; "run" says
for how many seconds, and is answered with rows a second. "threads" goes with both. STEP is the time step in seconds.
"""
import contextlib
import json
import sys
import time
import warnings

import nir
import nirtorch
import numpy as np
import torch
from snntorch import Leaky, RSynaptic, import_nir, utils

warnings.simplefilter("ignore")
STEP = float(sys.argv[2])


def perfect(node):
    """Neurons without leak, which snnTorch's import takes for leaky ones."""
    gain = np.unique(node.r * STEP).item()
    return Leaky(beta=1.0, threshold=np.unique(node.v_threshold).item() / gain, reset_mechanism="zero", reset_delay=False,
                 init_hidden=True)


def flatten(node):
    """Its dimensions do not count the batch."""
    shift = lambda dimension: dimension + 1 if dimension >= 0 else dimension
    return torch.nn.Flatten(shift(int(node.start_dim)), shift(int(node.end_dim)))


class Recurrent(RSynaptic):
    """RSynaptic as the graph means it: it is called without its state, which snnTorch's own cannot be, and reset at once."""

    def forward(self, current):
        if self.mem.shape != current.shape:
            self.spk = self.syn = self.mem = torch.zeros_like(current)
        self.syn, self.mem = self._base_state_function(current)
        self.spk = self.fire(self.mem)
        self.mem = self.mem - self.spk * self.mem
        return self.spk


def theirs(node):
    module = import_nir._nir_to_snntorch_module(node, init_hidden=True)
    if isinstance(module, RSynaptic):
        module.__class__ = Recurrent
    return module


def network(path):
    graph = import_nir._replace_rnn_subgraph_with_nirgraph(nir.read(path))
    modules = {kind: theirs for kind in (nir.Affine, nir.Linear, nir.Conv2d, nir.AvgPool2d, nir.LIF, nir.CubaLIF)}
    modules |= {
        nir.IF: perfect,
        nir.Flatten: flatten,
        nir.SumPool2d: lambda node: torch.nn.AvgPool2d(tuple(node.kernel_size), tuple(node.stride), tuple(node.padding),
                                                       divisor_override=1),
        nir.NIRGraph: theirs,
    }
    return nirtorch.nir_to_torch(graph, modules)


def counts(model, spikes):
    utils.reset(model)
    total, state = 0, None
    for step in spikes:
        output = model(step, state)
        output, state = output if isinstance(output, tuple) else (output, None)
        total = total + output
    return total


def speed(model, spikes, seconds, busy):
    clock = time.process_time if busy else time.perf_counter
    rows, start, wall = 0, clock(), time.perf_counter()
    while rows == 0 or time.perf_counter() - wall < seconds:
        counts(model, spikes)
        rows += spikes.shape[1]
    return rows / (clock() - start)


def main():
    with contextlib.redirect_stdout(sys.stderr):
        model = network(sys.argv[1])
    spikes = None
    with torch.no_grad():
        for line in sys.stdin:
            request = json.loads(line)
            torch.set_num_threads(request["threads"])
            if "load" in request:
                spikes = torch.from_numpy(np.fromfile(request["load"], "<f4").reshape(request["shape"]))
                counts(model, spikes).numpy().astype("<f4").tofile(request["load"])
                answer = {}
            else:
                cores = request["threads"] if request["busy"] else 1
                answer = {"speed": speed(model, spikes, request["run"], request["busy"]) * cores}
            print(json.dumps(answer), flush=True)


main()
