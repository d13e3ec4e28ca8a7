using System.Collections.Immutable;

namespace SpikeML;

/// <summary>The number of values of an array of some dimensions.</summary>
internal static class Dimensions
{
    /// <summary>The product of the dimensions; 1 of none.</summary>
    /// <exception cref="OverflowException">It is more than an array can hold.</exception>
    public static int Count(ImmutableArray<int> dimensions) => checked((int)Product(dimensions.AsSpan()));

    /// <summary>The product of dimensions of files, which may have any number of rows; 1 of none.</summary>
    /// <exception cref="OverflowException">It is more than 64 bits hold.</exception>
    public static long Count(ReadOnlySpan<long> dimensions)
    {
        long product = 1;
        foreach (long dimension in dimensions)
            product = checked(product * dimension);
        return product;
    }

    /// <summary>The product of the dimensions, however large; beyond 2^62 it is that.</summary>
    public static long Product(ReadOnlySpan<int> dimensions)
    {
        long product = 1;
        foreach (int dimension in dimensions)
            product = dimension == 0 ? 0 : Math.Min(product, (1L << 62) / dimension) * dimension;
        return product;
    }

    public static string Text(IEnumerable<int> dimensions) => $"[{string.Join(", ", dimensions)}]";
}
