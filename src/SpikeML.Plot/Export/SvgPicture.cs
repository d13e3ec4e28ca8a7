using System.Globalization;
using System.Text;
using System.Xml;
using OxyPlot;
using SpikeML.Plot.Fonts;
using SpikeML.Plot.Rendering;

namespace SpikeML.Plot.Export;

/// <summary>Figures as SVG.</summary>
internal static class SvgPicture
{
    // No XML declaration: the document is Unicode in any case, and without it the text can be embedded in a page.
    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true, NewLineChars = "\n" };

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static string Write(Figure figure) => Draw(figure).ToString();

    /// <summary>
    /// Writes the document in UTF-8, after all of it is drawn: OxyPlot would take the stream's errors for its own.
    /// </summary>
    public static void Write(Figure figure, Stream stream)
    {
        StringBuilder text = Draw(figure);
        using StreamWriter writer = new(stream, Utf8, leaveOpen: true);
        foreach (ReadOnlyMemory<char> part in text.GetChunks())
            writer.Write(part.Span);
    }

    private static StringBuilder Draw(Figure figure)
    {
        StringBuilder text = new();
        using StringWriter target = new(text, CultureInfo.InvariantCulture);
        using (XmlWriter writer = XmlWriter.Create(target, Settings))
            Write(figure, writer);
        return text;
    }

    private static void Write(Figure figure, XmlWriter writer)
    {
        FigureSize size = figure.Size;
        writer.WriteStartElement("svg", "http://www.w3.org/2000/svg");
        writer.WriteAttributeString("width", SvgNumber.Format(size.Width * size.Scale));
        writer.WriteAttributeString("height", SvgNumber.Format(size.Height * size.Scale));
        writer.WriteAttributeString("viewBox", SvgNumber.Format(0, 0, size.Width, size.Height));
        writer.WriteAttributeString("font-family", LabelFont.SvgFamily);
        OxyRect picture = new(0, 0, size.Width, size.Height);
        figure.Draw(new SvgContext(writer, picture), picture);
        writer.WriteEndElement();
    }
}
