using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

public static partial class LatencyDecoding
{
    /// <summary>
    /// Restores features from their spike times, exactly except for rounding if they are not below the threshold.
    /// </summary>
    /// <remarks>
    /// Features below the threshold have the threshold's time and are restored as the threshold; with Clip, their time is NaN and
    /// they are restored as 0. The error is at most the threshold.
    /// </remarks>
    /// <param name="times">
    /// Times in steps, as <see cref="LatencyEncoding.EncodeTimes"/> writes them; NaN if a feature does not fire.
    /// </param>
    /// <param name="features">Receives one value per time; may be the same span as <paramref name="times"/>.</param>
    /// <param name="options">The options used to encode, with everything that was fitted.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or Normalize has not been fitted.</exception>
    /// <exception cref="InvalidFeatureException">A time is infinite.</exception>
    public static void DecodeTimes(ReadOnlySpan<float> times, Span<float> features, LatencyEncodingOptions options)
    {
        Check(options);
        if (times.Length != features.Length)
            throw new ArgumentException(
                $"Decoding {Counted.Of(times.Length, "time")} needs room for as many features, got "
                    + $"{features.Length}.", nameof(features));
        DecodeRowTimes(times, features, options);
    }

    /// <summary>Decodes a row of times.</summary>
    internal static void DecodeRowTimes(ReadOnlySpan<float> times, Span<float> features, LatencyEncodingOptions options)
    {
        int infinite = MemoryMarshal.Cast<float, int>(times).IndexOfAny(
            BitConverter.SingleToInt32Bits(float.PositiveInfinity), BitConverter.SingleToInt32Bits(float.NegativeInfinity));
        if (infinite >= 0)
            throw new InvalidFeatureException(infinite, times[infinite],
                "A spike time must be a finite number of steps, or NaN for no spike.");
        using PooledSpan<double> memory = new(Lanes.Padded(times.Length));
        Span<double> restored = memory.Span;
        restored[times.Length..].Clear();
        TensorPrimitives.ConvertTruncating(times, restored);
        new LatencyInverse(options).ToFeatures(restored);
        Narrow(restored, times, features);
    }

    /// <summary>The features in single precision; 0 where the time is NaN.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void Narrow(ReadOnlySpan<double> restored, ReadOnlySpan<float> times, Span<float> features)
    {
        for (int slot = 0; slot < times.Length; slot += Lanes.Count)
        {
            Vector512<float> own = Lanes.Load(times, slot, padding: 0), fires = Vector512.Equals(own, own);
            Vector512<double> left = Vector512.Create(restored[slot..]);
            Vector512<double> right = Vector512.Create(restored[(slot + Vector512<double>.Count)..]);
            Lanes.Store(LaneNarrowing.Narrow(left, right) & fires, features, slot);
        }
    }
}
