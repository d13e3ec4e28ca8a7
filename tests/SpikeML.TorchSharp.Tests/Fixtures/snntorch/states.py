"""Writes states.json: quantised states, further surrogates, RSynaptic, SLSTM and SConv2dLSTM, as snnTorch computes them.

Run it with snntorch 0.9.4 importable: python3 states.py
"""
import json
import torch
import snntorch as snn
from snntorch import surrogate
from snntorch.functional import quant

STEPS = 24
torch.manual_seed(5)
torch.set_num_threads(1)


class LeakySpike(torch.autograd.Function):
    """snnTorch's own forward and backward of LeakySpikeOperator, with the gradient of the slope that torch asks for and the
    class forgets. surrogate.LSO calls the stochastic operator by mistake."""

    forward = staticmethod(surrogate.LeakySpikeOperator.forward)

    @staticmethod
    def backward(ctx, gradient):
        return surrogate.LeakySpikeOperator.backward(ctx, gradient), None


SURROGATES = {
    "atan2": surrogate.atan(), "heaviside": surrogate.heaviside(), "sfs25": surrogate.SFS(25, -0.5),
    "escape": surrogate.spike_rate_escape(1.5, 25), "none": None,
    "leaky_spike": lambda shifted: LeakySpike.apply(shifted, 0.1),
}
QUANTIZATIONS = {
    "uniform": dict(num_bits=4, uniform=True, threshold=0.5, lower_limit=0.1, upper_limit=0.3),
    "threshold": dict(num_bits=5, uniform=False, thr_centered=True, threshold=0.5, lower_limit=0.1, upper_limit=0.3),
    "zero": dict(num_bits=4, uniform=False, thr_centered=False, threshold=0.5, upper_limit=0.4, multiplier=0.6),
}


def numbers(tensor):
    return {"shape": list(tensor.shape), "data": [float("%.9g" % value) for value in tensor.detach().flatten().tolist()]}


class Levels:
    """Where the levels are: the answers to a ramp, without repetitions."""

    def __init__(self, arguments):
        q = quant.state_quant(**arguments)
        self.found = torch.unique(q(torch.linspace(-2, 2, 200001)))


def gradient_of(recorded):
    weights = torch.linspace(-1, 1, STEPS).view([-1] + [1] * (recorded.dim() - 1))
    return (recorded * weights).sum()


def run(neuron, current, states):
    spikes, membranes = [], []
    for now in current:
        out = neuron(now, *states)
        states = out[1:] if not isinstance(neuron, snn.RSynaptic) else out
        spikes.append(out[0])
        membranes.append(out[-1])
    spikes, membranes = torch.stack(spikes), torch.stack(membranes)
    (gradient_of(spikes) + 0.1 * membranes.sum()).backward()
    return spikes, membranes


def case(kind, neuron, args, name, quantization, shape, states):
    with torch.no_grad():
        for value in neuron.parameters() if "LSTM" in kind else []:
            value.copy_(torch.randn(value.shape) * 0.6)
    current = (torch.randn(STEPS, *shape) * 0.4 + 0.15).requires_grad_()
    spikes, membranes = run(neuron, current, states)
    result = {
        "neuron": kind, "args": args, "surrogate": name, "input": numbers(current), "spikes": numbers(spikes),
        "membrane": numbers(membranes), "input_gradient": numbers(current.grad),
    }
    if quantization:
        result["quantization"] = quantization
    parameters = {key: numbers(value) for key, value in neuron.named_parameters()} if "LSTM" in kind else {}
    if parameters:
        result["parameters"] = parameters
        result["gradients"] = {key: numbers(value.grad) for key, value in neuron.named_parameters()}
    share = spikes.count_nonzero().item() / spikes.numel()
    assert 0.03 < share < 0.9, (kind, args, name, quantization, share)
    return result


def surrogate_arguments(name):
    return dict(surrogate_disable=True) if name == "none" else dict(spike_grad=SURROGATES[name])


