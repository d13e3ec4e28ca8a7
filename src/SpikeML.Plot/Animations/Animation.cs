using System.Text;
using SpikeML.Plot.Animations;
using SpikeML.Plot.Pages;
using SpikeML.Plot.Showing;

namespace SpikeML.Plot;

/// <summary>
/// An animation with one frame per time step, created by <see cref="SpikePlot"/>. It is drawn each time it is saved or encoded.
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
            FormattableString.Invariant($"{frames.Width} x {frames.Height} pixels exceed the limit of {MostPixels:N0}."));
    }

    /// <summary>The width in pixels.</summary>
    public int Width => _frames.Width;

    /// <summary>The height in pixels.</summary>
    public int Height => _frames.Height;

    /// <summary>The number of frames: one for each time step.</summary>
    public int FrameCount => _frames.Count;

    /// <summary>The duration of a frame.</summary>
    public TimeSpan FrameDuration => _options.FrameDuration;

    private const double MostPixels = 1e8;

    /// <summary>Encodes the animation as a GIF file.</summary>
    /// <param name="progress">Receives the completed share, from 0 to 1, or null.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The bytes of the file.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A frame is shorter than 20 ms, which GIF viewers do not support.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public byte[] ToGif(IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        ToBytes(stream => GifWriter.Write(_frames, _options, stream, progress, cancellationToken));

    /// <summary>Encodes the animation as an animated PNG file; viewers without animation support show the first frame.</summary>
    /// <param name="progress">Receives the completed share, from 0 to 1, or null.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The bytes of the file.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public byte[] ToApng(IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        ToBytes(stream => ApngWriter.Write(_frames, _options, stream, progress, cancellationToken));

    /// <summary>
    /// Writes the animation as a self-contained HTML page with a player: play, pause, scrub, speed, loop, a fading trail, full
    /// screen, keyboard control, the neuron under the pointer, a raster of all steps, and a text description of each.
    /// </summary>
    /// <returns>The text of the page.</returns>
    public string ToHtml() => HtmlPage.Player.Write(_options.Title,
        $"This animation of {Counted.Of(FrameCount, "time step")} is played by a script. Allow scripts for this page to see it; "
            + "it loads nothing from the network.",
        PageJson.Of(_player().Write));

    /// <summary>
    /// Opens the animation's player in the system's browser. Without a screen (Linux without a display, SSH, CI), it prints the
    /// file's path instead.
    /// </summary>
    /// <returns>The path of the file, in a new temporary folder.</returns>
    /// <exception cref="IOException">The temporary file could not be written.</exception>
    public string Show() => Show(SystemViewer.Default);

    internal string Show(SystemViewer viewer) => viewer.Show("animation.html", ToHtml());

    /// <summary>
    /// Saves the animation in the format of the file's extension: .gif, .apng or .png (animated PNG), .mp4 (with the program
    /// ffmpeg), .html (a player), or, without an extension, a folder of PNG files frame-000.png and so on. An existing file or
    /// folder is replaced only when the new one is complete.
    /// </summary>
    /// <param name="path">
    /// The file or folder; its parent folder must exist. A folder that contains other files than frames is not replaced.
    /// </param>
    /// <param name="progress">Receives the completed share, from 0 to 1, or null.</param>
    /// <param name="cancellationToken">Cancels the work; nothing is written in that case.</param>
    /// <exception cref="ArgumentException">The extension is unknown.</exception>
    /// <exception cref="NotSupportedException">The file is .mp4, and ffmpeg was not found.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file or its folder is denied.</exception>
    /// <exception cref="IOException">The file could not be written, or ffmpeg failed.</exception>
    public void Save(string path, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        Save(path, overwrite: true, progress, cancellationToken);

    /// <summary>Same, but optionally refuses to replace an existing file. Folders of frames are always replaced.</summary>
    /// <exception cref="FileExistsException">The file exists and may not be replaced.</exception>
    internal void Save(string path, bool overwrite, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        AnimationFormat format = AnimationFormats.Find(path);
        cancellationToken.ThrowIfCancellationRequested();
        switch (format)
        {
            case AnimationFormat.Gif:
                FileReplacement.Write(path, stream => GifWriter.Write(_frames, _options, stream, progress, cancellationToken),
                    overwrite);
                break;
            case AnimationFormat.Apng:
                FileReplacement.Write(path, stream => ApngWriter.Write(_frames, _options, stream, progress, cancellationToken),
                    overwrite);
                break;
            case AnimationFormat.Mp4:
                Mp4Writer.Write(_frames, _options, path, progress, overwrite, cancellationToken);
                break;
            case AnimationFormat.Html:
                FileReplacement.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(ToHtml())), overwrite);
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
