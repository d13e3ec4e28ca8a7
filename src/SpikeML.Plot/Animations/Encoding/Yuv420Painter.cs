namespace SpikeML.Plot.Animations;

/// <summary>
/// Paints frames in the format of H.264, so ffmpeg does not need to convert them: one plane of brightness and two of colour,
/// according to ITU-R BT.601 with limited range. The colours have half the resolution, so sizes must be even: an odd size is
/// extended by repeating the last row or column.
/// </summary>
internal sealed class Yuv420Painter
{
    private readonly int _frameWidth, _frameHeight, _width, _height;
    private readonly byte[] _y, _planes, _even;
    private readonly int[] _u, _v;

    public Yuv420Painter(FrameSource frames)
    {
        (_frameWidth, _frameHeight) = (frames.Width, frames.Height);
        (_width, _height) = (_frameWidth + _frameWidth % 2, _frameHeight + _frameHeight % 2);
        (double Red, double Green, double Blue)[] colors = [.. frames.Palette.Select(color =>
            ((byte)(color >> 16) / 255.0, (byte)(color >> 8) / 255.0, (byte)color / 255.0))];
        _y = [.. colors.Select(color => (byte)Math.Round(16 + 65.481 * color.Red + 128.553 * color.Green + 24.966 * color.Blue))];
        _u = [.. colors.Select(color => (int)Math.Round(128 - 37.797 * color.Red - 74.203 * color.Green + 112 * color.Blue))];
        _v = [.. colors.Select(color => (int)Math.Round(128 + 112 * color.Red - 93.786 * color.Green - 18.214 * color.Blue))];
        _planes = new byte[_width * _height * 3 / 2];
        _even = new byte[_width * _height];
    }

    /// <summary>The number of bytes of the three planes.</summary>
    public int FrameSize => _planes.Length;

    /// <summary>Paints a frame from its palette indices.</summary>
    /// <returns>The three planes, valid until the next call.</returns>
    public ReadOnlySpan<byte> Paint(ReadOnlySpan<byte> pixels)
    {
        MakeEven(pixels);
        // The rows of a cell are alike, and copied.
        for (int row = 0; row < _height; row++)
        {
            Span<byte> line = _planes.AsSpan(row * _width, _width);
            if (row > 0 && Row(row).SequenceEqual(Row(row - 1)))
                _planes.AsSpan((row - 1) * _width, _width).CopyTo(line);
            else
                PaintBrightness(Row(row), line);
        }
        int quarter = _even.Length / 4, half = _width / 2;
        Span<byte> u = _planes.AsSpan(_even.Length, quarter), v = _planes.AsSpan(_even.Length + quarter);
        for (int row = 0; row < _height; row += 2)
        {
            int at = row / 2 * half;
            if (row > 0 && _even.AsSpan((row - 2) * _width, 2 * _width).SequenceEqual(_even.AsSpan(row * _width, 2 * _width)))
            {
                u.Slice(at - half, half).CopyTo(u[at..]);
                v.Slice(at - half, half).CopyTo(v[at..]);
            }
            else
                PaintColors(Row(row), Row(row + 1), u.Slice(at, half), v.Slice(at, half));
        }
        return _planes;
    }

    private ReadOnlySpan<byte> Row(int row) => _even.AsSpan(row * _width, _width);

    private void PaintBrightness(ReadOnlySpan<byte> pixels, Span<byte> line)
    {
        for (int x = 0; x < line.Length; x++)
            line[x] = _y[pixels[x]];
    }

    private void PaintColors(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, Span<byte> u, Span<byte> v)
    {
        for (int x = 0; x < u.Length; x++)
        {
            (byte a, byte b, byte c, byte d) = (upper[2 * x], upper[2 * x + 1], lower[2 * x], lower[2 * x + 1]);
            u[x] = (byte)((_u[a] + _u[b] + _u[c] + _u[d] + 2) >> 2);
            v[x] = (byte)((_v[a] + _v[b] + _v[c] + _v[d] + 2) >> 2);
        }
    }

    private void MakeEven(ReadOnlySpan<byte> pixels)
    {
        for (int row = 0; row < _height; row++)
        {
            Span<byte> line = _even.AsSpan(row * _width, _width);
            pixels.Slice(Math.Min(row, _frameHeight - 1) * _frameWidth, _frameWidth).CopyTo(line);
            line[^1] = line[_frameWidth - 1];
        }
    }
}
