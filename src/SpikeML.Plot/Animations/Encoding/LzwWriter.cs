namespace SpikeML.Plot.Animations;

/// <summary>Compresses the pixels of a GIF frame as described in appendix F of the GIF89a specification.</summary>
internal sealed class LzwWriter(Stream stream)
{
    private const int MostCodes = 4096, MostBits = 12, Slots = 8192, LargestBlock = 255;

    // Open addressing: a slot holds prefix << 8 | pixel, and the code for the two.
    private readonly int[] _keys = new int[Slots];
    private readonly short[] _codes = new short[Slots];
    private readonly byte[] _block = new byte[LargestBlock + 1];

    // For each pixel, the codes of one, two, three and more of it in a row: still parts are long runs.
    private readonly List<int>[] _runs = [.. Enumerable.Range(0, byte.MaxValue + 1).Select(pixel => new List<int> { pixel })];
    private int _blockLength, _bits, _bitCount, _codeBits, _nextCode;

    /// <param name="pixels">The frame's pixels, at least one, each below 2 to the power of <paramref name="pixelBits"/>.</param>
    /// <param name="pixelBits">The bits of a pixel, from 2 to 8.</param>
    public void Write(ReadOnlySpan<byte> pixels, int pixelBits)
    {
        stream.WriteByte((byte)pixelBits);
        int clear = 1 << pixelBits;
        Restart(pixelBits);
        Emit(clear);
        int at = 0, prefix = StartPhrase(pixels, ref at);
        while (at < pixels.Length)
        {
            byte pixel = pixels[at];
            int key = prefix << 8 | pixel, slot = Find(key);
            if (_keys[slot] == key)
            {
                prefix = _codes[slot];
                at++;
                continue;
            }
            Emit(prefix);
            if (_nextCode == MostCodes)
            {
                Emit(clear);
                Restart(pixelBits);
            }
            else
                AddCode(slot, key, prefix, pixel);
            prefix = StartPhrase(pixels, ref at);
        }
        Emit(prefix);
        // At the end, the decoder has caught up.
        if (_nextCode == 1 << _codeBits && _codeBits < MostBits)
            _codeBits++;
        Emit(clear + 1);
        Finish();
    }

    /// <summary>Consumes the longest known run of the pixel at a position, and returns its code.</summary>
    private int StartPhrase(ReadOnlySpan<byte> pixels, ref int at)
    {
        List<int> codes = _runs[pixels[at]];
        ReadOnlySpan<byte> ahead = pixels.Slice(at, Math.Min(codes.Count, pixels.Length - at));
        int run = ahead.IndexOfAnyExcept(pixels[at]);
        run = run < 0 ? ahead.Length : run;
        at += run;
        return codes[run - 1];
    }

    private void AddCode(int slot, int key, int prefix, byte pixel)
    {
        (_keys[slot], _codes[slot]) = (key, (short)_nextCode);
        if (_runs[pixel][^1] == prefix)
            _runs[pixel].Add(_nextCode);
        // A decoder is one code behind and lengthens its codes when the code just created needs another bit.
        if (_nextCode++ == 1 << _codeBits && _codeBits < MostBits)
            _codeBits++;
    }

    private void Restart(int pixelBits)
    {
        Array.Fill(_keys, -1);
        foreach (List<int> codes in _runs)
            codes.RemoveRange(1, codes.Count - 1);
        _codeBits = pixelBits + 1;
        _nextCode = (1 << pixelBits) + 2;
    }

    private int Find(int key)
    {
        int slot = (key * 40503 >> 3) & (Slots - 1);
        while (_keys[slot] != -1 && _keys[slot] != key)
            slot = (slot + 1) & (Slots - 1);
        return slot;
    }

    private void Emit(int code)
    {
        _bits |= code << _bitCount;
        _bitCount += _codeBits;
        for (; _bitCount >= 8; _bitCount -= 8, _bits >>= 8)
            Append((byte)_bits);
    }

    private void Append(byte value)
    {
        _block[++_blockLength] = value;
        if (_blockLength == LargestBlock)
            WriteBlock();
    }

    private void WriteBlock()
    {
        _block[0] = (byte)_blockLength;
        stream.Write(_block.AsSpan(0, _blockLength + 1));
        _blockLength = 0;
    }

    private void Finish()
    {
        if (_bitCount > 0)
            Append((byte)_bits);
        (_bits, _bitCount) = (0, 0);
        if (_blockLength > 0)
            WriteBlock();
        stream.WriteByte(0);
    }
}
