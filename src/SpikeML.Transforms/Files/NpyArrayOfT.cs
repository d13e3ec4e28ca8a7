using System.Collections.Immutable;

namespace SpikeML;

/// <summary>A NumPy array with elements of a given type.</summary>
/// <typeparam name="T">Boolean, SByte to UInt64, Half, Single, Double, or String.</typeparam>
public sealed class NpyArray<T> : NpyArray
{
    /// <summary>Creates an array of values, which are not copied.</summary>
    /// <param name="values">The values in row-major order.</param>
    /// <param name="shape">The dimensions, whose product is the number of values; empty for a scalar.</param>
    /// <exception cref="ArgumentException">The dimensions do not match the number of values.</exception>
    /// <exception cref="NotSupportedException">Arrays of this type cannot be stored.</exception>
    public NpyArray(T[] values, ImmutableArray<int> shape)
        : base(shape)
    {
        ArgumentNullException.ThrowIfNull(values);
        NpyShape.Check(values.Length, shape.AsSpan());
        (Values, Type) = (values, values is string[] texts ? NpyText.TypeOf(texts) : NpyType.Of<T>());
    }

    /// <inheritdoc/>
    public override T[] Values { get; }

    /// <inheritdoc/>
    public override Type ElementType => typeof(T);

    internal override NpyType Type { get; }

    internal override void WriteTo(NpyWriter writer)
    {
        if (Values is string[] texts)
            NpyText.Write(texts, Type, writer);
        else
            writer.WriteAll(Values);
    }
}
