"""The snnTorch side of the comparison (docs/torchsharp.md): compare.py DIR EPOCHS SEED THREADS; snntorch must be importable."""
import sys
import time

import numpy as np
import torch
import snntorch as snn
import snntorch.functional as SF
from snntorch import spikegen, surrogate

folder, epochs, seed, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
STEPS, BATCH = 25, 128
torch.manual_seed(seed)
torch.set_num_threads(threads)


def load(name):
    rows = np.fromfile(f"{folder}/{name}.bin", dtype="<f4").reshape(-1, 785)
    return torch.from_numpy(rows[:, 1:].copy()), torch.from_numpy(rows[:, 0].astype("int64"))


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
        spikes = []
        for step in range(STEPS):
            spk1, mem1 = self.lif1(self.fc1(x[step]), mem1)
            spk2, mem2 = self.lif2(self.fc2(spk1), mem2)
            spikes.append(spk2)
        return torch.stack(spikes)


(x, y), (x_test, y_test) = load("train"), load("test")
net, loss_fn = Network(), SF.ce_count_loss()
optimizer = torch.optim.Adam(net.parameters(), lr=5e-4)
seconds, cpu_seconds = [], []
for epoch in range(epochs):
    start, cpu_start = time.perf_counter(), time.process_time()
    for rows in torch.randperm(len(x)).split(BATCH):
        loss = loss_fn(net(spikegen.rate(x[rows], num_steps=STEPS)), y[rows])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    seconds.append(time.perf_counter() - start)
    cpu_seconds.append(time.process_time() - cpu_start)
with torch.no_grad():
    accuracy = SF.accuracy_rate(net(spikegen.rate(x_test, num_steps=STEPS)), y_test)


def median(values):
    return sorted(values)[len(values) // 2]


print(f"snnTorch accuracy {accuracy:.3f}  seconds per epoch: median {median(seconds):.2f}, least {min(seconds):.2f}; of a processor: median {median(cpu_seconds):.2f}")
