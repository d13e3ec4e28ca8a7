using PureHDF;

namespace SpikeML.Nir;

/// <summary>Reads datasets of one file, whose content together may not be larger than the file can hold.</summary>
internal sealed class H5ValueReader(long fileLength)
{
    /// <summary>The most bytes that one deflated byte can expand to.</summary>
    private const int MostPerByte = 1032;

    private long _left = fileLength * MostPerByte;

    /// <summary>Reads a dataset; null if it is declared empty.</summary>
    /// <exception cref="FormatException">
    /// It cannot be read; the message is the end of a sentence that names the dataset.
    /// </exception>
    public H5Value? Read(IH5Dataset dataset)
    {
        if (dataset.Space.Type == H5DataspaceType.Null)
            return null;
        NirShape shape = Shape(dataset);
        try
        {
            return Values(dataset, shape);
        }
        catch (Exception error) when (H5Error.IsOfContent(error))
        {
            throw new FormatException(H5Error.Explain(error), error);
        }
    }

    private static H5Value Values(IH5Dataset dataset, NirShape shape)
    {
        if (shape.Size == 0)
            return new H5Numbers(NirArray.Of(ReadOnlySpan<float>.Empty, shape));
        return dataset.Type.Class switch
        {
            H5DataTypeClass.FloatingPoint => new H5Numbers(Numbers(dataset, shape)),
            H5DataTypeClass.FixedPoint => new H5Integers(Integers(dataset, dataset.Type.FixedPoint.IsSigned), shape),
            H5DataTypeClass.Enumerated => new H5Integers(Integers(dataset, isSigned: true), shape),
            H5DataTypeClass.String or H5DataTypeClass.VariableLength => new H5Texts(Texts(dataset), shape),
            H5DataTypeClass other => throw new FormatException($"is of the HDF5 class {other}, which NIR does not use"),
        };
    }

    private static NirArray Numbers(IH5Dataset dataset, NirShape shape) => dataset.Type.Size switch
    {
        2 => new NirArray(Array.ConvertAll(dataset.Read<Half[]>(), value => (float)value), shape),
        4 => new NirArray(dataset.Read<float[]>(), shape),
        8 => new NirArray(dataset.Read<double[]>(), shape),
        int size => throw new FormatException($"has numbers of {size} bytes; NIR has float32 and float64"),
    };

    private static long[] Integers(IH5Dataset dataset, bool isSigned) => (dataset.Type.Size, isSigned) switch
    {
        (1, true) => Array.ConvertAll(dataset.Read<sbyte[]>(), value => (long)value),
        (1, false) => Array.ConvertAll(dataset.Read<byte[]>(), value => (long)value),
        (2, true) => Array.ConvertAll(dataset.Read<short[]>(), value => (long)value),
        (2, false) => Array.ConvertAll(dataset.Read<ushort[]>(), value => (long)value),
        (4, true) => Array.ConvertAll(dataset.Read<int[]>(), value => (long)value),
        (4, false) => Array.ConvertAll(dataset.Read<uint[]>(), value => (long)value),
        (8, true) => dataset.Read<long[]>(),
        (8, false) => Array.ConvertAll(dataset.Read<ulong[]>(), value => checked((long)value)),
        (int size, _) => throw new FormatException($"has whole numbers of {size} bytes"),
    };

    private static string[] Texts(IH5Dataset dataset) => [.. dataset.Read<string?[]>().Select(text => text
        ?? throw new FormatException("has a text that is missing"))];

    private NirShape Shape(IH5Dataset dataset)
    {
        decimal size = Math.Max(dataset.Type.Size, 1);
        ulong[] dimensions = dataset.Space.Dimensions;
        foreach (ulong dimension in dimensions)
            size = Math.Min(size * dimension, long.MaxValue);
        bool isChunked = dataset.Layout.Class == H5DataLayoutClass.Chunked;
        decimal most = isChunked ? _left : Math.Min(_left, fileLength), chunk = dataset.Type.Size;
        foreach (ulong dimension in isChunked ? dataset.Layout.Chunks ?? [] : [])
            chunk = Math.Min(chunk * dimension, long.MaxValue);
        // Every chunk takes an address in the file, so a file has fewer chunks than bytes.
        if (size > most || chunk > Math.Max(most, 1 << 20) || (isChunked && size > Math.Max(chunk, 1) * fileLength))
            throw new FormatException($"has the dimensions [{string.Join(", ", dimensions)}], more than the file can hold");
        _left -= (long)size;
        return NirShape.Create([.. dimensions.Select(dimension => checked((int)dimension))]);
    }
}
