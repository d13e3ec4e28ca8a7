using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Losses of spiking networks, with the names and formulas of <c>snntorch.functional</c>.</summary>
/// <remarks>
/// <para>
/// Spikes and membranes are [numSteps, batch, outputs], with one output neuron per class unless
/// <see cref="SpikeLossOptions.OutputsPerClass"/> says otherwise.
/// </para>
/// <para>
/// Targets are class indices from 0, Int64 [batch], or vary over time, [numSteps, batch, classes], as <c>ToSpikeBatches</c> gives
/// columns of <c>EncodeRateTargets</c> and <c>EncodeLatencyTargets</c>. In targets that vary over time, a class has a target
/// spike where its value is the largest of the row, unless all are equal. The class of a row is the one with the most target
/// spikes; of several, the one that spikes first.
/// </para>
/// </remarks>
public static partial class SpikeLoss
{
    /// <summary>
    /// Cross-entropy of the values at each step, averaged over the steps (<c>ce_rate_loss</c>); snnTorch's tutorial 5 applies it
    /// to membranes.
    /// </summary>
    /// <remarks>
    /// With targets that vary over time, the loss of a step is the sum over the classes of -target log(softmax(value)), so steps
    /// without a target spike cost nothing. Values of several neurons per class are summed.
    /// </remarks>
    /// <param name="spikes">Spikes or membranes, [numSteps, batch, outputs].</param>
    /// <param name="targets">Class indices, [batch], or targets that vary over time, [numSteps, batch, classes].</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <returns>The loss, a scalar tensor, or [batch] without reduction.</returns>
    /// <exception cref="ArgumentException">The targets do not match the spikes, or an option is out of range.</exception>
    public static Tensor CrossEntropyRate(Tensor spikes, Tensor targets, SpikeLossOptions? options = null)
    {
        options = Checked(spikes, targets, options);
        return LossArithmetic.CrossEntropy(ClassOutputs.Sum(spikes, options.OutputsPerClass), targets, options);
    }

    /// <summary>
    /// Cross-entropy of the spike counts (<c>ce_count_loss</c>). Counts of several neurons per class are summed.
    /// </summary>
    /// <param name="spikes">The spikes, [numSteps, batch, outputs].</param>
    /// <param name="targets">Class indices, [batch], or targets that vary over time; only their class is used.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <returns>The loss, a scalar tensor, or [batch] without reduction.</returns>
    /// <exception cref="ArgumentException">The targets do not match the spikes, or an option is out of range.</exception>
    public static Tensor CrossEntropyCount(Tensor spikes, Tensor targets, SpikeLossOptions? options = null)
    {
        options = Checked(spikes, targets, options);
        return CrossEntropyOf(ClassOutputs.Sum(spikes.sum(dim: 0), options.OutputsPerClass), targets, options);
    }

    /// <summary>
    /// Cross-entropy of each membrane's maximum over time (<c>ce_max_membrane_loss</c>). Maxima of several neurons per class are
    /// averaged.
    /// </summary>
    /// <param name="membrane">The membranes, [numSteps, batch, outputs].</param>
    /// <param name="targets">Class indices, [batch], or targets that vary over time; only their class is used.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <returns>The loss, a scalar tensor, or [batch] without reduction.</returns>
    /// <exception cref="ArgumentException">The targets do not match the membranes, or an option is out of range.</exception>
    public static Tensor CrossEntropyMaxMembrane(Tensor membrane, Tensor targets, SpikeLossOptions? options = null)
    {
        options = Checked(membrane, targets, options);
        return CrossEntropyOf(ClassOutputs.Mean(membrane.max(dim: 0).values, options.OutputsPerClass), targets, options);
    }

