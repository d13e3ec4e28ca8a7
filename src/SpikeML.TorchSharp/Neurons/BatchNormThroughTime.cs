using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// Batch normalisation through time (snnTorch's <c>BatchNormTT1d</c> and <c>BatchNormTT2d</c>; Kim and Panda 2020): each step has
/// a learned scale and running statistics of its own, and no bias.
/// </summary>
/// <remarks>
/// For modules of your own, between weights and neurons. The input must have exactly the number of steps. Parameters and buffers
/// hold all steps: <c>weight</c>, <c>running_mean</c> and <c>running_var</c>, each [numSteps, features].
/// </remarks>
public sealed class BatchNormThroughTime : nn.Module<Tensor, Tensor>
{
    private const string WeightName = "weight", MeanName = "running_mean", VarianceName = "running_var";

    private readonly double _momentum, _epsilon;

    /// <param name="features">The number of neurons or channels, at least 1.</param>
    /// <param name="numSteps">The number of steps, at least 1.</param>
    /// <param name="epsilon">What is added to the variances, above 0.</param>
    /// <param name="momentum">The share of a batch in the running statistics, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public BatchNormThroughTime(int features, int numSteps, double epsilon = 1e-5, double momentum = 0.1)
        : base(nameof(BatchNormThroughTime))
    {
        OptionCheck.AtLeast(1, features, nameof(features));
        OptionCheck.AtLeast(1, numSteps, nameof(numSteps));
        OptionCheck.Positive(epsilon, nameof(epsilon));
        OptionCheck.Require(momentum is >= 0 and <= 1, momentum, nameof(momentum), "momentum must be 0 to 1.");
        (_epsilon, _momentum) = (epsilon, momentum);
        register_parameter(WeightName, new Parameter(ones(numSteps, features)));
        register_buffer(MeanName, zeros(numSteps, features));
        register_buffer(VarianceName, ones(numSteps, features));
    }

    /// <summary>Normalises the currents of each step over the rows of the batch and, for images, their pixels.</summary>
    /// <param name="input">The currents, [numSteps, batch, features] or [numSteps, batch, features, height, width].</param>
    /// <returns>The normalised currents, with the same shape.</returns>
    /// <exception cref="ArgumentException">
    /// The number of steps or features differs or, in training, a step has a single value for each feature.
    /// </exception>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Tensor weight = get_parameter(WeightName)!, mean = get_buffer(MeanName)!, variance = get_buffer(VarianceName)!;
        if (input.dim() < 3 || input.size(0) != weight.size(0) || input.size(2) != weight.size(1))
            throw new ArgumentException($"The input must be [{weight.size(0)}, batch, {weight.size(1)}, ...], got "
                + $"[{string.Join(", ", input.shape)}].", nameof(input));
        if (training && input[0].numel() == weight.size(1))
            throw new ArgumentException("A step has a single value for each feature, which has no variance: use batches of at "
                + "least two rows, and with ToSpikeBatches DropLast.", nameof(input));
        return StepNormalization.Run(input, mean, variance, weight, null, training, _momentum, _epsilon);
    }
}
