using PureHDF;
using PureHDF.Selections;

namespace SpikeML.Events;

/// <summary>A one-dimensional dataset of numbers, read a chunk at a time.</summary>
internal sealed class Hdf5Column : IArrayColumn
{
    /// <summary>The most bytes that one deflated byte can expand to.</summary>
    private const int MostPerByte = 1032;

    private const int UsualBlock = 1 << 16, LongestBlock = 1 << 25;

    private readonly ByteSource _source;
    private readonly IH5Dataset _dataset;
    private readonly string _name;
    private readonly long _offset;
    private readonly int _blockLength;
    private EventNumber[] _block = [];
    private int _next;
    private long _read;

    public Hdf5Column(ByteSource source, IH5Dataset dataset, string name, long offset)
    {
        (_source, _dataset, _name, _offset) = (source, dataset, name, offset);
        Hdf5File.CheckOwn(source, dataset, name);
        if (dataset.Space.Dimensions is not [var count] || !Hdf5Numbers.AreNumbers(dataset.Type))
            throw source.Error($"has in {name} no list of numbers: it has the class {dataset.Type.Class} and the dimensions "
                + $"[{string.Join(", ", dataset.Space.Dimensions)}]");
        bool isChunked = dataset.Layout.Class == H5DataLayoutClass.Chunked;
        if ((Int128)count * dataset.Type.Size > (Int128)(source.Length ?? 0) * (isChunked ? MostPerByte : 1))
            throw source.Error($"says that {name} has {count} values, more than the file can hold");
        Count = (long)count;
        ulong block = isChunked && dataset.Layout.Chunks is [var chunk, ..]
            ? chunk : UsualBlock;
        bool fits = block is > 0 and <= LongestBlock && ((long)block <= UsualBlock || (long)block <= Count);
        _blockLength = fits ? (int)block
            : throw source.Error($"has chunks of {block} values in {name}, more than {LongestBlock}: write smaller chunks");
    }

    public long Count { get; }

    /// <summary>Reads the only value of a dataset.</summary>
    public static long Single(ByteSource source, IH5Dataset dataset)
    {
        Hdf5File.CheckOwn(source, dataset, $"'{dataset.Name}'");
        return Hdf5Numbers.AreNumbers(dataset.Type) && dataset.Space.Dimensions is [] or [1]
            ? Hdf5Numbers.Read(dataset, null, 1)[0].Whole
            : throw source.Error($"has in '{dataset.Name}' no single number");
    }

    public void Read(Span<EventNumber> values)
    {
        for (int done = 0; done < values.Length;)
        {
            if (_next == _block.Length)
                ReadBlock();
            int count = Math.Min(values.Length - done, _block.Length - _next);
            _block.AsSpan(_next, count).CopyTo(values[done..]);
            (_next, done) = (_next + count, done + count);
        }
    }

    public void Dispose()
    {
    }

    private void ReadBlock()
    {
        int count = (int)Math.Min(_blockLength, Count - _read);
        HyperslabSelection rows = new((ulong)_read, (ulong)count);
        _block = Hdf5File.Guarded(_source, _name, () => Hdf5Numbers.Read(_dataset, rows, count));
        if (_offset != 0)
            for (int i = 0; i < _block.Length; i++)
                _block[i] = _block[i] with { Whole = _block[i].Whole + _offset };
        (_next, _read) = (0, _read + count);
    }
}
