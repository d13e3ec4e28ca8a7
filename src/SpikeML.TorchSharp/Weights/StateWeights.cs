using System.Collections.Immutable;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>The weights of a linear or convolutional layer of a state dictionary.</summary>
/// <param name="Name">The name of the module.</param>
/// <param name="Layer">The layer, still without its neurons.</param>
/// <param name="Weights">The weights, row-major.</param>
/// <param name="Bias">The biases, one per neuron or channel.</param>
internal sealed record StateWeights(string Name, SpikingLayer Layer, ImmutableArray<float> Weights, ImmutableArray<float> Bias)
{
    /// <summary>What is added to variances before their square root.</summary>
    public const double Epsilon = 1e-5;

    /// <summary>The factors of each step after batch normalisation through time, [step][neuron], or empty.</summary>
    public ImmutableArray<float> StepScales { get; private init; } = [];

    /// <summary>What is added then, in the same order.</summary>
    public ImmutableArray<float> StepBiases { get; private init; } = [];

    public static StateWeights Of(StateModule module, int stride)
    {
        module.Allow("weight", "bias");
        long[] shape = module.Entries["weight"].shape;
        if (shape.Length is not (2 or 4) || (shape.Length == 4 && shape[2] != shape[3]))
            throw new ArgumentException($"{module.Described("weight")}: expected [neurons, inputs] or "
                + "[channels, input channels, size, size].");
        int count = (int)shape[0];
        SpikingLayer layer = shape.Length == 2 ? SpikingLayer.Dense(count)
            : SpikingLayer.Convolution(count, (int)shape[2], stride);
        return new(module.Name, layer, module.Values("weight")!.Value,
            module.Values("bias", For(layer, module.Name), count) ?? [.. new float[count]]);
    }

    /// <summary>What the shapes of a layer's other entries follow from.</summary>
    public static string For(SpikingLayer layer, string name) =>
        $"for the {Counted.Of(layer.Neurons, layer.Kind == SpikingLayerKind.Dense ? "neuron" : "channel")} of '{name}'";

    /// <summary>
    /// The weights that do what these do before batch normalisation by its running mean and variance, of all steps together or,
    /// where the entries are [numSteps, neurons], of each step.
    /// </summary>
    public StateWeights Normalized(StateModule module)
    {
        module.Allow("weight", "bias", "running_mean", "running_var", "num_batches_tracked");
        int neurons = Layer.Neurons, fanIn = Weights.Length / neurons;
        Tensor means = module.Entries["running_mean"];
        bool isThroughTime = means.dim() == 2;
        long[] shape = isThroughTime ? [means.size(0), neurons] : [neurons];
        string owner = For(Layer, Name) + (isThroughTime ? $" at each of {shape[0]} steps" : "");
        ImmutableArray<float> Each(string entry, float otherwise) =>
            module.Values(entry, owner, shape) ?? [.. Enumerable.Repeat(otherwise, (int)means.numel())];
        (ImmutableArray<float> scale, ImmutableArray<float> shift) = (Each("weight", 1), Each("bias", 0));
        (ImmutableArray<float> mean, ImmutableArray<float> variance) = (Each("running_mean", 0), Each("running_var", 1));
        double[] factors = [.. scale.Zip(variance, (factor, spread) => factor / Math.Sqrt(spread + Epsilon))];
        return isThroughTime ? this with
        {
            Layer = Layer with { BatchNormalizationThroughTime = true },
            StepScales = [.. factors.Select(factor => (float)factor)],
            StepBiases = [.. factors.Select((factor, i) => (float)(shift[i] - mean[i] * factor))],
        }
        : this with
        {
            Weights = [.. Weights.Select((weight, i) => (float)(weight * factors[i / fanIn]))],
            Bias = [.. Bias.Select((bias, i) => (float)((bias - mean[i]) * factors[i] + shift[i]))],
        };
    }
}
