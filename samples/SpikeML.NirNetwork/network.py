"""Writes bars.nir, a network that tells how a moving bar lies, with the reference implementation of NIR (pip install nir).

Its layers are those of published networks for event cameras: a convolution, neurons, pooling and a dense layer. Time constants
are in steps, as those of Sinabs are: the network runs with a time step of 1.
"""
import math

import nir
import numpy as np

ANGLES = np.radians([0, 45, 90, 135])
SIDE, KERNEL, STRIDE, PADDING = 34, 7, 2, 3


def line(angle):
    """A kernel for edges at an angle: a line through the middle excites, its sides inhibit half as much."""
    at = np.arange(KERNEL) - KERNEL // 2
    distance = np.abs(at[:, None] * math.cos(angle) + at[None, :] * math.sin(angle))
    on = distance < 0.75
    return np.where(on, 1 / on.sum(), -0.5 / (~on).sum()) * 2


def leaky(*shape):
    """Neurons that forget within ten steps, and so fire only where an edge arrives all at once."""
    tau = np.full(shape, 10.0)
    return nir.LIF(tau=tau, r=tau, v_leak=np.zeros(shape), v_threshold=np.ones(shape), v_reset=np.zeros(shape))


def perfect(*shape):
    return nir.IF(r=np.ones(shape), v_threshold=np.ones(shape), v_reset=np.zeros(shape))


kernels = np.stack([line(angle) for angle in ANGLES])[:, None].repeat(2, axis=1)
places = (SIDE + 2 * PADDING - KERNEL) // STRIDE + 1
pooled = places // 2
# Each class sums the spikes of its own angle, and is inhibited by those of the others.
votes = np.kron(np.eye(4) * 4 / 3 - 1 / 3, np.ones(pooled * pooled)) * 0.1
graph = nir.NIRGraph(
    nodes={
        "input": nir.Input({"input": np.array([2, SIDE, SIDE])}),
        "edges": nir.Conv2d((SIDE, SIDE), kernels.astype("f4"), STRIDE, PADDING, 1, 1, np.zeros(4, "f4")),
        "edge_neurons": leaky(4, places, places),
        "pool": nir.SumPool2d(np.array([2, 2]), np.array([2, 2]), np.array([0, 0])),
        "flatten": nir.Flatten({"input": np.array([4, pooled, pooled])}, 0, -1),
        "votes": nir.Affine(votes.astype("f4"), np.zeros(4, "f4")),
        "bars": perfect(4),
        "output": nir.Output({"output": np.array([4])}),
    },
    edges=[("input", "edges"), ("edges", "edge_neurons"), ("edge_neurons", "pool"), ("pool", "flatten"), ("flatten", "votes"),
           ("votes", "bars"), ("bars", "output")],
)
if __name__ == "__main__":
    nir.write("bars.nir", graph)
