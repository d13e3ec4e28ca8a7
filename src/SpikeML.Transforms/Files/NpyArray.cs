using System.Collections.Immutable;

namespace SpikeML;

/// <summary>A NumPy array: values of one type in row-major order, with dimensions.</summary>
/// <remarks>
/// The type is the stored one: <c>if (array is NpyArray&lt;long&gt; labels)</c> gives access to the unconverted values.
/// </remarks>
public abstract class NpyArray
{
    private protected NpyArray(ImmutableArray<int> shape) => Shape = shape;

    /// <summary>The dimensions; empty for a scalar.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>Boolean, SByte to UInt64, Half, Single, Double, or String.</summary>
    public abstract Type ElementType { get; }

    /// <summary>The values in row-major order: an array of <see cref="ElementType"/>.</summary>
    public abstract Array Values { get; }

    internal abstract NpyType Type { get; }

    /// <summary>The values converted to single precision; True becomes 1.</summary>
    /// <param name="rounding">
    /// Whether to round values that single precision cannot represent, such as 0.1 or 16777217; otherwise they throw.
    /// </param>
    /// <returns>The array's own values if they are singles, otherwise a new array.</returns>
    /// <exception cref="InvalidOperationException">
    /// Single precision cannot represent a value and <paramref name="rounding"/> is false, a value is out of range, or the array
    /// holds text.
    /// </exception>
    public float[] ToSingles(bool rounding = false) => NpySingles.Of(this, rounding);

    internal abstract void WriteTo(NpyWriter writer);
}
