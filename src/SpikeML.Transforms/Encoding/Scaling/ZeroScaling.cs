using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// <see cref="RangeScaling"/> of singles to ranges from 0 to a single, with one division in single precision: nothing is
/// subtracted, and the quotient of two singles, rounded to double precision and then to single, is the quotient rounded to
/// single.
/// </summary>
internal static class ZeroScaling
{
    /// <summary>Whether all ranges go from 0 to a single.</summary>
    public static bool Takes(ReadOnlySpan<ValueRange> ranges)
    {
        foreach (ValueRange range in ranges)
        {
            // Subtracting -0 would turn a value of -0 into 0.
            if (range.Lowest != 0 || double.IsNegative(range.Lowest) || range.Highest != (float)range.Highest)
                return false;
        }
        return true;
    }

    /// <summary>Scales finite features; widths must be padded to whole vectors.</summary>
    public static void Scale(ReadOnlySpan<float> features, Span<float> scaled, ReadOnlySpan<float> widths, bool clamp)
    {
        int whole = Lanes.Whole(features.Length);
        ScaleVectors(features[..whole], scaled, widths, clamp);
        if (whole == features.Length)
            return;
        Span<float> rest = stackalloc float[Lanes.Count];
        rest.Clear();
        features[whole..].CopyTo(rest);
        ScaleVectors(rest, rest, widths[whole..], clamp);
        rest[..(features.Length - whole)].CopyTo(scaled[whole..]);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void ScaleVectors(
        ReadOnlySpan<float> features, Span<float> scaled, ReadOnlySpan<float> widths, bool clamp)
    {
        Vector512<float> zero = Vector512<float>.Zero, one = Vector512<float>.One;
        for (int slot = 0; slot < features.Length; slot += Lanes.Count)
        {
            Vector512<float> own = Vector512.Create(features[slot..]), width = Vector512.Create(widths[slot..]);
            Vector512<float> share = Lanes.Select(
                Vector512.GreaterThan(width, zero), own / width, Vector512.GreaterThan(own, zero) & one);
            if (clamp)
            {
                // The share of a value below 0 may have been rounded to -0.
                share = Lanes.Select(Vector512.LessThan(own, zero), zero, share);
                share = Lanes.Select(Vector512.GreaterThan(share, one), one, share);
            }
            share.CopyTo(scaled[slot..]);
        }
    }
}
