using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Losses of the times of the first spikes.</summary>
public static partial class SpikeLoss
{
    /// <summary>
    /// Cross-entropy of the negated times of the first spikes (<c>ce_temporal_loss</c>): the correct class should fire first.
    /// Times of several neurons per class are averaged.
    /// </summary>
    /// <param name="spikes">The spikes, [numSteps, batch, outputs].</param>
    /// <param name="targets">Class indices, [batch], or targets that vary over time; only their class is used.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <returns>The loss, a scalar tensor, or [batch] without reduction.</returns>
    /// <exception cref="ArgumentException">The targets do not match the spikes, or an option is out of range.</exception>
    public static Tensor CrossEntropyTemporal(Tensor spikes, Tensor targets, SpikeLossOptions? options = null)
    {
        options = Checked(spikes, targets, options);
        return CrossEntropyOf(-ClassOutputs.Mean(FirstSpikes.Times(spikes), options.OutputsPerClass), targets, options);
    }

    /// <summary>
    /// Cross-entropy of the reciprocals of the times of the first spikes, counted from 1 (<c>ce_temporal_loss</c> with
    /// <c>inverse="reciprocal"</c>). They lie between 0 and 1, so the loss of C classes is at least ln(1 + (C - 1) / e). Times of
    /// several neurons per class are averaged.
    /// </summary>
    /// <param name="spikes">The spikes, [numSteps, batch, outputs].</param>
    /// <param name="targets">Class indices, [batch], or targets that vary over time; only their class is used.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <returns>The loss, a scalar tensor, or [batch] without reduction.</returns>
    /// <exception cref="ArgumentException">The targets do not match the spikes, or an option is out of range.</exception>
    public static Tensor CrossEntropyReciprocalTimes(Tensor spikes, Tensor targets, SpikeLossOptions? options = null)
    {
        options = Checked(spikes, targets, options);
        Tensor times = ClassOutputs.Mean(FirstSpikes.Times(spikes), options.OutputsPerClass);
        return CrossEntropyOf(times.Plus(1).reciprocal(), targets, options);
    }

    /// <summary>
    /// Squared error of the times of the first spikes, as shares of the number of steps (<c>mse_temporal_loss</c>).
    /// </summary>
    /// <remarks>
    /// With its defaults, snnTorch targets step 0 for every class, because it clamps the targets; here, the other classes get the
    /// last step.
    /// </remarks>
    /// <param name="spikes">The spikes, [numSteps, batch, outputs].</param>
    /// <param name="targets">
    /// Class indices, [batch], or targets that vary over time, [numSteps, batch, classes]: each neuron should then fire first at
    /// its class's first target spike, or at the last step if there is none, and the next two parameters are ignored.
    /// </param>
    /// <param name="onTarget">The step at which the correct class should fire first; negative values count from the end.</param>
    /// <param name="offTarget">The step at which the other classes should fire first; negative values count from the end.</param>
    /// <param name="tolerance">Times that are closer to their target than this many steps cost nothing; at least 0.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <returns>The loss, a scalar tensor, or [batch, outputs] without reduction.</returns>
    /// <exception cref="ArgumentException">The targets do not match the spikes, or an option is out of range.</exception>
    public static Tensor MeanSquaredTemporal(Tensor spikes, Tensor targets, int onTarget = 0, int offTarget = -1,
        int tolerance = 0, SpikeLossOptions? options = null)
    {
        options = Checked(spikes, targets, options);
        long classes = options.ClassesOf(spikes), numSteps = spikes.size(0);
        Tensor times = targets.dim() == 3 ? TargetSpikes.Times(targets)
            : Wanted(spikes, targets, classes, FromStart(onTarget), FromStart(offTarget));
        return SquaredTimes(spikes, times.unsqueeze(0), tolerance, options.WeightsOf(targets, classes), options);

        double FromStart(int step) => step < 0 ? numSteps + step : step;
    }

    /// <summary>
    /// Squared error of the times of the first spikes, for target times of each class (<c>mse_temporal_loss</c> with
    /// <c>target_is_time</c>).
    /// </summary>
    /// <remarks>
    /// With F target times (<c>multi_spike</c>), the k-th spike of each neuron is compared with the k-th time; a spike that a
    /// neuron lacks counts as the last step. snnTorch drops the spikes of all neurons and rows at the steps that it has counted;
    /// here, every neuron keeps its own.
    /// </remarks>
    /// <param name="spikes">The spikes, [numSteps, batch, outputs].</param>
    /// <param name="times">
    /// The steps at which the classes should fire first, [batch, classes] or [classes] for all rows, or those of their first F
    /// spikes, [F, batch, classes]; negative values count from the end.
    /// </param>
    /// <param name="tolerance">Times that are closer to their target than this many steps cost nothing; at least 0.</param>
    /// <param name="options">The options, or null for the defaults. Class weights must be null: rows have no class.</param>
    /// <returns>The loss, a scalar tensor, or [batch, outputs] without reduction.</returns>
    /// <exception cref="ArgumentException">The times do not match the spikes, or an option is out of range.</exception>
    public static Tensor MeanSquaredTimes(Tensor spikes, Tensor times, int tolerance = 0, SpikeLossOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(spikes);
        ArgumentNullException.ThrowIfNull(times);
        options ??= new();
        long classes = options.ClassesOf(spikes), rows = spikes.size(1);
        OptionCheck.Require(options.ClassWeights is null, options.ClassWeights, nameof(options.ClassWeights),
            "ClassWeights must be null, because target times have no class.");
        if (!times.shape.SequenceEqual([rows, classes]) && !times.shape.SequenceEqual([classes])
            && !(times.shape is [> 0, ..] && times.shape.AsSpan(1).SequenceEqual([rows, classes])))
            throw new ArgumentException($"The times must be [{rows}, {classes}], [{classes}] or, for several spikes of each "
                + $"neuron, [spikes, {rows}, {classes}], got [{string.Join(", ", times.shape)}].", nameof(times));
        Tensor wanted = times.to(spikes.dtype);
        if (wanted.dim() < 3)
            wanted = wanted.expand(1, rows, classes);
        wanted = wanted.Plus(wanted.lt(zeros_like(wanted)).to(spikes.dtype).Times(spikes.size(0)));
        return SquaredTimes(spikes, wanted, tolerance, options.WeightsOf(wanted, classes), options);
    }

    /// <param name="spikes">The spikes, [numSteps, batch, outputs].</param>
    /// <param name="times">The target times, [spikes of a neuron, batch, classes].</param>
    /// <param name="tolerance">Smaller distances cost nothing.</param>
    /// <param name="weights">The weight of each row, or null.</param>
    /// <param name="options">The options.</param>
    private static Tensor SquaredTimes(Tensor spikes, Tensor times, int tolerance, Tensor? weights, SpikeLossOptions options)
    {
        OptionCheck.AtLeast(0, tolerance, nameof(tolerance));
        Tensor distance = FirstSpikes.Times(spikes, times.size(0)).Minus(ClassOutputs.Repeat(times, options.OutputsPerClass));
        if (tolerance > 0)
            distance = distance.With(distance.detach().abs().IsAbove(tolerance - 0.5).logical_not(), 0);
        return LossArithmetic.Squares(distance.Over(spikes.size(0)), weights, options.Reduction);
    }
}