def neuron_cases():
    makers = {
        "Leaky": (snn.Leaky, dict(beta=0.9), 1), "Synaptic": (snn.Synaptic, dict(alpha=0.6, beta=0.8), 2),
        "Alpha": (snn.Alpha, dict(alpha=0.95, beta=0.5, threshold=0.2), 3), "Lapicque": (snn.Lapicque, dict(R=5, C=1.5), 1),
    }
    for kind, (make, args, states) in makers.items():
        for name in QUANTIZATIONS:
            for reset in ("subtract", "zero"):
                all_args = dict(dict(threshold=0.5, reset_mechanism=reset), **args)
                neuron = make(**all_args, state_quant=quant.state_quant(**QUANTIZATIONS[name]))
                zeros = [torch.zeros(2, 3)] * states
                yield case(kind, neuron, all_args, "atan2", name, (2, 3), zeros)
    for name in ("heaviside", "sfs25", "escape", "none"):
        args = dict(beta=0.9, threshold=0.5)
        yield case("Leaky", snn.Leaky(**args, **surrogate_arguments(name)), args, name, None, (2, 3), [torch.zeros(2, 3)])
    for reset in ("subtract", "zero", "none"):
        args = dict(alpha=0.5, beta=0.8, V=-0.4, threshold=0.5, reset_mechanism=reset)
        neuron = snn.RSynaptic(**args, all_to_all=False, learn_recurrent=False)
        yield case("RSynaptic", neuron, args, "atan2", None, (2, 3), [torch.zeros(2, 3)] * 3)


def later_cases():
    """Added last, so that the draws of the others stay."""
    for reset in ("subtract", "zero"):
        args = dict(beta=0.9, threshold=0.5, reset_mechanism=reset)
        yield case("Leaky", snn.Leaky(**args, **surrogate_arguments("leaky_spike")), args, "leaky_spike", None, (2, 3),
                   [torch.zeros(2, 3)])


def lstm_cases():
    for reset in ("none", "subtract", "zero"):
        args = dict(threshold=0.12, reset_mechanism=reset)
        # snnTorch keeps the state of SLSTM only if it has the shape of the input.
        yield case("SLSTM", snn.SLSTM(4, 4, **args), args, "atan2", None, (2, 4), [torch.zeros(2, 4)] * 2)
    for more in (dict(), dict(max_pool=2), dict(avg_pool=2), dict(bias=False, reset_mechanism="subtract"),
                 dict(reset_mechanism="zero"), dict(reset_mechanism="zero", max_pool=2)):
        args = dict(dict(threshold=0.1), **more)
        neuron = snn.SConv2dLSTM(2, 3, 3, **args)
        yield case("SConv2dLSTM", neuron, args, "atan2", None, (1, 2, 4, 4), [torch.zeros(1, 3, 4, 4)] * 2)
    quantization = dict(num_bits=6, uniform=True, threshold=0.1, lower_limit=2, upper_limit=2.1)
    args = dict(threshold=0.1)
    neuron = snn.SConv2dLSTM(2, 3, 3, **args, state_quant=quant.state_quant(**quantization))
    yield case("SConv2dLSTM", neuron, args, "atan2", "lstm", (1, 2, 4, 4), [torch.zeros(1, 3, 4, 4)] * 2)


def parallel_cases():
    for more in (dict(beta=0.8), dict(learn_beta=True), dict(weight_hh_enable=True, learn_beta=True),
                 dict(beta=0.6, bias=False, learn_threshold=True)):
        args = dict(dict(threshold=0.3), **more)
        neuron = snn.LeakyParallel(4, 3, **args)
        current = (torch.randn(STEPS, 2, 4) * 0.7).requires_grad_()
        spikes, membranes = neuron(current), neuron.rnn(current)[0]
        (gradient_of(spikes) + 0.1 * membranes.sum()).backward()
        assert 0.05 < spikes.count_nonzero().item() / spikes.numel() < 0.9
        yield {
            "neuron": "LeakyParallel", "args": args, "surrogate": "atan2", "input": numbers(current), "spikes": numbers(spikes),
            "membrane": numbers(membranes), "input_gradient": numbers(current.grad),
            "parameters": {key: numbers(value) for key, value in neuron.named_parameters()},
            "gradients": {key: numbers(value.grad) for key, value in neuron.named_parameters() if value.requires_grad},
        }


with open("states.json", "w") as file:
    levels = {name: numbers(Levels(arguments).found) for name, arguments in QUANTIZATIONS.items()}
    ones = {str(bits): numbers(Levels(dict(num_bits=bits, uniform=False)).found) for bits in (1, 2, 3, 6, 7)}
    cases, lstm = list(neuron_cases()), list(lstm_cases())
    json.dump({"source": "snntorch " + snn.__version__, "torch": torch.__version__, "levels": levels,
               "exponential": ones, "cases": cases + list(later_cases()), "lstm": lstm,
               "parallel": list(parallel_cases())}, file)
