using System.Buffers;

namespace SpikeML;

/// <summary>
/// Rate-coded targets: the desired spikes of each class's neuron for a label. The correct class fires at CorrectRate and all
/// others at IncorrectRate, as documented for snnTorch's <c>targets_rate</c>.
/// </summary>
/// <remarks>
/// For most rates other than 1 and 0, snnTorch throws or returns five dimensions, and for rates of 1 and 0 it omits time; here
/// the result is always [NumSteps, classes]. Drawn patterns are drawn for each class, and depend only on the seed, the labels and
/// the row key.
/// </remarks>
public static class RateTargetEncoding
{
    /// <summary>Encodes the labels of one row.</summary>
    /// <param name="labels">Class indices, whole numbers from 0 to <paramref name="numClasses"/> - 1.</param>
    /// <param name="targets">
    /// Receives NumSteps x labels x classes values, time-major. Its previous contents are overwritten.
    /// </param>
    /// <param name="numClasses">The number of classes, at least 1.</param>
    /// <param name="options">
    /// The options; <see cref="RateTargetEncodingOptions.Seed"/> must be set unless the pattern is Regular.
    /// </param>
    /// <param name="rowKey">Mixed into the seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match, or Seed is null and spikes are drawn.</exception>
    /// <exception cref="InvalidFeatureException">A label is not a class index.</exception>
    public static void Encode(
        ReadOnlySpan<float> labels, Span<float> targets, int numClasses, RateTargetEncodingOptions options, ulong rowKey = 0)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(numClasses);
        options.Validated();
        if (targets.Length != (long)labels.Length * numClasses * options.NumSteps)
            throw new ArgumentException(
                $"The targets of {Counted.Of(labels.Length, "label")} need room for "
                    + $"{(long)labels.Length * numClasses * options.NumSteps} values (steps x labels x classes), "
                    + $"got {targets.Length}.", nameof(targets));
        if (options is { FiringPattern: not FiringPattern.Regular, Seed: null })
            throw new ArgumentException("Set options.Seed: this method has no other source of randomness.",
                nameof(options));
        EncodeRow(labels, targets, numClasses, options, rowKey);
    }

    /// <summary>Encodes a row whose options and lengths have been checked.</summary>
    internal static void EncodeRow(
        ReadOnlySpan<float> labels, Span<float> targets, int numClasses, RateTargetEncodingOptions options, ulong rowKey)
    {
        LabelCheck.AllClasses(labels, numClasses);
        if (DrawnTargets.Are(options))
        {
            DrawnTargets.Encode(labels, targets, numClasses, options, rowKey);
            return;
        }
        if (options.FiringPattern == FiringPattern.Regular)
        {
            EncodeRegular(labels, targets, numClasses, options);
            return;
        }
        DrawStream draws = new(RowHash.DrawKey(options.Seed ?? 0, labels, rowKey));
        bool[] rented = ArrayPool<bool>.Shared.Rent(options.NumSteps);
        Span<bool> fires = rented.AsSpan(0, options.NumSteps);
        int neurons = labels.Length * numClasses;
        for (int neuron = 0; neuron < neurons; neuron++)
        {
            bool correct = neuron % numClasses == (int)labels[neuron / numClasses];
            Pattern(fires, correct ? options.CorrectRate : options.IncorrectRate, options, ref draws);
            Write(fires, targets[neuron..], neurons, options);
        }
        ArrayPool<bool>.Shared.Return(rented);
    }

    /// <summary>All correct classes have the same pattern, and so do all others.</summary>
    private static void EncodeRegular(
        ReadOnlySpan<float> labels, Span<float> targets, int numClasses, RateTargetEncodingOptions options)
    {
        using PooledSpan<float> memory = new(2 * options.NumSteps);
        Span<float> correct = memory.Span[..options.NumSteps], incorrect = memory.Span[options.NumSteps..];
        WriteRegular(correct, options.CorrectRate, options);
        WriteRegular(incorrect, options.IncorrectRate, options);
        int neurons = labels.Length * numClasses;
        for (int step = 0; step < options.NumSteps; step++)
        {
            Span<float> own = targets.Slice(step * neurons, neurons);
            own.Fill(incorrect[step]);
            for (int label = 0; label < labels.Length; label++)
                own[label * numClasses + (int)labels[label]] = correct[step];
        }
    }

    private static void WriteRegular(Span<float> targets, double rate, RateTargetEncodingOptions options)
    {
        using PooledSpan<bool> fires = new(targets.Length);
        FireRegularly(fires.Span, rate, options);
        Write(fires.Span, targets, 1, options);
    }

    /// <summary>Writes the steps at which one neuron fires (snnTorch's <c>target_rate_code</c>).</summary>
    /// <param name="spikes">Receives NumSteps values, 1 or 0.</param>
    /// <param name="rate">The share of the steps with a spike, 0 to 1.</param>
    /// <param name="options">The options; only NumSteps, FirstSpikeTime, FiringPattern and Seed are used.</param>
    /// <returns>The number of spikes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option or the rate is out of range.</exception>
    /// <exception cref="ArgumentException">The length is not NumSteps.</exception>
    public static int EncodeNeuron(Span<float> spikes, double rate, RateTargetEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        OptionCheck.Require(rate is >= 0 and <= 1, rate, nameof(rate), "rate must be 0 to 1.");
        if (spikes.Length != options.NumSteps)
            throw new ArgumentException(
                $"The spikes of {Counted.Of(options.NumSteps, "step")} need room for as many values, got "
                    + $"{spikes.Length}.", nameof(spikes));
        if (DrawnTargets.Are(options))
        {
            DrawnTargets.EncodeNeuron(spikes, rate, options);
            return spikes.Length - spikes.Count(0f);
        }
        DrawStream draws = new(RowHash.DrawKey(options.Seed ?? 0, [(float)rate], 0));
        bool[] fires = ArrayPool<bool>.Shared.Rent(options.NumSteps);
        Pattern(fires.AsSpan(0, options.NumSteps), rate, options, ref draws);
        int count = 0;
        for (int step = 0; step < spikes.Length; step++)
        {
            spikes[step] = fires[step] ? 1 : 0;
            count += fires[step] ? 1 : 0;
        }
        ArrayPool<bool>.Shared.Return(fires);
        return count;
    }

    private static void Pattern(Span<bool> fires, double rate, RateTargetEncodingOptions options, ref DrawStream draws)
    {
        if (options.FiringPattern == FiringPattern.Regular)
        {
            FireRegularly(fires, rate, options);
            return;
        }
        fires.Clear();
        if (rate > 0)
            SecondFormatTargets.Fire(fires, rate, options, ref draws);
    }

    private static void FireRegularly(Span<bool> fires, double rate, RateTargetEncodingOptions options)
    {
        fires.Clear();
        if (options.IsSecondFormat)
        {
            SecondFormatTargets.FireRegularly(fires, rate, options.FirstSpikeTime);
            return;
        }
        Span<bool> steps = fires[options.FirstSpikeTime..];
        for (int spike = 0, count = RegularTimes.Count(rate, steps.Length); spike < count; spike++)
            steps[(int)RegularTimes.Step(spike, rate)] = true;
    }

    /// <summary>Writes one neuron's targets from the steps at which it fires.</summary>
    internal static void Write(ReadOnlySpan<bool> fires, Span<float> targets, int stride, RateTargetEncodingOptions options)
    {
        float on = (float)options.OnTarget, off = (float)options.OffTarget;
        int previous = -1;
        for (int step = 0; step < fires.Length; step++)
        {
            targets[step * stride] = fires[step] ? on : off;
            if (!fires[step])
                continue;
            int rise = step - previous - 1;
            for (int passed = 1; options.Interpolate && passed < rise; passed++)
                targets[(previous + 1 + passed) * stride] =
                    (float)(options.OffTarget + passed * ((options.OnTarget - options.OffTarget) / rise));
            previous = step;
        }
    }
}
