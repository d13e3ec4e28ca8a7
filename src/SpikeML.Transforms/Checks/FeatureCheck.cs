using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Checks of feature values that several encoders share.</summary>
internal static class FeatureCheck
{
    private const string Missing =
        "Encoders need finite values: replace missing values first, for example with mlContext.Transforms.ReplaceMissingValues.";

    private const string Infinite = "Encoders need finite values: drop such rows first with "
        + "mlContext.Data.FilterByCustomPredicate. ReplaceMissingValues leaves infinity as it is.";

    private const string TooLarge =
        "Encoders work in single precision, up to 3.4E+38: scale the column first, for example with "
        + "mlContext.Transforms.NormalizeMinMax.";

    private const string NotUnit =
        "Values must be in [0, 1]: scale the column first with mlContext.Transforms.Spikes.Scale, which clamps.";

    /// <summary>The advice for a value that is not finite in single precision; ML.NET can replace NaN but not infinity.</summary>
    public static string NotFiniteReason(double value) =>
        double.IsFinite(value) ? TooLarge : double.IsNaN(value) ? Missing : Infinite;

    /// <summary>Whether this was the reason for an error.</summary>
    public static bool IsNotFinite(string reason) => reason is Missing or Infinite;

    /// <summary>Throws for the first value that is NaN, infinite, or infinite in single precision.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void AllFinite<T>(ReadOnlySpan<T> features)
        where T : unmanaged
    {
        if (AreFinite(features))
            return;
        int slot = 0;
        while (float.IsFinite((float)ValueLanes.Wide(features[slot])))
            slot++;
        double value = ValueLanes.Wide(features[slot]);
        throw new InvalidFeatureException(slot, value, NotFiniteReason(value));
    }

    /// <summary>Throws for the first value of a row that is not finite in single precision.</summary>
    public static void AllFinite(in ColumnValues features)
    {
        if (features.AreDoubles)
            AllFinite(features.Doubles);
        else
            AllFinite(features.Singles);
    }

    /// <summary>Throws for the first spike that is NaN or infinite.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void AllFinite(in SpikeValues spikes)
    {
        if (AreFinite(spikes.Values))
            return;
        int at = 0;
        while (float.IsFinite(spikes.Values[at]))
            at++;
        float value = spikes.Values[at];
        throw new InvalidFeatureException(spikes.IsSparse ? spikes.Slots[at] : at, value, NotFiniteReason(value));
    }

    /// <summary>Whether all values are finite in single precision.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static bool AreFinite<T>(ReadOnlySpan<T> features)
        where T : unmanaged
    {
        // Without the sign, a number's bits are at least those of infinity exactly if it is not finite.
        Vector512<int> largest = Vector512<int>.Zero, magnitude = Vector512.Create(int.MaxValue);
        int slot = 0;
        for (; slot <= features.Length - Vector512<int>.Count; slot += Vector512<int>.Count)
            largest = Vector512.Max(largest, ValueLanes.Singles(features, slot).AsInt32() & magnitude);
        bool finite = Vector512.LessThanAll(largest, Vector512.Create(BitConverter.SingleToInt32Bits(float.PositiveInfinity)));
        for (; slot < features.Length; slot++)
            finite &= float.IsFinite((float)ValueLanes.Wide(features[slot]));
        return finite;
    }

    /// <summary>Throws for the first value that is not finite or is outside [0, 1].</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void AllUnit(ReadOnlySpan<float> features)
    {
        Vector<int> inside = Vector<int>.AllBitsSet;
        foreach (Vector<float> block in MemoryMarshal.Cast<float, Vector<float>>(features))
            inside &= Vector.GreaterThanOrEqual(block, Vector<float>.Zero) & Vector.LessThanOrEqual(block, Vector<float>.One);
        bool unit = Vector.EqualsAll(inside, Vector<int>.AllBitsSet);
        int tail = features.Length - features.Length % Vector<float>.Count;
        for (int slot = unit ? tail : 0; slot < features.Length; slot++)
        {
            if (features[slot] is not (>= 0 and <= 1))
                throw new InvalidFeatureException(slot, features[slot],
                    float.IsFinite(features[slot]) ? NotUnit : NotFiniteReason(features[slot]));
        }
    }
}
