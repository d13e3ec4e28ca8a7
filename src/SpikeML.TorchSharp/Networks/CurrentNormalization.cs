using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// Batch normalisation of a layer's currents (Ioffe and Szegedy 2015), per neuron or channel, over the rows and steps of a batch.
/// </summary>
internal sealed class CurrentNormalization : nn.Module
{
    private const double Momentum = 0.1, Epsilon = 1e-5;
    private const string ScaleName = "scale", MeanName = "mean", VarianceName = "variance";

    /// <param name="neurons">The number of neurons or channels.</param>
    public CurrentNormalization(int neurons)
        : base(nameof(CurrentNormalization))
    {
        register_parameter(ScaleName, new Parameter(ones(neurons)));
        register_buffer(MeanName, zeros(neurons));
        register_buffer(VarianceName, ones(neurons));
    }

    /// <summary>The learned scale.</summary>
    public Tensor Scale => get_parameter(ScaleName)!;

    /// <summary>Normalises currents, [numSteps, batch, ...], and adds the bias.</summary>
    public Tensor Run(Tensor currents, Tensor bias)
    {
        Tensor rows = currents.flatten(0, 1);
        // A single value has no variance.
        bool isSingle = rows.numel() == bias.numel();
        return nn.functional.batch_norm(rows, get_buffer(MeanName)!, get_buffer(VarianceName)!, Scale, bias,
            training && !isSingle, Momentum, Epsilon).view_as(currents);
    }

    /// <summary>The factor of the weights and the new bias that do the same with the running mean and variance.</summary>
    public (Tensor Factor, Tensor Bias) Folded(Tensor bias)
    {
        Tensor factor = Scale / get_buffer(VarianceName)!.Plus(Epsilon).sqrt();
        return (factor, bias.Minus(get_buffer(MeanName)! * factor));
    }
}
