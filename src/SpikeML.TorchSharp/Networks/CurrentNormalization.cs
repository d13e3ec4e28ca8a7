using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// Batch normalisation of a layer's currents (Ioffe and Szegedy 2015), per neuron or channel, over the rows and steps of a batch,
/// or over its rows at each step (Kim and Panda 2020).
/// </summary>
internal sealed class CurrentNormalization : nn.Module
{
    private const double Momentum = 0.1, Epsilon = 1e-5;
    private const string ScaleName = "scale", MeanName = "mean", VarianceName = "variance";

    private readonly bool _isThroughTime;

    /// <param name="neurons">The number of neurons or channels.</param>
    /// <param name="numSteps">The number of steps that are normalised one by one, or null for all together.</param>
    public CurrentNormalization(int neurons, int? numSteps = null)
        : base(nameof(CurrentNormalization))
    {
        _isThroughTime = numSteps is not null;
        long[] shape = numSteps is int steps ? [steps, neurons] : [neurons];
        register_parameter(ScaleName, new Parameter(ones(shape)));
        register_buffer(MeanName, zeros(shape));
        register_buffer(VarianceName, ones(shape));
    }

    /// <summary>The learned scale, [neurons] or [numSteps, neurons].</summary>
    public Tensor Scale => get_parameter(ScaleName)!;

    /// <summary>Normalises currents, [numSteps, batch, ...], and adds the bias.</summary>
    /// <param name="currents">The currents.</param>
    /// <param name="bias">The bias of each neuron or channel.</param>
    /// <param name="firstStep">The step of the first currents, where a part of the steps is run.</param>
    public Tensor Run(Tensor currents, Tensor bias, long firstStep = 0)
    {
        long numSteps = currents.size(0);
        // A single value has no variance.
        bool usesBatch = training && currents.numel() > bias.numel() * (_isThroughTime ? numSteps : 1);
        Tensor mean = get_buffer(MeanName)!, variance = get_buffer(VarianceName)!;
        Tensor Part(Tensor values) => values.narrow(0, firstStep, numSteps);
        return _isThroughTime
            ? StepNormalization.Run(currents, Part(mean), Part(variance), Part(Scale), bias, usesBatch, Momentum, Epsilon)
            : nn.functional.batch_norm(currents.flatten(0, 1), mean, variance, Scale, bias, usesBatch, Momentum, Epsilon)
                .view_as(currents);
    }

    /// <summary>
    /// The factors and the biases of the currents without a bias that do the same with the running mean and variance, in the
    /// shape of <see cref="Scale"/>.
    /// </summary>
    public (Tensor Factor, Tensor Bias) Folded(Tensor bias)
    {
        Tensor factor = Scale / get_buffer(VarianceName)!.Plus(Epsilon).sqrt();
        return (factor, bias.Minus(get_buffer(MeanName)! * factor));
    }
}
