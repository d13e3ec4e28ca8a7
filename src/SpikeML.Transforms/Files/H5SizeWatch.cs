using System.Buffers.Binary;

namespace SpikeML;

/// <summary>
/// Follows what the HDF5 library reads, and ends it at a size that the file cannot have: the library takes memory for the places
/// of a table as soon as it has read how many there are.
/// </summary>
/// <param name="length">The length of the file.</param>
internal sealed class H5SizeWatch(long length)
{
    private const byte Chunks = 1;

    /// <summary>An address, or an address in a table.</summary>
    private const int BytesPerPlace = 8;

    /// <summary>Tables of small files may have room for more than the file needs.</summary>
    private const int AlwaysAllowed = 1 << 20;

    private Block _block;
    private bool _hasMoved;
    private int _numbers;
    private ulong _width;

    private enum Block
    {
        Other,

        /// <summary>A tree whose kind follows in a byte.</summary>
        Tree,

        /// <summary>A tree of chunks. Its numbers of 4 bytes are in turns the size of a chunk and its filters.</summary>
        ChunkTree,

        /// <summary>A tree of the second version. The third number is the size of its nodes.</summary>
        TreeHeader,

        /// <summary>A list of chunks. The fifth number is how many it has.</summary>
        ChunkList,

        /// <summary>Links by name. Numbers say how many columns and rows the table of its blocks has.</summary>
        LinkHeap,
    }

    /// <summary>The library goes on elsewhere.</summary>
    public void Moved() => (_block, _hasMoved) = (Block.Other, true);

    /// <summary>Takes note of bytes that the library has read.</summary>
    /// <exception cref="EndOfStreamException">They are a size that the file cannot have.</exception>
    public void Look(ReadOnlySpan<byte> read)
    {
        // Each block is at an address of its own, and begins with its name.
        if (_hasMoved)
            (_block, _numbers, _hasMoved) = (Begun(read), 0, false);
        else if (_block == Block.Tree)
            _block = read is [Chunks] ? Block.ChunkTree : Block.Other;
        else if (_block != Block.Other)
            Check(read);
    }

    private void Check(ReadOnlySpan<byte> read)
    {
        switch (_block)
        {
            case Block.ChunkTree when read.Length == 4 && _numbers++ % 2 == 0:
            case Block.TreeHeader when _numbers++ == 2:
                Check(Number(read), each: 1);
                break;
            case Block.ChunkList when _numbers++ == 4:
                Check(Number(read), BytesPerPlace);
                break;
            case Block.LinkHeap:
                CheckLinks(read);
                break;
        }
    }

    /// <summary>The columns of the table are the 18th number of the header, the rows of its root the 24th.</summary>
    private void CheckLinks(ReadOnlySpan<byte> read)
    {
        const int Columns = 17, Rows = 23;
        if (_numbers == Columns)
            _width = Number(read);
        else if (_numbers == Rows)
            Check(_width * Number(read), BytesPerPlace);
        _numbers++;
    }

    private void Check(ulong count, int each)
    {
        if (count > (ulong)Math.Max(length, AlwaysAllowed) / (ulong)each)
            throw new EndOfStreamException();
    }

    private static ulong Number(ReadOnlySpan<byte> read) => read.Length switch
    {
        1 => read[0],
        2 => BinaryPrimitives.ReadUInt16LittleEndian(read),
        4 => BinaryPrimitives.ReadUInt32LittleEndian(read),
        8 => BinaryPrimitives.ReadUInt64LittleEndian(read),
        _ => 0,
    };

    private static Block Begun(ReadOnlySpan<byte> read) =>
        read.SequenceEqual("TREE"u8) ? Block.Tree
        : read.SequenceEqual("BTHD"u8) ? Block.TreeHeader
        : read.SequenceEqual("FAHD"u8) ? Block.ChunkList
        : read.SequenceEqual("FRHP"u8) ? Block.LinkHeap
        : Block.Other;
}
