namespace SpikeML.Plot.Animations;

/// <summary>Draws all frames in order, reporting progress and checking for cancellation.</summary>
internal static class FrameRun
{
    /// <param name="frames">The frames.</param>
    /// <param name="write">
    /// Receives a frame's number, its pixels and those of the previous frame, which are empty for the first.
    /// </param>
    /// <param name="progress">Receives the completed share, from 0 to 1, after each frame, or null.</param>
    /// <param name="cancellationToken">Checked before each frame.</param>
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
