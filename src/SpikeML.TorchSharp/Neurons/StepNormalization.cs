using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Batch normalisation of each step on its own (Kim and Panda 2020).</summary>
internal static class StepNormalization
{
    /// <summary>
    /// Normalises currents; in training, the running statistics are updated in place. A neuron at another step is another feature
    /// of one normalisation.
    /// </summary>
    /// <param name="currents">The currents, [numSteps, batch, neurons, ...].</param>
    /// <param name="mean">The running means, [numSteps, neurons], contiguous.</param>
    /// <param name="variance">The running variances, with the same shape, contiguous.</param>
    /// <param name="scale">The scales, with the same shape.</param>
    /// <param name="bias">The biases, [neurons], or null for none.</param>
    /// <param name="training">Whether to normalise by the batch's own statistics.</param>
    /// <param name="momentum">The share of a batch in the running statistics.</param>
    /// <param name="epsilon">What is added to the variances.</param>
    /// <returns>The normalised currents, with the same shape, contiguous.</returns>
    public static Tensor Run(Tensor currents, Tensor mean, Tensor variance, Tensor scale, Tensor? bias, bool training,
        double momentum, double epsilon)
    {
        Tensor rows = currents.transpose(0, 1).flatten(1, 2);
        return nn.functional.batch_norm(rows, mean.flatten(), variance.flatten(), scale.flatten(),
            bias?.expand(scale.shape).flatten(), training, momentum, epsilon)
            .unflatten(1, scale.shape).transpose(0, 1).contiguous();
    }
}
