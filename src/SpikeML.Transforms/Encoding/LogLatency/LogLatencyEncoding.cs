using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Log latency coding, as in SpikingJelly's <c>LatencyEncoder</c> with its log function: one spike per feature, at
/// round((T - 1) - ln(a x + 1)) with a = e^(T-1) - 1, so a feature of 1 fires at step 0 and a feature of 0 at the last step, T -
/// 1.
/// </summary>
public static class LogLatencyEncoding
{
    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">Values in [0, 1].</param>
    /// <param name="spikes">Receives NumSteps x features values, time-major. Its previous contents are overwritten.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    /// <exception cref="InvalidFeatureException">A feature is not finite or outside its range.</exception>
    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, LogLatencyEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        int numSteps = options.Validated().NumSteps;
        FeatureCodeCheck.Room(features, spikes, numSteps);
        EncodeDense(features, spikes, numSteps);
    }

    internal static void EncodeDense(ReadOnlySpan<float> features, Span<float> spikes, int numSteps)
    {
        using PooledSpan<int> steps = new(features.Length);
        EncodeSteps(features, steps.Span, numSteps);
        spikes.Clear();
        for (int slot = 0; slot < features.Length; slot++)
            spikes[steps.Span[slot] * features.Length + slot] = 1;
    }

    /// <summary>The step at which each feature fires.</summary>
    internal static void EncodeSteps(ReadOnlySpan<float> features, Span<int> steps, int numSteps)
    {
        FeatureCheck.AllUnit(features);
        double a = Exponential.Of(numSteps - 1) - 1;
        int whole = Lanes.Whole(features.Length);
        EncodeVectors(features[..whole], steps, a, numSteps - 1);
        if (whole == features.Length)
            return;
        Span<float> rest = stackalloc float[Lanes.Count];
        Span<int> restSteps = stackalloc int[Lanes.Count];
        rest.Clear();
        features[whole..].CopyTo(rest);
        EncodeVectors(rest, restSteps, a, numSteps - 1);
        restSteps[..(features.Length - whole)].CopyTo(steps[whole..]);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void EncodeVectors(ReadOnlySpan<float> features, Span<int> steps, double a, double last)
    {
        for (int slot = 0; slot < features.Length; slot += Lanes.Count)
        {
            (Vector512<double> left, Vector512<double> right) = Vector512.Widen(Vector512.Create(features[slot..]));
            Lanes.ToInt32(ToStep(left, a, last), ToStep(right, a, last)).CopyTo(steps[slot..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ToStep(Vector512<double> features, double a, double last)
    {
        Vector512<double> time = Vector512.Create(last) - Logarithm.Of(features * a + Vector512<double>.One);
        return Vector512.Min(Vector512.Max(Vector512.Round(time), Vector512<double>.Zero), Vector512.Create(last));
    }

    /// <summary>Restores features from the first spike: (e^(T - 1 - t) - 1) / a, or 0 if there is none.</summary>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> writes them.</param>
    /// <param name="features">Receives one value per feature; its length is the number of features.</param>
    /// <param name="options">The options used to encode.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, LogLatencyEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        int numSteps = options.Validated().NumSteps;
        FeatureCodeCheck.Decoding(features, spikes, numSteps);
        DecodeRow(spikes, features, numSteps);
    }

    /// <summary>Decodes a row of finite spikes.</summary>
    internal static void DecodeRow(in SpikeValues spikes, Span<float> features, int numSteps)
    {
        if (spikes.IsSparse)
            DecodeSparse(spikes.Slots, spikes.Values, features, numSteps);
        else
            DecodeDense(spikes.Values, features, numSteps);
    }

    /// <summary>The feature whose first spike is at a step.</summary>
    internal static float FeatureOfStep(int step, int numSteps)
    {
        double a = Math.Max(Exponential.Of(numSteps - 1) - 1, double.Epsilon);
        return (float)((Exponential.Of(numSteps - 1 - step) - 1) / a);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void DecodeDense(ReadOnlySpan<float> spikes, Span<float> features, int numSteps)
    {
        features.Clear();
        // Writing backwards leaves the earliest spike.
        for (int step = numSteps - 1; step >= 0; step--)
        {
            ReadOnlySpan<float> own = spikes.Slice(step * features.Length, features.Length);
            float feature = FeatureOfStep(step, numSteps);
            for (int slot = 0; slot < features.Length; slot += Lanes.Count)
            {
                for (uint spiking = Lanes.NotZero(own, slot); spiking != 0; spiking &= spiking - 1)
                    features[slot + BitOperations.TrailingZeroCount(spiking)] = feature;
            }
        }
    }

    private static void DecodeSparse(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, Span<float> features, int numSteps)
    {
        features.Clear();
        int start = int.MaxValue;
        float feature = 0;
        // Writing backwards leaves the earliest spike.
        for (int i = slots.Length - 1; i >= 0; i--)
        {
            if (slots[i] < start)
            {
                int step = slots[i] / features.Length;
                (start, feature) = (step * features.Length, FeatureOfStep(step, numSteps));
            }
            if (values[i] != 0)
                features[slots[i] - start] = feature;
        }
    }
}
