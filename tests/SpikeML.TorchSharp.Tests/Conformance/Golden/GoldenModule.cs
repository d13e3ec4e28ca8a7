using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Conformance;

/// <summary>
/// The modules of the golden models, which name these types: they must never change. In prediction their weights are rounded to
/// 64ths, so sums of weighted spikes are exact and the same on every machine.
/// </summary>
public abstract class GoldenModule : nn.Module<Tensor, Tensor>
{
    private readonly Linear _weights;
    private readonly Leaky _neurons = new(0.5, reset: ResetMechanism.None);

    protected GoldenModule(int outputs)
        : base(nameof(GoldenModule))
    {
        _weights = nn.Linear(12, outputs);
        register_buffer("calls", zeros(1, ScalarType.Int64));
        RegisterComponents();
    }

    public override Tensor forward(Tensor spikes)
    {
        Tensor weight = training ? _weights.weight! : (_weights.weight! * 64).round() / 64;
        if (training)
            get_buffer("calls")!.add_(1);
        return _neurons.call(matmul(spikes.flatten(2), weight.t())).Membrane.mean([0]);
    }
}

public sealed class GoldenClasses() : GoldenModule(3);

public sealed class GoldenPair() : GoldenModule(2);

public sealed class GoldenNumber() : GoldenModule(1);
