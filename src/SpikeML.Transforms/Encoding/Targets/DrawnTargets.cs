using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Rate targets with drawn patterns, <see cref="FiringPattern.Poisson"/> or <see cref="FiringPattern.Uniform"/>.
/// </summary>
internal static class DrawnTargets
{
    /// <summary>Whether targets with these options are drawn in the way of the third model format.</summary>
    public static bool Are(RateTargetEncodingOptions options) =>
        options.FiringPattern != FiringPattern.Regular && !options.IsSecondFormat;

    /// <summary>Whether the targets are plain spikes of Bernoulli trials, without interpolation.</summary>
    public static bool AreSlots(RateTargetEncodingOptions options) =>
        Are(options) && options is { FiringPattern: FiringPattern.Poisson, Interpolate: false, OffTarget: 0 }
        && (float)options.OnTarget != 0;

    public static void Encode(
        ReadOnlySpan<float> labels, Span<float> targets, int numClasses, RateTargetEncodingOptions options, ulong rowKey)
    {
        ulong key = RowHash.DrawKey(options.Seed!.Value, labels, rowKey);
        if (options.FiringPattern == FiringPattern.Poisson)
            FireByTrials(labels, targets, numClasses, options, key);
        else
            FireUniformly(labels, targets, numClasses, options, key);
        if (options.Interpolate)
            Interpolate(targets, labels.Length * numClasses, options);
        else if (options.OnTarget != 1 || options.OffTarget != 0)
            Replace(targets, (float)options.OnTarget, (float)options.OffTarget);
    }

    /// <summary>Writes 1 at the steps at which one neuron fires and 0 at the others.</summary>
    public static void EncodeNeuron(Span<float> spikes, double rate, RateTargetEncodingOptions options)
    {
        ReadOnlySpan<float> rates = [(float)rate];
        ulong key = RowHash.DrawKey(options.Seed ?? 0, rates, 0);
        if (options.FiringPattern == FiringPattern.Poisson)
            BernoulliTrials.Encode(rates, key, options.FirstSpikeTime, spikes);
        else
            FireUniformly([SpikesOf(rate, options)], options, key, spikes);
    }

    public static bool TryEncodeSlots(
        ReadOnlySpan<float> labels, Span<int> slots, int numClasses, RateTargetEncodingOptions options, ulong rowKey,
        out int count)
    {
        LabelCheck.AllClasses(labels, numClasses);
        float[] rates = ArrayPool<float>.Shared.Rent(labels.Length * numClasses);
        Span<float> own = Spread(labels, numClasses, (float)options.CorrectRate, (float)options.IncorrectRate, rates);
        ulong key = RowHash.DrawKey(options.Seed!.Value, labels, rowKey);
        bool complete = BernoulliTrials.TryEncodeSlots(
            own, key, new(own.Length, options.FirstSpikeTime, options.NumSteps), slots, out count);
        ArrayPool<float>.Shared.Return(rates);
        return complete;
    }

    /// <summary>Room for the slots of all spikes of a number of labels, except in practically impossible cases.</summary>
    public static int RoomForSlots(int labels, int numClasses, RateTargetEncodingOptions options) => BernoulliTrials.RoomForSlots(
        labels * (options.CorrectRate + (numClasses - 1) * options.IncorrectRate) * (options.NumSteps - options.FirstSpikeTime));

    private static void FireByTrials(
        ReadOnlySpan<float> labels, Span<float> spikes, int numClasses, RateTargetEncodingOptions options, ulong key)
    {
        float[] rates = ArrayPool<float>.Shared.Rent(labels.Length * numClasses);
        Span<float> own = Spread(labels, numClasses, (float)options.CorrectRate, (float)options.IncorrectRate, rates);
        BernoulliTrials.Encode(own, key, options.FirstSpikeTime, spikes);
        ArrayPool<float>.Shared.Return(rates);
    }

    private static void FireUniformly(
        ReadOnlySpan<float> labels, Span<float> spikes, int numClasses, RateTargetEncodingOptions options, ulong key)
    {
        int[] counts = ArrayPool<int>.Shared.Rent(labels.Length * numClasses);
        int correct = SpikesOf(options.CorrectRate, options), incorrect = SpikesOf(options.IncorrectRate, options);
        FireUniformly(Spread(labels, numClasses, correct, incorrect, counts), options, key, spikes);
        ArrayPool<int>.Shared.Return(counts);
    }

    /// <summary>Each neuron in turn takes 16 draws at a time and discards the rest of its last 16.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void FireUniformly(ReadOnlySpan<int> counts, RateTargetEncodingOptions options, ulong key, Span<float> spikes)
    {
        spikes.Clear();
        SpikeDraws draws = new(key);
        Span<uint> block = stackalloc uint[SpikeDraws.Lanes];
        ulong steps = (ulong)(options.NumSteps - options.FirstSpikeTime);
        for (int neuron = 0; neuron < counts.Length; neuron++)
        {
            for (int spike = 0; spike < counts[neuron]; spike++)
            {
                if (spike % SpikeDraws.Lanes == 0)
                    draws.Next().CopyTo(block);
                int step = options.FirstSpikeTime + (int)(block[spike % SpikeDraws.Lanes] * steps >> 32);
                spikes[step * counts.Length + neuron] = 1;
            }
        }
    }

    /// <summary>As many spikes as the regular pattern of that rate.</summary>
    private static int SpikesOf(double rate, RateTargetEncodingOptions options) =>
        RegularTimes.Count(rate, options.NumSteps - options.FirstSpikeTime);

    /// <summary>One value for each class of each label.</summary>
    private static Span<T> Spread<T>(ReadOnlySpan<float> labels, int numClasses, T correct, T incorrect, Span<T> memory)
    {
        Span<T> spread = memory[..(labels.Length * numClasses)];
        spread.Fill(incorrect);
        for (int label = 0; label < labels.Length; label++)
            spread[label * numClasses + (int)labels[label]] = correct;
        return spread;
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void Replace(Span<float> targets, float on, float off)
    {
        int at = 0;
        for (; at <= targets.Length - Vector512<float>.Count; at += Vector512<float>.Count)
        {
            Vector512<float> silent = Vector512.Equals(Vector512.Create<float>(targets[at..]), Vector512<float>.Zero);
            Lanes.Select(silent, Vector512.Create(off), Vector512.Create(on)).CopyTo(targets[at..]);
        }
        foreach (ref float target in targets[at..])
            target = target == 0 ? off : on;
    }

    private static void Interpolate(Span<float> targets, int neurons, RateTargetEncodingOptions options)
    {
        bool[] rented = ArrayPool<bool>.Shared.Rent(options.NumSteps);
        Span<bool> fires = rented.AsSpan(0, options.NumSteps);
        for (int neuron = 0; neuron < neurons; neuron++)
        {
            for (int step = 0; step < fires.Length; step++)
                fires[step] = targets[step * neurons + neuron] != 0;
            RateTargetEncoding.Write(fires, targets[neuron..], neurons, options);
        }
        ArrayPool<bool>.Shared.Return(rented);
    }
}
