namespace SpikeML.Plot.Animations;

/// <summary>Draws all frames in turn, tells how far it is and stops when asked to.</summary>
internal static class FrameRun
{
    /// <param name="frames">The frames.</param>
    /// <param name="write">
    /// Takes a frame's number, its pixels and those of the frame before it, which are empty before the first.
    /// </param>
    /// <param name="progress">Is told the share that is done, from 0 to 1, after each frame; null: nobody.</param>
    /// <param name="cancellationToken">Asked before each frame.</param>
    public static void Over(FrameSource frames, Action<int, byte[], byte[]> write, IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        byte[] before = [], pixels = new byte[frames.Width * frames.Height], other = new byte[pixels.Length];
        for (int frame = 0; frame < frames.Count; frame++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            frames.Draw(frame, pixels);
            write(frame, pixels, before);
            (before, pixels, other) = (pixels, other, pixels);
            progress?.Report((frame + 1.0) / frames.Count);
        }
    }
}
