using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Conformance;

/// <summary>
/// A module for any number of neurons, whose means over two halves it reads. Its first weights are always the same.
/// </summary>
public abstract class PooledNetwork : nn.Module<Tensor, Tensor>
{
    private readonly Linear _weights;
    private readonly Leaky _neurons = new(0.9, reset: ResetMechanism.None);

    protected PooledNetwork(int outputs)
        : base(nameof(PooledNetwork))
    {
        _weights = nn.Linear(2, outputs);
        using (no_grad())
        using (Tensor first = linspace(-1, 1, 2 * outputs).view(outputs, 2))
            _weights.weight!.copy_(first);
        RegisterComponents();
    }

    public override Tensor forward(Tensor spikes) => _neurons.call(_weights.call(
        nn.functional.adaptive_avg_pool1d(spikes.flatten(2), 2))).Membrane.mean([0]);
}

public sealed class ThreePooledOutputs() : PooledNetwork(3);

public sealed class TwoPooledOutputs() : PooledNetwork(2);

public sealed class LonePooledOutput() : PooledNetwork(1);
