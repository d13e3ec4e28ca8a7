namespace SpikeML;

/// <summary>A field of a structured array.</summary>
/// <param name="Name">The name; empty for padding.</param>
/// <param name="Type">The type of the elements.</param>
/// <param name="Offset">The offset within a record, in bytes.</param>
/// <param name="Count">The number of elements, or null if it is a single value.</param>
internal sealed record NpyField(string Name, NpyType Type, int Offset, int? Count)
{
    public long Size => (long)Type.Size * (Count ?? 1);

    /// <summary>Reads (name, type) or (name, type, dimensions); the name may be (title, name).</summary>
    /// <exception cref="FormatException">It is not a field that NumPy writes.</exception>
    public static NpyField Parse(object field, int offset)
    {
        if (field is not object[] { Length: 2 or 3 } parts)
            throw new FormatException("a field of its elements cannot be understood");
        string name = (parts[0] is object[] { Length: 2 } titled ? titled[1] : parts[0]) as string
            ?? throw new FormatException("a field of its elements has no name");
        return new NpyField(name, NpyType.Parse(parts[1]), offset, parts.Length == 3 ? CountOf(parts[2]) : null);
    }

    private static int CountOf(object dimensions)
    {
        long count = 1;
        foreach (object dimension in dimensions as object[] ?? [dimensions])
            count = dimension is >= 0L and <= int.MaxValue ? count * (long)dimension : int.MaxValue + 1L;
        return count <= int.MaxValue ? (int)count : throw new FormatException("a field of its elements is too large");
    }
}
