using OxyPlot;
using SpikeML.Plot.Export;
using SpikeML.Plot.Showing;

namespace SpikeML.Plot;

/// <summary>
/// A figure that can be saved, created by <see cref="SpikePlot"/>. It is drawn each time it is saved or encoded.
/// </summary>
public abstract class Figure
{
    private protected Figure(FigureSize size, FigureTheme theme)
    {
        theme.Validate();
        (Size, Theme) = (size, theme);
    }

    /// <summary>The width in pixels at scale 1.</summary>
    public int Width => Size.Width;

    /// <summary>The height in pixels at scale 1.</summary>
    public int Height => Size.Height;

    /// <summary>
    /// The factor from <see cref="Width"/> and <see cref="Height"/> to the pixels of a PNG or the size of an SVG.
    /// </summary>
    public double Scale => Size.Scale;

    internal FigureSize Size { get; }

    internal FigureTheme Theme { get; }

    /// <summary>Encodes the figure as a PNG file of Width x Scale by Height x Scale pixels.</summary>
    /// <returns>The bytes of the file.</returns>
    public byte[] ToPng() => PngPicture.Encode(this);

    /// <summary>Writes the figure as an SVG document. Its text can be searched and edited.</summary>
    /// <returns>The text of the document.</returns>
    public string ToSvg() => SvgPicture.Write(this);

    /// <summary>
    /// Writes the figure as an SVG document that becomes another one where the reader's system is dark, also as an image in a
    /// page. Programs that do not know of dark systems show this figure.
    /// </summary>
    /// <param name="dark">The same figure in <see cref="FigureTheme.Dark"/>; it must have the same size.</param>
    /// <returns>The text of the document.</returns>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public string ToSvg(Figure dark)
    {
        ArgumentNullException.ThrowIfNull(dark);
        if (dark.Size != Size)
            throw new ArgumentException(FormattableString.Invariant(
                $"Both figures must have the same size and scale, got {Size} and {dark.Size}."), nameof(dark));
        return SvgPair.Merge(ToSvg(), dark.ToSvg());
    }

    /// <summary>Writes the figure as a one-page PDF document in which a pixel of Width x Scale is 1/96 of an inch.</summary>
    /// <returns>The bytes of the document.</returns>
    public byte[] ToPdf() => PdfPicture.Write(this);

    /// <summary>
    /// Saves the picture in the format of the file's extension: .png, .svg or .pdf. An existing file is replaced only when the
    /// new one is complete.
    /// </summary>
    /// <param name="path">The file to write; its folder must exist.</param>
    /// <exception cref="ArgumentException">The extension is unknown.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file or its folder is denied.</exception>
    /// <exception cref="IOException">The file could not be written.</exception>
    public void Save(string path) => Save(path, overwrite: true);

    /// <summary>Same, without replacing an existing file unless asked to.</summary>
    internal void Save(string path, bool overwrite)
    {
        FileFormat format = FileFormats.Find(path, FileFormats.OfFigures);
        FileReplacement.Write(path, stream =>
        {
            switch (format)
            {
                case FileFormat.Png:
                    stream.Write(ToPng());
                    break;
                case FileFormat.Svg:
                    SvgPicture.Write(this, stream);
                    break;
                default:
                    stream.Write(ToPdf());
                    break;
            }
        }, overwrite);
    }

    /// <summary>
    /// Opens the picture in the system's browser. Without a screen (Linux without a display, SSH, CI), it prints the file's path
    /// instead.
    /// </summary>
    /// <returns>The path of the file, an HTML page with the picture as SVG, in a new temporary folder.</returns>
    /// <exception cref="IOException">The temporary file could not be written.</exception>
    public string Show() => Show(SystemViewer.Default);

    internal string Show(SystemViewer viewer) => viewer.Show("figure.html", FigurePage.Write(this));

    internal abstract void Draw(IRenderContext context, OxyRect area);
}
