using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace SpikeML.Nir;

/// <summary>The dimensions of an array or of what flows along an edge, without batch and time, such as [2, 34, 34].</summary>
/// <remarks>Made with a collection expression: <c>NirShape shape = [2, 34, 34];</c></remarks>
[CollectionBuilder(typeof(NirShape), nameof(Create))]
public sealed class NirShape : IReadOnlyList<int>, IEquatable<NirShape>
{
    private readonly ImmutableArray<int> _dimensions;

    private NirShape(ImmutableArray<int> dimensions, int size) => (_dimensions, Size) = (dimensions, size);

    /// <summary>Makes a shape.</summary>
    /// <param name="dimensions">The dimensions, outermost first; none for a scalar.</param>
    /// <returns>The shape.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A dimension is negative, or the shape has more than 2,147,483,647 values.
    /// </exception>
    public static NirShape Create(params ReadOnlySpan<int> dimensions)
    {
        long size = 1;
        foreach (int dimension in dimensions)
        {
            if (dimension < 0 || (size *= dimension) > int.MaxValue)
            {
                throw new ArgumentOutOfRangeException(nameof(dimensions), $"[{string.Join(", ", dimensions.ToArray())}]",
                    "Dimensions must be at least 0, and their product at most 2,147,483,647.");
            }
        }
        return new([.. dimensions], (int)size);
    }

    /// <summary>The number of dimensions.</summary>
    public int Count => _dimensions.Length;

    /// <summary>The number of values: the product of the dimensions, 1 for a scalar.</summary>
    public int Size { get; }

    /// <summary>A dimension.</summary>
    /// <param name="index">Which one, from 0.</param>
    public int this[int index] => _dimensions[index];

    /// <summary>Whether both have the same dimensions.</summary>
    public bool Equals(NirShape? other) => other is not null && _dimensions.AsSpan().SequenceEqual(other._dimensions.AsSpan());

    /// <summary>Whether both have the same dimensions.</summary>
    public override bool Equals(object? obj) => Equals(obj as NirShape);

    /// <summary>A hash code of the dimensions.</summary>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (int dimension in _dimensions)
            hash.Add(dimension);
        return hash.ToHashCode();
    }

    /// <summary>The dimensions in brackets, such as "[2, 34, 34]".</summary>
    public override string ToString() => $"[{string.Join(", ", _dimensions)}]";

    /// <summary>The dimensions in their order.</summary>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)_dimensions).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
