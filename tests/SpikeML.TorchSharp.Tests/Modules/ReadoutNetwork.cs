using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Modules;

/// <summary>A module as users write them: spikes of three features to the mean membranes of some outputs.</summary>
public abstract class ReadoutNetwork : nn.Module<Tensor, Tensor>
{
    private readonly Linear _first;
    private readonly Leaky _hidden = new(0.9);
    private readonly Linear _last;
    private readonly Leaky _output = new(0.9, reset: ResetMechanism.None);

    protected ReadoutNetwork(int outputs, int hidden = 40)
        : base(nameof(ReadoutNetwork))
    {
        _first = nn.Linear(3, hidden);
        _last = nn.Linear(hidden, outputs);
        using (NewDisposeScope())
        using (no_grad())
        {
            Random random = new(3);
            foreach (Linear layer in (Linear[])[_first, _last])
                Draw(layer, random);
            _first.weight!.mul_(4);
        }
        RegisterComponents();
    }

    /// <summary>As torch draws them, but torch's generator is shared with the tests that run at the same time.</summary>
    private static void Draw(Linear layer, Random random)
    {
        double bound = 1 / Math.Sqrt(layer.in_features);
        foreach (Parameter values in layer.parameters())
            values.copy_(tensor(Enumerable.Range(0, (int)values.numel())
                .Select(_ => (float)(bound * (2 * random.NextDouble() - 1))).ToArray()).view(values.shape));
    }

    public override Tensor forward(Tensor input) =>
        Read(_output.call(_last.call(_hidden.call(_first.call(input)).Spikes)).Membrane);

    protected virtual Tensor Read(Tensor membranes) => membranes.mean([0]);
}

public sealed class TwoOutputs() : ReadoutNetwork(2);

public sealed class LoneOutput() : ReadoutNetwork(1);

/// <summary>Scores of every step.</summary>
public sealed class SteppedOutputs() : ReadoutNetwork(2)
{
    protected override Tensor Read(Tensor membranes) => membranes;
}

/// <summary>Keeps something in a field while it runs, drops out in training, and counts its calls in a buffer.</summary>
public sealed class KeepingNetwork : nn.Module<Tensor, Tensor>
{
    private readonly Linear _weights = nn.Linear(3, 2);
    private readonly Dropout _dropout = nn.Dropout(0.5);
    private readonly Tensor _calls = zeros(1, ScalarType.Int64);
    private Tensor? _counts;

    public KeepingNetwork()
        : base(nameof(KeepingNetwork))
    {
        register_buffer("calls", _calls);
        RegisterComponents();
    }

    public long Calls => _calls.item<long>();

    public override Tensor forward(Tensor input)
    {
        // The earlier a spike, the more it counts.
        _counts = input.cumsum(0).sum([0], type: ScalarType.Float32);
        if (training)
        {
            using Scalar one = 1;
            _calls.add_(one, one);
        }
        Thread.Yield();
        return _weights.call(_dropout.call(_counts));
    }
}
