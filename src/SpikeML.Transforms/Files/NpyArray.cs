using System.Collections.Immutable;

namespace SpikeML;

/// <summary>An array as NumPy keeps it: values of one type in row-major order, and dimensions.</summary>
/// <remarks>
/// Its type is the one that was stored: <c>if (array is NpyArray&lt;long&gt; labels)</c> gives the values as they are.
/// </remarks>
public abstract class NpyArray
{
    private protected NpyArray(ImmutableArray<int> shape) => Shape = shape;

    /// <summary>The dimensions; none for a scalar.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>Boolean, SByte to UInt64, Half, Single, Double, or String.</summary>
    public abstract Type ElementType { get; }

    /// <summary>The values in row-major order: an array of <see cref="ElementType"/>.</summary>
    public abstract Array Values { get; }

    internal abstract NpyType Type { get; }

    /// <summary>The values in single precision; True is 1.</summary>
    /// <param name="rounding">Whether a value that single precision does not hold, such as 0.1 or 16777217, is rounded.</param>
    /// <returns>The array's own values if they are singles; otherwise a new array.</returns>
    /// <exception cref="InvalidOperationException">
    /// Single precision does not hold a value and <paramref name="rounding"/> is false, a value is out of range, or the array
    /// holds text.
    /// </exception>
    public float[] ToSingles(bool rounding = false) => NpySingles.Of(this, rounding);

    internal abstract void WriteTo(NpyWriter writer);
}
