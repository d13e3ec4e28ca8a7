using System.Globalization;
using System.Numerics;

namespace SpikeML.Tool.Formats;

/// <summary>
/// Conversions of stored numbers. Integers must be representable; floating-point numbers are rounded, but must not overflow.
/// </summary>
internal static class NumberConversion
{
    public static bool TryInteger<TStored, T>(TStored value, out T number)
        where TStored : IBinaryInteger<TStored>
        where T : INumberBase<T>
    {
        number = T.CreateSaturating(value);
        return Int128.CreateChecked(number) == Int128.CreateChecked(value);
    }

    public static bool TryNumber<TStored, T>(TStored value, out T number)
        where TStored : INumberBase<TStored>
        where T : INumberBase<T>
    {
        number = T.CreateSaturating(value);
        return !T.IsInfinity(number) || TStored.IsInfinity(value);
    }

    /// <summary>What is wrong with a value, as the end of a sentence that names its place.</summary>
    public static string Refusal<TStored, T>(TStored value) => string.Create(CultureInfo.InvariantCulture,
        $"holds {value}, which {(typeof(T) == typeof(float) ? "single" : "double")} precision cannot represent: divide or shift ")
            + "the values first";
}
