using System.Collections.Immutable;

namespace SpikeML;

/// <summary>Computes with the dimensions of arrays.</summary>
internal static class Dimensions
{
    /// <summary>The product of the dimensions, or 1 if there are none.</summary>
    /// <exception cref="OverflowException">The product is more than an array can hold.</exception>
    public static int Count(ImmutableArray<int> dimensions) => checked((int)Product(dimensions.AsSpan()));

    /// <summary>The product of the dimensions of files, which may have any number of rows, or 1 if there are none.</summary>
    /// <exception cref="OverflowException">The product does not fit in 64 bits.</exception>
    public static long Count(ReadOnlySpan<long> dimensions)
    {
        long product = 1;
        foreach (long dimension in dimensions)
            product = checked(product * dimension);
        return product;
    }

    /// <summary>The product of the dimensions, at most 2^62.</summary>
    public static long Product(ReadOnlySpan<int> dimensions)
    {
        long product = 1;
        foreach (int dimension in dimensions)
            product = dimension == 0 ? 0 : Math.Min(product, (1L << 62) / dimension) * dimension;
        return product;
    }

    public static string Text(IEnumerable<int> dimensions) => $"[{string.Join(", ", dimensions)}]";
}
