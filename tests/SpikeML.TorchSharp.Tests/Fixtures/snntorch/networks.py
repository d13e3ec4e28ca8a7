"""Writes networks.npz: two networks that snnTorch trained, their input spikes and the spikes of each of their layers.

Run it with snntorch 0.9.4 importable: python3 networks.py
"""
import numpy as np
import torch
import snntorch as snn
from snntorch import surrogate

STEPS, ROWS = 20, 12
torch.manual_seed(7)
torch.set_num_threads(1)


def leaky(**arguments):
    return snn.Leaky(spike_grad=surrogate.fast_sigmoid(slope=25), **arguments)


class Dense(torch.nn.Module):
    """As in snnTorch's tutorial 5, with a decay and a threshold that are learned."""

    def __init__(self):
        super().__init__()
        self.fc1 = torch.nn.Linear(36, 20)
        self.lif1 = leaky(beta=0.9, learn_beta=True, threshold=0.8, learn_threshold=True)
        self.fc2 = torch.nn.Linear(20, 3)
        self.lif2 = leaky(beta=0.8, reset_mechanism="zero")

    def forward(self, spikes):
        hidden, output = [], []
        mem1, mem2 = self.lif1.init_leaky(), self.lif2.init_leaky()
        for step in spikes:
            spk1, mem1 = self.lif1(self.fc1(step.flatten(1)), mem1)
            spk2, mem2 = self.lif2(self.fc2(spk1), mem2)
            hidden.append((spk1, mem1 - self.lif1.threshold))
            output.append((spk2, mem2 - self.lif2.threshold))
        return hidden, output


class Convolutional(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = torch.nn.Conv2d(1, 4, 3, stride=2, padding=1)
        self.lif1 = leaky(beta=0.7)
        self.fc1 = torch.nn.Linear(4 * 3 * 3, 3, bias=False)
        self.lif2 = leaky(beta=0.95)

    def forward(self, spikes):
        hidden, output = [], []
        mem1, mem2 = self.lif1.init_leaky(), self.lif2.init_leaky()
        for step in spikes:
            spk1, mem1 = self.lif1(self.conv1(step.unsqueeze(1)), mem1)
            spk2, mem2 = self.lif2(self.fc1(spk1.flatten(1)), mem2)
            hidden.append((spk1, mem1 - self.lif1.threshold))
            output.append((spk2, mem2 - self.lif2.threshold))
        return hidden, output


def batch(rows):
    """Images of 6 x 6 whose bright third gives the class, as spikes at random."""
    classes = torch.randint(3, (rows,))
    images = torch.full((rows, 6, 6), 0.1)
    for row, bright in enumerate(classes):
        images[row, 2 * bright:2 * bright + 2] = 0.6
    return torch.bernoulli(images.expand(STEPS, -1, -1, -1)), classes


def train(network):
    optimizer = torch.optim.Adam(network.parameters(), lr=5e-3)
    for _ in range(100):
        spikes, classes = batch(32)
        counts = sum(spike for spike, _ in network(spikes)[1])
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(counts, classes).backward()
        optimizer.step()


arrays = {}
for name, network in ("dense", Dense()), ("convolutional", Convolutional()):
    train(network)
    with torch.no_grad():
        spikes, classes = batch(ROWS)
        layers = network(spikes)
    accuracy = (sum(spike for spike, _ in layers[1]).argmax(1) == classes).float().mean()
    margin = min(distance.abs().min() for layer in layers for _, distance in layer)
    print(f"{name}: accuracy {accuracy:.2f}, spikes {[int(sum(s.sum() for s, _ in layer)) for layer in layers]}, "
          f"nearest to a threshold {margin:.1e}")
    # Sums in another order differ by about 1e-7: no membrane may be so near to its threshold that a spike depends on it.
    assert margin > 5e-6 and accuracy > 0.8
    arrays[f"{name}/input"] = spikes.numpy().astype("uint8")
    arrays.update({f"{name}/spikes{i + 1}": np.stack([spike.numpy() for spike, _ in layer]).astype("uint8")
                   for i, layer in enumerate(layers)})
    arrays.update({f"{name}/state/{key}": value.numpy() for key, value in network.state_dict().items()})
np.savez_compressed("networks.npz", **arrays)
