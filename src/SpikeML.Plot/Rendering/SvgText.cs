using System.Xml;
using OxyPlot;
using SpikeML.Plot.Fonts;

namespace SpikeML.Plot.Rendering;

/// <summary>Text in SVG.</summary>
internal static class SvgText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Replaces characters that XML cannot contain, such as NUL or half a surrogate pair.</summary>
    public static string Valid(string text)
    {
        char[] characters = text.ToCharArray();
        for (int i = 0; i < characters.Length; i++)
        {
            if (i + 1 < characters.Length && XmlConvert.IsXmlSurrogatePair(characters[i + 1], characters[i]))
                i++;
            else if (!XmlConvert.IsXmlChar(characters[i]))
                characters[i] = Replacement;
        }
        return new string(characters);
    }

    public static void WriteAttributes(XmlWriter writer, ScreenPoint anchor, double baseline, double rotation, double fontSize,
        double fontWeight, HorizontalAlignment alignment)
    {
        bool isRotated = rotation != 0;
        if (isRotated)
            writer.WriteAttributeString("transform",
                $"translate({SvgNumber.Format(anchor.X, anchor.Y)}) rotate({SvgNumber.Format(rotation)})");
        writer.WriteAttributeString("x", SvgNumber.Format(isRotated ? 0 : anchor.X));
        writer.WriteAttributeString("y", SvgNumber.Format(isRotated ? baseline : anchor.Y + baseline));
        writer.WriteAttributeString("font-size", SvgNumber.Format(fontSize));
        if (LabelFont.IsBold(fontWeight))
            writer.WriteAttributeString("font-weight", "bold");
        if (alignment != HorizontalAlignment.Left)
            writer.WriteAttributeString("text-anchor", alignment == HorizontalAlignment.Center ? "middle" : "end");
    }
}
