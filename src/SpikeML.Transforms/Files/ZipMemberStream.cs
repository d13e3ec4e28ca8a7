using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace SpikeML;

/// <summary>
/// Writes the content of a zip file's member as independently compressed blocks of equal length. The output depends only on the
/// bytes, not on how they were split into writes or on the number of threads.
/// </summary>
internal sealed class ZipMemberStream : WriteOnlyStream
{
    private const int GzipHeaderLength = 10;

    // An empty last block ends a compressed member.
    private static readonly byte[] End = [3, 0];
    private readonly Stream _target;
    private readonly Compression _compression;
    private readonly Action<ZipMemberStream> _finished;
    private readonly Workers _workers;
    private readonly Queue<Task<Block>> _pending = [];
    private byte[] _block;
    private int _used;
    private bool _isFinished;

    /// <param name="target">Receives the compressed content; it stays open.</param>
    /// <param name="compression">How to compress the content.</param>
    /// <param name="workers">The workers that compress.</param>
    /// <param name="finished">Called at the end with the checksum and lengths.</param>
    public ZipMemberStream(Stream target, Compression compression, Workers workers, Action<ZipMemberStream> finished)
    {
        (_target, _compression, _workers, _finished) = (target, compression, workers, finished);
        _block = Rent();
    }

    /// <summary>The bytes of a block, compressed unless compression is off.</summary>
    private readonly record struct Block(byte[] Bytes, int Length, uint Checksum, int UncompressedLength);

    public uint Checksum { get; private set; }

    public long UncompressedLength { get; private set; }

    public long CompressedLength { get; private set; }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            int part = Math.Min(buffer.Length, _compression.BlockLength - _used);
            buffer[..part].CopyTo(_block.AsSpan(_used));
            buffer = buffer[part..];
            _used += part;
            if (_used == _compression.BlockLength)
                EndBlock();
        }
    }

    /// <summary>Does nothing: only the end of the content ends a block early.</summary>
    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isFinished)
        {
            _isFinished = true;
            EndBlock();
            while (_pending.Count > 0)
                WriteFirst();
            if (!_compression.IsStored)
                WriteBytes(End);
            _finished(this);
        }
        base.Dispose(disposing);
    }

    private byte[] Rent() => ArrayPool<byte>.Shared.Rent(_compression.BlockLength);

    private void EndBlock()
    {
        (byte[] block, int used) = (_block, _used);
        if (used == 0)
            return;
        (_block, _used) = (Rent(), 0);
        _pending.Enqueue(_workers.Start(() => Compress(block, used)));
        if (_pending.Count >= _workers.MostPending)
            WriteFirst();
    }

    private Block Compress(byte[] block, int used)
    {
        if (_compression.IsStored)
        {
            Crc32 checksum = new();
            checksum.Append(block.AsSpan(0, used));
            return new Block(block, used, checksum.Value, used);
        }
        using MemoryStream gzip = new(used / 4);
        using GZipStream compressor = new(gzip, new ZLibCompressionOptions { CompressionLevel = _compression.Level },
            leaveOpen: true);
        compressor.Write(block, 0, used);
        // Ends the block at a whole byte. Of what disposing writes after it, only the checksum is used.
        compressor.Flush();
        int end = (int)gzip.Length;
        compressor.Dispose();
        ArrayPool<byte>.Shared.Return(block);
        ReadOnlySpan<byte> bytes = gzip.GetBuffer().AsSpan(0, (int)gzip.Length);
        return new Block(bytes[GzipHeaderLength..end].ToArray(), end - GzipHeaderLength,
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[^8..]), used);
    }

    private void WriteFirst()
    {
        Block block = _pending.Dequeue().GetAwaiter().GetResult();
        WriteBytes(block.Bytes.AsSpan(0, block.Length));
        Checksum = Crc32.Combine(Checksum, block.Checksum, block.UncompressedLength);
        UncompressedLength += block.UncompressedLength;
        if (_compression.IsStored)
            ArrayPool<byte>.Shared.Return(block.Bytes);
    }

    private void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        _target.Write(bytes);
        CompressedLength += bytes.Length;
    }
}
