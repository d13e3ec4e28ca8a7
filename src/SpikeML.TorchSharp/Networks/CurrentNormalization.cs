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
        if (_isThroughTime)
            return RunThroughTime(currents, bias, firstStep);
        Tensor rows = currents.flatten(0, 1);
        return Normalized(rows, get_buffer(MeanName)!, get_buffer(VarianceName)!, Scale, bias).view_as(currents);
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

    /// <summary>A neuron at another step is another feature of one normalisation.</summary>
    private Tensor RunThroughTime(Tensor currents, Tensor bias, long firstStep)
    {
        long numSteps = currents.size(0), neurons = bias.size(0);
        Tensor Part(Tensor values) => values.narrow(0, firstStep, numSteps).flatten();
        Tensor rows = currents.transpose(0, 1).flatten(1, 2);
        return Normalized(rows, Part(get_buffer(MeanName)!), Part(get_buffer(VarianceName)!), Part(Scale),
            bias.expand(numSteps, neurons).flatten()).unflatten(1, [numSteps, neurons]).transpose(0, 1).contiguous();
    }

    private Tensor Normalized(Tensor rows, Tensor mean, Tensor variance, Tensor scale, Tensor bias)
    {
        // A single value has no variance.
        bool isSingle = rows.numel() == bias.numel();
        return nn.functional.batch_norm(rows, mean, variance, scale, bias, training && !isSingle, Momentum, Epsilon);
    }
}