    /// <summary>
    /// Squared error of the spike counts, divided by the number of steps (<c>mse_count_loss</c>). Counts of several neurons per
    /// class are summed.
    /// </summary>
    /// <param name="spikes">The spikes, [numSteps, batch, outputs].</param>
    /// <param name="targets">
    /// Class indices, [batch], or targets that vary over time, [numSteps, batch, classes]: each neuron should then fire as often
    /// as its class has target spikes, and the rates are ignored.
    /// </param>
    /// <param name="correctRate">The share of the steps at which the correct class should fire, 0 to 1.</param>
    /// <param name="incorrectRate">The share of the steps at which the others should fire, 0 to 1.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <returns>The loss, a scalar tensor, or [batch, classes] without reduction.</returns>
    /// <exception cref="ArgumentException">The targets do not match the spikes, or an option is out of range.</exception>
    public static Tensor MeanSquaredCount(Tensor spikes, Tensor targets, double correctRate = 1, double incorrectRate = 0,
        SpikeLossOptions? options = null)
    {
        options = Checked(spikes, targets, options);
        long numSteps = spikes.size(0), most = numSteps * options.OutputsPerClass, classes = options.ClassesOf(spikes);
        Tensor wanted = targets.dim() == 3 ? TargetSpikes.Counts(targets).Times(options.OutputsPerClass)
            : Wanted(spikes, targets, classes, Math.Truncate(most * correctRate), Math.Truncate(most * incorrectRate));
        Tensor counts = ClassOutputs.Sum(spikes.sum(dim: 0), options.OutputsPerClass);
        return LossArithmetic.Squares(counts.Minus(wanted).unsqueeze(0), options.WeightsOf(targets, classes), options.Reduction)
            .Over(numSteps);
    }

    /// <summary>Squared error of the membranes, or spikes, at every step (<c>mse_membrane_loss</c>).</summary>
    /// <param name="membrane">The membranes or spikes, [numSteps, batch, outputs].</param>
    /// <param name="targets">
    /// Class indices, [batch], or targets that vary over time, [numSteps, batch, classes]: each membrane should then equal the
    /// target of its class at every step, and the next two parameters are ignored.
    /// </param>
    /// <param name="onTarget">The target membrane of the correct class.</param>
    /// <param name="offTarget">The target membrane of the other classes.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <returns>The loss, a scalar tensor, or [batch, outputs] without reduction.</returns>
    /// <exception cref="ArgumentException">The targets do not match the membranes, or an option is out of range.</exception>
    public static Tensor MeanSquaredMembrane(Tensor membrane, Tensor targets, double onTarget = 1, double offTarget = 0,
        SpikeLossOptions? options = null)
    {
        options = Checked(membrane, targets, options);
        long classes = options.ClassesOf(membrane);
        Tensor wanted = targets.dim() == 3 ? targets : Wanted(membrane, targets, classes, onTarget, offTarget);
        return LossArithmetic.Squares(membrane.Minus(ClassOutputs.Repeat(wanted, options.OutputsPerClass)),
            options.WeightsOf(targets, classes), options.Reduction);
    }

    private static Tensor CrossEntropyOf(Tensor logits, Tensor targets, SpikeLossOptions options) =>
        LossArithmetic.CrossEntropy(logits.unsqueeze(0), TargetSpikes.Classes(targets), options);

    /// <summary>[batch, classes]: one value at the targets, another elsewhere.</summary>
    private static Tensor Wanted(Tensor output, Tensor targets, long classes, double on, double off) =>
        nn.functional.one_hot(targets, classes).to(output.dtype).Times(on - off).Plus(off);

    private static SpikeLossOptions Checked(Tensor outputs, Tensor targets, SpikeLossOptions? options)
    {
        options ??= new();
        Check(outputs, targets, options);
        return options;
    }

    internal static void Check(Tensor outputs, Tensor targets, SpikeLossOptions options)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(targets);
        if (outputs.dim() != 3)
            throw new ArgumentException("The spikes or membranes must be [numSteps, batch, outputs], got "
                + $"[{string.Join(", ", outputs.shape)}].", nameof(outputs));
        long classes = options.ClassesOf(outputs);
        if (!(targets.shape.SequenceEqual([outputs.size(1)]) && targets.dtype == ScalarType.Int64)
            && !(targets.shape.SequenceEqual([outputs.size(0), outputs.size(1), classes]) && targets.is_floating_point()))
            throw new ArgumentException($"The targets must be class indices, Int64 [{outputs.size(1)}], or vary over time, "
                + $"Float32 [{outputs.size(0)}, {outputs.size(1)}, {classes}]; got {targets.dtype} "
                + $"[{string.Join(", ", targets.shape)}].", nameof(targets));
    }
}
