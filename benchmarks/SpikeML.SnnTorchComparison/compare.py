"""The snnTorch side of the comparison (docs/torchsharp.md): compare.py DIR EPOCHS SEED THREADS count|membrane [WEIGHTS].

Without WEIGHTS the network starts from weights that torch draws. snntorch must be importable. The environment may set DEVICE (cpu
or cuda) and BATCH (rows per batch).
"""
import json
import os
import sys
import time

import numpy as np
import torch
import snntorch as snn
import snntorch.functional as SF
from snntorch import spikegen, surrogate

folder, epochs, seed, threads, loss_name = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5]
STEPS, BATCH = 25, int(os.environ.get("BATCH", 128))
device = torch.device(os.environ.get("DEVICE", "cpu").lower())
torch.manual_seed(seed)
torch.set_num_threads(threads)


def load(name):
    rows = np.fromfile(f"{folder}/{name}.bin", dtype="<f4").reshape(-1, 785)
    return torch.from_numpy(rows[:, 1:].copy()).to(device), torch.from_numpy(rows[:, 0].astype("int64")).to(device)


class Network(torch.nn.Module):
    def __init__(self):
        super().__init__()
        spike_grad = surrogate.fast_sigmoid(slope=25)
        self.fc1 = torch.nn.Linear(784, 1000)
        self.lif1 = snn.Leaky(beta=0.95, spike_grad=spike_grad)
        self.fc2 = torch.nn.Linear(1000, 10)
        self.lif2 = snn.Leaky(beta=0.95, spike_grad=spike_grad)

    def forward(self, x):
        mem1, mem2 = self.lif1.init_leaky(), self.lif2.init_leaky()
        spikes, membranes = [], []
        for step in range(STEPS):
            spk1, mem1 = self.lif1(self.fc1(x[step]), mem1)
            spk2, mem2 = self.lif2(self.fc2(spk1), mem2)
            spikes.append(spk2)
            membranes.append(mem2)
        # What the loss is taken of, and by whose sum over time the class is read.
        return torch.stack(spikes if loss_name == "count" else membranes)

    def start_from(self, path):
        """For each layer its weights, [inputs][neurons], then its biases, as FirstWeights.cs writes them."""
        values = torch.from_numpy(np.fromfile(path, dtype="<f4"))
        with torch.no_grad():
            for layer in (self.fc1, self.fc2):
                weights, biases, values = values.split([layer.weight.numel(), layer.bias.numel(), len(values) - layer.weight.numel() - layer.bias.numel()])
                layer.weight.copy_(weights.view(layer.in_features, layer.out_features).T)
                layer.bias.copy_(biases)


(x, y), (x_test, y_test) = load("train"), load("test")
net = Network().to(device)
if len(sys.argv) > 6:
    net.start_from(sys.argv[6])
loss_fn = SF.ce_count_loss() if loss_name == "count" else SF.ce_rate_loss()
optimizer = torch.optim.Adam(net.parameters(), lr=5e-4)
losses, seconds, cpu_seconds = [], [], []
for epoch in range(epochs):
    start, cpu_start, total = time.perf_counter(), time.process_time(), 0.0
    for rows in torch.randperm(len(x), device=device).split(BATCH):
        loss = loss_fn(net(spikegen.rate(x[rows], num_steps=STEPS)), y[rows])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item() * len(rows)
    seconds.append(time.perf_counter() - start)
    cpu_seconds.append(time.process_time() - cpu_start)
    losses.append(total / len(x))
with torch.no_grad():
    predicted = torch.cat([net(spikegen.rate(part, num_steps=STEPS)).sum(0).argmax(1) for part in x_test.split(1000)])
right = (predicted == y_test).double()
print(json.dumps({
    "library": "snnTorch",
    "threads": threads,
    "seed": seed,
    "device": str(device),
    "batch": BATCH,
    "torch": torch.__version__,
    "accuracy": right.mean().item(),
    "recall": [right[y_test == label].mean().item() for label in range(10)],
    "losses": losses,
    "seconds": seconds,
    "processor_seconds": cpu_seconds,
}))
