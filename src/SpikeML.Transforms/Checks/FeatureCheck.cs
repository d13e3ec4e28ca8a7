using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Checks of feature values that several encoders share.</summary>
internal static class FeatureCheck
{
    private const string NotFinite =
        "Encoders need finite values: replace missing values first, for example with mlContext.Transforms.ReplaceMissingValues.";

    private const string NotUnit =
        "Values must lie in [0, 1]: scale the column first, for example with mlContext.Transforms.NormalizeMinMax.";

    /// <summary>Throws for the first NaN or infinity.</summary>
    public static void AllFinite(ReadOnlySpan<float> features)
    {
        if (AreFinite(features))
            return;
        int slot = 0;
        while (float.IsFinite(features[slot]))
            slot++;
        throw new InvalidFeatureException(slot, features[slot], NotFinite);
    }

    /// <summary>Throws for the first NaN or infinity of a row, whose values may be those of some slots alone.</summary>
    public static void AllFinite(in RowInput row)
    {
        if (AreFinite(row.Values))
            return;
        int at = 0;
        while (float.IsFinite(row.Values[at]))
            at++;
        throw new InvalidFeatureException(row.IsSparse ? row.Slots[at] : at, row.Values[at], NotFinite);
    }

    /// <summary>Whether there is no NaN or infinity.</summary>
    public static bool AreFinite(ReadOnlySpan<float> features)
    {
        // Without its sign, a number's bits are those of infinity or more only where it is not finite.
        ReadOnlySpan<int> bits = MemoryMarshal.Cast<float, int>(features);
        Vector512<int> largest = Vector512<int>.Zero, magnitude = Vector512.Create(int.MaxValue);
        int slot = 0;
        for (; slot <= bits.Length - Vector512<int>.Count; slot += Vector512<int>.Count)
            largest = Vector512.Max(largest, Vector512.Create(bits[slot..]) & magnitude);
        bool finite = Vector512.LessThanAll(largest, Vector512.Create(BitConverter.SingleToInt32Bits(float.PositiveInfinity)));
        for (; slot < features.Length; slot++)
            finite &= float.IsFinite(features[slot]);
        return finite;
    }

    /// <summary>Throws for the first value that is not finite or lies outside [0, 1].</summary>
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
                throw new InvalidFeatureException(slot, features[slot], float.IsFinite(features[slot]) ? NotUnit : NotFinite);
        }
    }
}
