using System.Buffers.Binary;
using System.Numerics;

namespace SpikeML.Plot.Animations;

/// <summary>Writes animated GIF files according to the GIF89a specification, with the changed rectangle of each frame.</summary>
internal static class GifWriter
{
    /// <summary>Below this duration, viewers show a frame for a tenth of a second instead.</summary>
    public static readonly TimeSpan ShortestFrame = TimeSpan.FromMilliseconds(20);

    private const int LongestSide = ushort.MaxValue;
    private const byte KeepFrame = 1 << 2, HasTransparency = 1;

    public static void Write(FrameSource frames, AnimationOptions options, Stream stream, IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        Require(frames, options);
        int bits = Math.Max(2, int.Log2(frames.Palette.Length) + 1);
        WriteHeader(frames, bits, options.Loop && frames.Count > 1, stream);
        LzwWriter compressor = new(stream);
        byte[] changed = new byte[frames.Width * frames.Height];
        byte transparent = (byte)frames.Palette.Length;
        FrameRun.Over(frames, (frame, pixels, before) =>
        {
            FrameChange change = FrameChange.Between(pixels, before, frames.Width);
            WriteFrameHeader(change, Delay(frame, options.FrameDuration), before.Length > 0, transparent, stream);
            Span<byte> rectangle = Cut(pixels, before, change, frames.Width, transparent, changed);
            compressor.Write(rectangle, bits);
        }, progress, cancellationToken);
        stream.WriteByte((byte)';');
    }

    /// <summary>
    /// A frame's duration in hundredths of a second, chosen so that the total up to any frame is correct to half a hundredth.
    /// </summary>
    public static int Delay(int frame, TimeSpan duration) => Hundredths(frame + 1, duration) - Hundredths(frame, duration);

    private static int Hundredths(int frames, TimeSpan duration) => (int)Math.Round(frames * duration.TotalMilliseconds / 10);

    private static void Require(FrameSource frames, AnimationOptions options)
    {
        OptionCheck.Require(options.FrameDuration >= ShortestFrame, options.FrameDuration, nameof(AnimationOptions.FrameDuration),
            "GIF viewers show a frame for at least 20 ms: raise it, or save as .apng, .mp4 or .html.");
        if (frames.Width > LongestSide || frames.Height > LongestSide)
            throw new NotSupportedException(
                $"A GIF can have at most {LongestSide} x {LongestSide} pixels, got {frames.Width} x {frames.Height}.");
    }

    private static void WriteHeader(FrameSource frames, int bits, bool loops, Stream stream)
    {
        stream.Write("GIF89a"u8);
        WriteUInt16(frames.Width, stream);
        WriteUInt16(frames.Height, stream);
        // A global colour table of 2^bits colours; the background is colour 0, and pixels are square.
        stream.Write([(byte)(0x80 | (bits - 1) << 4 | (bits - 1)), 0, 0]);
        for (int i = 0; i < 1 << bits; i++)
        {
            uint color = i < frames.Palette.Length ? frames.Palette[i] : 0;
            stream.Write([(byte)(color >> 16), (byte)(color >> 8), (byte)color]);
        }
        if (loops)
            stream.Write([0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0]);
    }

    private static void WriteFrameHeader(FrameChange change, int delay, bool isDelta, byte transparent, Stream stream)
    {
        stream.Write([0x21, 0xF9, 4, (byte)(KeepFrame | (isDelta ? HasTransparency : 0))]);
        WriteUInt16(delay, stream);
        stream.Write([isDelta ? transparent : (byte)0, 0, (byte)',']);
        WriteUInt16(change.Left, stream);
        WriteUInt16(change.Top, stream);
        WriteUInt16(change.Width, stream);
        WriteUInt16(change.Height, stream);
        stream.WriteByte(0);
    }

    private static Span<byte> Cut(byte[] pixels, byte[] before, FrameChange change, int width, byte transparent, byte[] target)
    {
        for (int y = 0; y < change.Height; y++)
        {
            int start = (change.Top + y) * width + change.Left;
            Span<byte> row = target.AsSpan(y * change.Width, change.Width);
            pixels.AsSpan(start, change.Width).CopyTo(row);
            if (before.Length > 0)
                Clear(row, before.AsSpan(start, change.Width), transparent);
        }
        return target.AsSpan(0, change.Width * change.Height);
    }

    /// <summary>Makes the pixels transparent that are as they were.</summary>
    private static void Clear(Span<byte> row, ReadOnlySpan<byte> before, byte transparent)
    {
        int x = 0;
        for (Vector<byte> clear = new(transparent); x <= row.Length - Vector<byte>.Count; x += Vector<byte>.Count)
        {
            Vector<byte> now = new(row[x..]);
            Vector.ConditionalSelect(Vector.Equals(now, new Vector<byte>(before[x..])), clear, now).CopyTo(row[x..]);
        }
        for (; x < row.Length; x++)
            row[x] = row[x] == before[x] ? transparent : row[x];
    }

    private static void WriteUInt16(int value, Stream stream)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        stream.Write(bytes);
    }
}
