namespace SpikeML;

/// <summary>Checks the dimensions of arrays that are written.</summary>
internal static class NpyShape
{
    /// <exception cref="ArgumentException">The product of the dimensions is not the number of values.</exception>
    public static void Check(int count, ReadOnlySpan<int> shape)
    {
        Int128 product = 1;
        foreach (int dimension in shape)
            product = Int128.Min(product * dimension, long.MaxValue);
        if (product != count || shape.ContainsAnyInRange(int.MinValue, -1))
            throw new ArgumentException($"{count} values do not have the dimensions [{string.Join(", ", shape.ToArray())}].",
                nameof(shape));
    }

    public static long[] Long(ReadOnlySpan<int> shape)
    {
        long[] dimensions = new long[shape.Length];
        for (int axis = 0; axis < shape.Length; axis++)
            dimensions[axis] = shape[axis];
        return dimensions;
    }
}
