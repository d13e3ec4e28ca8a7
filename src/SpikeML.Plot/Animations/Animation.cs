using System.Text;
using SpikeML.Plot.Animations;

namespace SpikeML.Plot;

/// <summary>
/// A picture that moves, one frame a time step: made by <see cref="SpikePlot"/>, drawn anew each time it is asked for.
/// </summary>
public sealed class Animation
{
    private readonly FrameSource _frames;
    private readonly AnimationOptions _options;
    private readonly Func<PlayerData> _player;

    internal Animation(FrameSource frames, AnimationOptions options, Func<PlayerData> player)
    {
        (_frames, _options, _player) = (frames, options, player);
        OptionCheck.Require((double)frames.Width * frames.Height <= MostPixels, options.CellSize,
            nameof(AnimationOptions.CellSize),
            FormattableString.Invariant($"{frames.Width} x {frames.Height} pixels are more than the limit of {MostPixels:N0}."));
    }

    /// <summary>The width in pixels.</summary>
    public int Width => _frames.Width;

    /// <summary>The height in pixels.</summary>
    public int Height => _frames.Height;

    /// <summary>The number of frames: one for each time step.</summary>
    public int FrameCount => _frames.Count;

    /// <summary>How long a frame is shown.</summary>
    public TimeSpan FrameDuration => _options.FrameDuration;

    private const double MostPixels = 1e8;

    /// <summary>The animation as a GIF file.</summary>
    /// <param name="progress">Is told the share that is done, from 0 to 1; null: nobody.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentOutOfRangeException">A frame lasts less than 20 ms, which GIF viewers do not show.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public byte[] ToGif(IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        ToBytes(stream => GifWriter.Write(_frames, _options, stream, progress, cancellationToken));

    /// <summary>The animation as an animated PNG file; viewers that know no animation show its first frame.</summary>
    /// <param name="progress">Is told the share that is done, from 0 to 1; null: nobody.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public byte[] ToApng(IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        ToBytes(stream => ApngWriter.Write(_frames, _options, stream, progress, cancellationToken));

    /// <summary>
    /// The animation as one HTML page that needs no other file and no network: play, pause, scrub, speed, keys, and the step and
    /// its
    /// spikes told in words.
    /// </summary>
    public string ToHtml() => PlayerPage.Write(_player(), _options);

    /// <summary>
    /// Saves the animation; the file's extension says how: .gif, .apng or .png (animated PNG), .mp4 (through the program ffmpeg),
    /// .html
    /// (a player), or, without an extension, a folder of PNG files frame-000.png and so on. What is there is replaced only once
    /// the new
    /// one is complete.
    /// </summary>
    /// <param name="path">
    /// The file or folder; the folder that it lies in must exist. A folder with other files than frames is refused.
    /// </param>
    /// <param name="progress">Is told the share that is done, from 0 to 1; null: nobody.</param>
    /// <param name="cancellationToken">Ends the work early; then nothing is written.</param>
    /// <exception cref="ArgumentException">The extension is none of these.</exception>
    /// <exception cref="NotSupportedException">The file is .mp4 and there is no ffmpeg.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
    /// <exception cref="IOException">The file could not be written, or ffmpeg failed.</exception>
    public void Save(string path, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        AnimationFormat format = AnimationFormats.Find(path);
        cancellationToken.ThrowIfCancellationRequested();
        switch (format)
        {
            case AnimationFormat.Gif:
                FileReplacement.Write(path, stream => GifWriter.Write(_frames, _options, stream, progress, cancellationToken));
                break;
            case AnimationFormat.Apng:
                FileReplacement.Write(path, stream => ApngWriter.Write(_frames, _options, stream, progress, cancellationToken));
                break;
            case AnimationFormat.Mp4:
                Mp4Writer.Write(_frames, _options, path, progress, cancellationToken);
                break;
            case AnimationFormat.Html:
                FileReplacement.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(ToHtml())));
                progress?.Report(1);
                break;
            default:
                FrameFolder.Write(_frames, path, progress, cancellationToken);
                break;
        }
    }

    private static byte[] ToBytes(Action<Stream> write)
    {
        using MemoryStream stream = new();
        write(stream);
        return stream.ToArray();
    }
}
