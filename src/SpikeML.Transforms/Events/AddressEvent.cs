using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>An event of an event camera, as in Tonic's structured events. It takes 16 bytes.</summary>
/// <remarks>
/// Other polarities, and rows outside -2^30 to 2^30 - 1, throw an <see cref="ArgumentOutOfRangeException"/>.
/// </remarks>
/// <param name="X">The column of the sensor's pixel, from 0.</param>
/// <param name="Y">The row of the sensor's pixel, from 0; at most 2^30 - 1 (1,073,741,823).</param>
/// <param name="Timestamp">The time in microseconds.</param>
/// <param name="Polarity">1 if the pixel became brighter, 0 if it became darker.</param>
public readonly record struct AddressEvent(int X, int Y, long Timestamp, int Polarity)
{
    internal const int LargestRow = (1 << 30) - 1;

    /// <summary>The first bits of the polarity and of the row in an event's address.</summary>
    internal const int PolarityShift = 32, RowShift = 33;

    // Decoders write an event as two 64-bit numbers: its address, which is x, the polarity and the row, and the time.
    private readonly int _x = X, _rowAndPolarity = Packed(Y, Polarity);
    private readonly long _timestamp = Timestamp;

    /// <summary>The column of the sensor's pixel, from 0.</summary>
    public int X
    {
        get => _x;
        init => _x = value;
    }

    /// <summary>The row of the sensor's pixel, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from -2^30 to 2^30 - 1.</exception>
    public int Y
    {
        get => _rowAndPolarity >> 1;
        init => _rowAndPolarity = Packed(value, Polarity);
    }

    /// <summary>The time in microseconds.</summary>
    public long Timestamp
    {
        get => _timestamp;
        init => _timestamp = value;
    }

    /// <summary>1 if the pixel became brighter, 0 if it became darker.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither 0 nor 1.</exception>
    public int Polarity
    {
        get => _rowAndPolarity & 1;
        init => _rowAndPolarity = Packed(Y, value);
    }

    /// <summary>The address of an event in the sensor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Address(int x, int y, int polarity) =>
        (ulong)y << RowShift | (ulong)polarity << PolarityShift | (uint)x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Packed(int y, int polarity)
    {
        if ((uint)polarity > 1 || (uint)(y + LargestRow + 1) > 2u * LargestRow + 1)
            ThrowOutOfRange(y, polarity);
        return y << 1 | polarity;
    }

    [DoesNotReturn]
    private static void ThrowOutOfRange(int y, int polarity) => throw ((uint)polarity > 1
        ? new ArgumentOutOfRangeException(nameof(polarity), polarity,
            "The polarity of an event is 1 (brighter) or 0 (darker); change -1 to 0 first.")
        : new ArgumentOutOfRangeException(nameof(y), y,
            $"The row of an event must be -{LargestRow + 1:N0} to {LargestRow:N0}."));
}
