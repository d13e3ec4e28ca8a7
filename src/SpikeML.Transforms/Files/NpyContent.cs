using System.Collections.Immutable;

namespace SpikeML;

/// <summary>Reads entire arrays, each in its stored type.</summary>
internal static class NpyContent
{
    /// <exception cref="FormatException">It is a structured array, has an unsupported type, or is damaged.</exception>
    public static NpyArray Read(NpyReader reader)
    {
        NpyType type = reader.Header.Type;
        if (type.IsStructured)
            throw reader.Error($"is a structured array of {string.Join(", ", type.Fields.Select(field => $"'{field.Name}'"))}: "
                + "read it with ReadEvents, which takes fields x, y, t and p, or save each field as an array");
        return (type.Kind, type.Size) switch
        {
            ('b', 1) => Numbers<bool>(reader),
            ('i', 1) => Numbers<sbyte>(reader),
            ('u', 1) => Numbers<byte>(reader),
            ('i', 2) => Numbers<short>(reader),
            ('u', 2) => Numbers<ushort>(reader),
            ('i', 4) => Numbers<int>(reader),
            ('u', 4) => Numbers<uint>(reader),
            ('i', 8) => Numbers<long>(reader),
            ('u', 8) => Numbers<ulong>(reader),
            ('f', 2) => Numbers<Half>(reader),
            ('f', 4) => Numbers<float>(reader),
            ('f', 8) => Numbers<double>(reader),
            (NpyType.Text or NpyType.Bytes, > 0) => Make(reader, NpyText.ReadAll(reader)),
            _ => throw reader.Error($"is of NumPy's type {type.Description}, which is not supported: {Remedy(type.Kind)}"),
        };
    }

    /// <summary>A conversion that loses nothing: as doubles, times would lose digits and complex numbers a part.</summary>
    private static string Remedy(char kind) => kind switch
    {
        NpyType.Times or NpyType.Durations => "save array.astype('int64')",
        NpyType.Complex => "save array.real and array.imag",
        NpyType.Structure => "save array.view('uint8')",
        _ => "save array.astype('float64') or another type of numbers",
    };

    private static NpyArray<T> Numbers<T>(NpyReader reader)
        where T : unmanaged => Make(reader, reader.ReadAll<T>());

    private static NpyArray<T> Make<T>(NpyReader reader, T[] values)
    {
        if (reader.Header.Shape.Any(dimension => dimension > int.MaxValue))
            throw reader.Error($"is too large, with dimensions {reader.Header.ShapeText}");
        ImmutableArray<int> shape = [.. reader.Header.Shape.Select(dimension => (int)dimension)];
        return new NpyArray<T>(reader.Header.IsFortranOrder ? ToRowMajor(values, shape) : values, shape);
    }

    /// <summary>Reorders column-major values to row-major order.</summary>
    private static T[] ToRowMajor<T>(T[] values, ImmutableArray<int> shape)
    {
        T[] ordered = new T[values.Length];
        int[] index = new int[shape.Length];
        long[] strides = new long[shape.Length];
        for (int axis = 0; axis < shape.Length; axis++)
            strides[axis] = axis == 0 ? 1 : strides[axis - 1] * shape[axis - 1];
        long from = 0;
        for (int to = 0; to < ordered.Length; to++)
        {
            ordered[to] = values[from];
            for (int axis = shape.Length - 1; axis >= 0; axis--)
            {
                from += strides[axis];
                if (++index[axis] < shape[axis])
                    break;
                from -= strides[axis] * shape[axis];
                index[axis] = 0;
            }
        }
        return ordered;
    }
}
