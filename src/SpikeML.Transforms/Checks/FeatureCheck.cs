using System.Numerics;
using System.Runtime.InteropServices;

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
        // 0 * x is 0 for every finite x and NaN otherwise, so one sum finds them all.
        Vector<float> sum = Vector<float>.Zero;
        foreach (Vector<float> block in MemoryMarshal.Cast<float, Vector<float>>(features))
            sum += block * Vector<float>.Zero;
        bool finite = Vector.EqualsAll(sum, Vector<float>.Zero);
        int tail = features.Length - features.Length % Vector<float>.Count;
        for (int slot = finite ? tail : 0; slot < features.Length; slot++)
        {
            if (!float.IsFinite(features[slot]))
                throw new InvalidFeatureException(slot, features[slot], NotFinite);
        }
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
