using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Rate coding: at every time step, a neuron spikes with probability clip(feature * gain + offset, 0, 1), independently of all
/// other steps and neurons (Bernoulli trials, as in snnTorch's <c>spikegen.rate</c> and <c>rate_conv</c>).
/// </summary>
/// <remarks>
/// The draws depend only on the seed, the values of the features and the row key: the same call gives the same spikes on every
/// machine, in any order, on any thread.
/// </remarks>
public static class RateEncoding
{
    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">
    /// One value per neuron or, with <see cref="RateEncodingOptions.TimeVarying"/>, time-major values: all neurons of step 0
    /// first.
    /// </param>
    /// <param name="spikes">
    /// Receives 0 or 1, time-major: NumSteps x features values or, with TimeVarying, FirstSpikeTime silent steps followed by as
    /// many values as there are features. Its previous contents are overwritten.
    /// </param>
    /// <param name="options">The options; <see cref="RateEncodingOptions.Seed"/> must be set.</param>
    /// <param name="rowKey">Mixed into the seed: equal features with different keys give different spikes.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">Seed is null, or the lengths of the spans do not match.</exception>
    /// <exception cref="InvalidFeatureException">A feature is NaN or infinite.</exception>
    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, RateEncodingOptions options, ulong rowKey = 0)
    {
        CheckArguments(features, spikes.Length, options);
        EncodeRow(features, spikes, options, rowKey);
    }

    /// <summary>Encodes a row with options that have been checked.</summary>
    internal static void EncodeRow(in ColumnValues features, Span<float> spikes, RateEncodingOptions options, ulong rowKey)
    {
        FeatureCheck.AllFinite(features);
        spikes.Clear();
        DenseSink sink = new(spikes);
        Draw(features, spikes.Length, options, rowKey, ref sink);
    }

    /// <summary>
    /// Encodes the features of one row as the ascending slots (step * neurons + neuron) at which there are spikes.
    /// </summary>
    /// <param name="features">See <see cref="Encode"/>.</param>
    /// <param name="spikeCount">The number of values of the dense train: steps x neurons.</param>
    /// <param name="slots">Receives the slots; needs room for 16 more than there are spikes.</param>
    /// <param name="options">The options; <see cref="RateEncodingOptions.Seed"/> must be set.</param>
    /// <param name="rowKey">See <see cref="Encode"/>.</param>
    /// <param name="count">The number of spikes.</param>
    /// <returns>False if <paramref name="slots"/> is too short; its contents are then undefined.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">Seed is null, or the lengths do not match.</exception>
    /// <exception cref="InvalidFeatureException">A feature is NaN or infinite.</exception>
    public static bool TryEncodeSlots(
        ReadOnlySpan<float> features, int spikeCount, Span<int> slots, RateEncodingOptions options, ulong rowKey, out int count)
    {
        CheckArguments(features, spikeCount, options);
        return TryEncodeRow(features, spikeCount, slots, options, rowKey, out count);
    }

    /// <summary>Same as <c>TryEncodeSlots</c>, with options that have been checked.</summary>
    internal static bool TryEncodeRow(
        in ColumnValues features, int spikeCount, Span<int> slots, RateEncodingOptions options, ulong rowKey, out int count)
    {
        FeatureCheck.AllFinite(features);
        SlotSink sink = new(slots);
        bool complete = Draw(features, spikeCount, options, rowKey, ref sink);
        count = sink.Count;
        return complete;
    }

    /// <summary>One Bernoulli trial for each probability, as in <c>torch.bernoulli</c> and snnTorch's <c>rate_conv</c>.</summary>
    /// <param name="probabilities">Values of any shape; those outside [0, 1] are clipped.</param>
    /// <param name="spikes">Receives 0 or 1 for each probability.</param>
    /// <param name="seed">The seed: equal seeds and probabilities give equal spikes.</param>
    /// <exception cref="ArgumentException">The lengths of the spans differ.</exception>
    /// <exception cref="InvalidFeatureException">A probability is NaN or infinite.</exception>
    public static void Bernoulli(ReadOnlySpan<float> probabilities, Span<float> spikes, int seed) =>
        Encode(probabilities, spikes, new RateEncodingOptions { TimeVarying = true, Seed = seed });

    /// <summary>
    /// Room for the slots of more spikes than the features will almost certainly give: six standard deviations above the mean.
    /// </summary>
    internal static int RoomForSlots(in ColumnValues features, RateEncodingOptions options) =>
        BernoulliTrials.RoomForSlots(ExpectedSpikes(features, options));

    [MethodImpl(KernelCompilation.AtOnce)]
    private static double ExpectedSpikes(in ColumnValues values, RateEncodingOptions options)
    {
        using RateInput input = new(values, options);
        ReadOnlySpan<float> features = input.Values;
        float gain = input.Gain, offset = input.Offset;
        // Two sums, because each waits for the addition before it.
        Vector512<float> even = Vector512<float>.Zero, odd = even, zero = even, one = Vector512<float>.One;
        int slot = 0;
        for (; slot <= features.Length - 2 * Lanes.Count; slot += 2 * Lanes.Count)
        {
            even += Vector512.ClampNative(
                Vector512.Create(features[slot..]) * gain + Vector512.Create(offset), zero, one);
            odd += Vector512.ClampNative(
                Vector512.Create(features[(slot + Lanes.Count)..]) * gain + Vector512.Create(offset), zero, one);
        }
        double sum = Vector512.Sum(even + odd);
        for (; slot < features.Length; slot++)
            sum += Math.Clamp(features[slot] * gain + offset, 0, 1);
        return options.TimeVarying ? sum : sum * (options.NumSteps - options.FirstSpikeTime);
    }

    private static void CheckArguments(ReadOnlySpan<float> features, int spikeCount, RateEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        if (options.Seed is null)
            throw new ArgumentException("Set options.Seed: this method has no other source of randomness.",
                nameof(options));
        if (options.TimeVarying)
            CheckSeries(features.Length, spikeCount, options);
        else if (spikeCount != (long)features.Length * options.NumSteps)
            throw new ArgumentException($"{features.Length} features and {options.NumSteps} steps need room for "
                + $"{(long)features.Length * options.NumSteps} spikes, got {spikeCount}.", nameof(spikeCount));
    }

    /// <summary>Checks the lengths of a series, whose number of neurons can only be computed from its silent steps.</summary>
    private static void CheckSeries(int valueCount, int spikeCount, RateEncodingOptions options)
    {
        int silent = spikeCount - valueCount, neurons = options.FirstSpikeTime == 0 ? 0 : silent / options.FirstSpikeTime;
        if (silent < 0 || silent != (long)neurons * options.FirstSpikeTime
            || (valueCount > 0 && options.FirstSpikeTime > 0 && (neurons == 0 || valueCount % neurons != 0)))
            throw new ArgumentException($"A time-varying series of {valueCount} values needs room for as many spikes and for "
                + $"FirstSpikeTime ({options.FirstSpikeTime}) steps before them, got {spikeCount}.", nameof(spikeCount));
        if (neurons > 0)
            options.TimeVaryingSteps(valueCount / neurons);
        else
            options.CheckTimeVaryingSteps(spikeCount);
    }

    private static bool Draw<TSink>(in ColumnValues features, int spikeCount, RateEncodingOptions options, ulong rowKey,
        ref TSink sink)
        where TSink : IBlockSink, allows ref struct
    {
        SpikeDraws draws = new(RowHash.DrawKey(options.Seed!.Value, features.Singles, rowKey));
        using RateInput input = new(features, options);
        return options.TimeVarying
            ? VaryingTrials.Draw(input, spikeCount - features.Length, ref draws, ref sink)
            : DrawStatic(input, options, ref draws, ref sink);
    }

    private static bool DrawStatic<TSink>(
        in RateInput input, RateEncodingOptions options, ref SpikeDraws draws, ref TSink sink)
        where TSink : ISpikeSink, allows ref struct
    {
        int capacity = ActiveNeurons.Capacity(input.Values.Length);
        using PooledSpan<int> neurons = new(capacity);
        using PooledSpan<uint> limits = new(capacity);
        ActiveNeurons active = ActiveNeurons.Select(input.Values, input.Gain, input.Offset, neurons.Span, limits.Span);
        return BernoulliTrials.Draw(
            active, new(input.Values.Length, options.FirstSpikeTime, options.NumSteps), ref draws, ref sink);
    }
}
