using System.Text;
using OxyPlot;
using SpikeML.Plot.Export;

namespace SpikeML.Plot;

/// <summary>A picture that can be saved: made by <see cref="SpikePlot"/>, drawn anew each time it is asked for.</summary>
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
    /// The pixels of a PNG, or the size of an SVG, for each pixel of <see cref="Width"/> and <see cref="Height"/>.
    /// </summary>
    public double Scale => Size.Scale;

    internal FigureSize Size { get; }

    internal FigureTheme Theme { get; }

    /// <summary>The picture as a PNG file of Width x Scale by Height x Scale pixels.</summary>
    public byte[] ToPng() => PngPicture.Encode(this);

    /// <summary>The picture as an SVG document. Its text is text: it can be searched and edited.</summary>
    public string ToSvg() => SvgPicture.Write(this);

    /// <summary>The picture as a PDF document of one page, a pixel of Width x Scale being 1/96 of an inch.</summary>
    public byte[] ToPdf() => PdfPicture.Write(this);

    /// <summary>
    /// Saves the picture; the file's extension says how: .png, .svg or .pdf. A file that is there is replaced only once the new
    /// one is complete.
    /// </summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <exception cref="ArgumentException">The extension is none of these.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
    /// <exception cref="IOException">The file could not be written.</exception>
    public void Save(string path)
    {
        FileFormat format = FileFormats.Find(path, FileFormats.OfFigures);
        byte[] content = format switch
        {
            FileFormat.Png => ToPng(),
            FileFormat.Svg => Encoding.UTF8.GetBytes(ToSvg()),
            _ => ToPdf(),
        };
        FileReplacement.Write(path, stream => stream.Write(content));
    }

    internal abstract void Draw(IRenderContext context, OxyRect area);
}
