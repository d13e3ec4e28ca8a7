using System.Buffers.Binary;

namespace SpikeML;

/// <summary>
/// Follows what the HDF5 library reads, and ends it at a size that the file cannot have: the library takes memory for a size as
/// soon as it has read it.
/// </summary>
/// <param name="length">The length of the file.</param>
internal sealed class H5SizeWatch(long length)
{
    private const byte Chunks = 1;

    private Block _block;
    private int _numbers;
    private bool _isContent;

    private enum Block
    {
        Other,

        /// <summary>Names of links. Its first number of 8 bytes is the size of its data.</summary>
        LocalHeap,

        /// <summary>Texts. Its numbers of 8 bytes are its own size and those of its objects, whose content follows.</summary>
        GlobalHeap,

        /// <summary>A tree whose kind follows in a byte.</summary>
        Tree,

        /// <summary>A tree of chunks. Its numbers of 4 bytes are in turns the size of a chunk and its filters.</summary>
        ChunkTree,
    }

    /// <summary>The library goes on elsewhere.</summary>
    public void Moved() => (_block, _isContent) = (Block.Other, false);

    /// <summary>Takes note of bytes that the library has read.</summary>
    /// <exception cref="EndOfStreamException">They are a size that the file cannot have.</exception>
    public void Look(ReadOnlySpan<byte> read)
    {
        if (_isContent)
            _isContent = false;
        else if (_block == Block.GlobalHeap)
            LookAtTexts(read);
        else if (read.Length == 4 && Begun(read) is { } block)
            (_block, _numbers) = (block, 0);
        else if (_block == Block.Tree && read.Length == 1)
            _block = read[0] == Chunks ? Block.ChunkTree : Block.Other;
        else if (_block == Block.ChunkTree && read.Length == 4 && _numbers++ % 2 == 0)
            Check(BinaryPrimitives.ReadUInt32LittleEndian(read));
        else if (_block == Block.LocalHeap && read.Length == 8 && _numbers++ == 0)
            Check(BinaryPrimitives.ReadUInt64LittleEndian(read));
    }

    private void LookAtTexts(ReadOnlySpan<byte> read)
    {
        if (read.Length != 8)
            return;
        ulong size = BinaryPrimitives.ReadUInt64LittleEndian(read);
        Check(size);
        _isContent = _numbers++ > 0 && size > 0;
    }

    private void Check(ulong size)
    {
        if (size > (ulong)length)
            throw new EndOfStreamException();
    }

    private static Block? Begun(ReadOnlySpan<byte> read) =>
        read.SequenceEqual("HEAP"u8) ? Block.LocalHeap
        : read.SequenceEqual("GCOL"u8) ? Block.GlobalHeap
        : read.SequenceEqual("TREE"u8) ? Block.Tree
        : read.ContainsAnyExceptInRange((byte)'A', (byte)'Z') ? null : Block.Other;
}
