using System.Buffers.Binary;
using SpikeML.Plot.Png;

namespace SpikeML.Plot.Animations;

/// <summary>
/// Writes animated PNG files with the changed rectangle of each frame. Viewers without animation support show the first frame.
/// </summary>
internal static class ApngWriter
{
    private const int LongestFraction = ushort.MaxValue;

    public static void Write(FrameSource frames, AnimationOptions options, Stream stream, IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        int bits = BitPacking.BitsFor(frames.Palette.Length);
        PngChunks.WriteStart(stream, frames.Width, frames.Height, bits);
        byte[] control = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(control, frames.Count);
        BinaryPrimitives.WriteInt32BigEndian(control.AsSpan(4), options.Loop ? 0 : 1);
        PngChunks.Write(stream, "acTL"u8, control);
        PngChunks.WritePalette(stream, frames.Palette);
        int sequence = 0;
        FrameRun.Over(frames, (frame, pixels, before) =>
        {
            FrameChange change = FrameChange.Between(pixels, before, frames.Width);
            PngChunks.Write(stream, "fcTL"u8, FrameControl(sequence++, change, options.FrameDuration));
            byte[] data = PngChunks.Compress(pixels, frames.Width, change, bits);
            if (frame == 0)
                PngChunks.Write(stream, "IDAT"u8, data);
            else
                PngChunks.Write(stream, "fdAT"u8, [.. Number(sequence++), .. data]);
        }, progress, cancellationToken);
        PngChunks.Write(stream, "IEND"u8, []);
    }

    private static byte[] FrameControl(int sequence, FrameChange change, TimeSpan duration)
    {
        byte[] control = new byte[26];
        ReadOnlySpan<int> numbers = [sequence, change.Width, change.Height, change.Left, change.Top];
        for (int i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(control.AsSpan(4 * i), numbers[i]);
        (ushort numerator, ushort denominator) = Seconds(duration);
        BinaryPrimitives.WriteUInt16BigEndian(control.AsSpan(20), numerator);
        BinaryPrimitives.WriteUInt16BigEndian(control.AsSpan(22), denominator);
        // The last two bytes are 0 and 0: the frame stays when the next is drawn, and its pixels replace the previous ones.
        return control;
    }

    private static (ushort Numerator, ushort Denominator) Seconds(TimeSpan duration)
    {
        double milliseconds = duration.TotalMilliseconds;
        return milliseconds <= LongestFraction
            ? ((ushort)Math.Max(1, Math.Round(milliseconds)), (ushort)1000)
            : ((ushort)Math.Min(LongestFraction, Math.Round(duration.TotalSeconds)), (ushort)1);
    }

    private static byte[] Number(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
