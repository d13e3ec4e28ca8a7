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

    public static string Write(Figure figure)
    {
        FigureSize size = figure.Size;
        StringBuilder text = new();
        using (StringWriter target = new(text, CultureInfo.InvariantCulture))
        using (XmlWriter writer = XmlWriter.Create(target, Settings))
        {
            writer.WriteStartElement("svg", "http://www.w3.org/2000/svg");
            writer.WriteAttributeString("width", SvgNumber.Format(size.Width * size.Scale));
            writer.WriteAttributeString("height", SvgNumber.Format(size.Height * size.Scale));
            writer.WriteAttributeString("viewBox", SvgNumber.Format(0, 0, size.Width, size.Height));
            writer.WriteAttributeString("font-family", LabelFont.SvgFamily);
            OxyRect picture = new(0, 0, size.Width, size.Height);
            figure.Draw(new SvgContext(writer, picture), picture);
            writer.WriteEndElement();
        }
        return text.ToString();
    }
}
