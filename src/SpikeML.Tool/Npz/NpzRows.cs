namespace SpikeML.Tool.Npz;

/// <summary>Opens arrays of the files that the tool writes.</summary>
internal static class NpzRows
{
    /// <summary>Opens an array stored row by row.</summary>
    /// <exception cref="FormatException">The array does not exist or has another layout.</exception>
    public static NpyReader OpenRows(this NpzReader content, string name)
    {
        NpyReader array = content.Open(name);
        if (array.Header.Shape.IsEmpty)
            throw array.Error("is a scalar");
        if (array.Header is { IsFortranOrder: true, Shape.Length: > 1 })
            throw array.Error("is in column-major order: save numpy.ascontiguousarray(array)");
        return array;
    }

    /// <summary>Opens an array of a type.</summary>
    /// <exception cref="FormatException">The array does not exist or has another layout.</exception>
    public static NpyReader OpenRows<T>(this NpzReader content, string name)
        where T : unmanaged
    {
        NpyReader array = content.OpenRows(name);
        NpyType expected = NpyType.Of<T>();
        return array.Header.Type.Kind == expected.Kind && array.Header.Type.Size == expected.Size
            ? array
            : throw array.Error($"is of NumPy's type {array.Header.Type.Description}, not {expected.Description}");
    }

    /// <exception cref="FormatException">The array does not exist or does not hold integers.</exception>
    public static long[] ReadIntegers(this NpzReader content, string name) => content.Read(name) switch
    {
        NpyArray<long> integers => integers.Values,
        NpyArray<int> integers => [.. integers.Values],
        NpyArray other => throw new FormatException(
            $"The array '{name}' holds values of type {other.ElementType.Name}, not integers."),
    };
}
