"""Writes training.json: what snnTorch's training loop does to a small network, batch by batch.

Run it with snntorch 0.9.4 importable: python3 training.py
"""
import json
import torch
import snntorch as snn
import snntorch.functional as SF
from snntorch import surrogate

STEPS, BATCH, BATCHES, INPUTS, NEURONS, CLASSES = 12, 6, 5, 20, 16, 4
# A sum in another order must not decide about a spike.
LEAST_DISTANCE = 2e-5
torch.set_num_threads(1)


def numbers(tensor):
    return {"shape": list(tensor.shape), "data": [float("%.9g" % value) for value in tensor.detach().flatten().tolist()]}


class Network(torch.nn.Module):
    """The network of benchmarks/SpikeML.SnnTorchComparison/compare.py."""

    def __init__(self):
        super().__init__()
        spike_grad = surrogate.fast_sigmoid(slope=25)
        self.fc1 = torch.nn.Linear(INPUTS, NEURONS)
        self.lif1 = snn.Leaky(beta=0.95, spike_grad=spike_grad)
        self.fc2 = torch.nn.Linear(NEURONS, CLASSES)
        self.lif2 = snn.Leaky(beta=0.95, spike_grad=spike_grad)
        with torch.no_grad():
            self.fc1.weight.mul_(3)
            self.fc2.weight.mul_(4)
        self.fired, self.distance = 0, 1.0

    def forward(self, x):
        mem1, mem2 = self.lif1.init_leaky(), self.lif2.init_leaky()
        spikes, membranes = [], []
        for step in x:
            spk1, mem1 = self.lif1(self.fc1(step), mem1)
            spk2, mem2 = self.lif2(self.fc2(spk1), mem2)
            spikes.append(spk2)
            membranes.append(mem2)
            self.distance = min([self.distance] + [(mem - 1).abs().min().item() for mem in (mem1, mem2)])
            self.fired += int(spk2.sum())
        return torch.stack(spikes), torch.stack(membranes)


def run(loss_name, seed):
    torch.manual_seed(seed)
    net = Network()
    first = [numbers(parameter) for parameter in net.parameters()]
    loss_fn = SF.ce_count_loss() if loss_name == "count" else SF.ce_rate_loss()
    optimizer = torch.optim.Adam(net.parameters(), lr=5e-4)
    batches = []
    for _ in range(BATCHES):
        x = (torch.rand(STEPS, BATCH, INPUTS) < 0.3).float()
        y = torch.randint(CLASSES, [BATCH])
        spikes, membranes = net(x)
        loss = loss_fn(spikes if loss_name == "count" else membranes, y)
        optimizer.zero_grad()
        loss.backward()
        gradients = [numbers(parameter.grad) for parameter in net.parameters()]
        optimizer.step()
        batches.append({"input": numbers(x), "labels": y.tolist(), "loss": loss.item(), "gradients": gradients})
    return net, {"loss": loss_name, "first": first, "batches": batches, "last": [numbers(each) for each in net.parameters()]}


cases = []
for loss_name in ("count", "membrane"):
    for seed in range(1, 1000):
        net, case = run(loss_name, seed)
        if net.distance > LEAST_DISTANCE:
            break
    else:
        raise SystemExit(f"No seed keeps the membranes of {loss_name} away from the threshold")
    assert net.fired > 100, net.fired
    print(loss_name, "seed", seed, "distance", net.distance, "output spikes", net.fired)
    cases.append(case)
with open("training.json", "w", encoding="utf-8") as file:
    json.dump({"source": f"snntorch {snn.__version__}", "torch": torch.__version__, "cases": cases}, file)
