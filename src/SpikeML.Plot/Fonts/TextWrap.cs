using OxyPlot;

namespace SpikeML.Plot.Fonts;

/// <summary>Breaks a text between words if a line would be too long.</summary>
internal static class TextWrap
{
    public static string ToWidth(string text, double width, double fontSize)
    {
        List<string> lines = [];
        foreach (string paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            string line = "";
            foreach (string word in paragraph.Split(' '))
            {
                string longer = line.Length == 0 ? word : $"{line} {word}";
                if (line.Length > 0 && TextBlock.WidthOf(longer, fontSize, FontWeights.Normal) > width)
                {
                    lines.Add(line);
                    longer = word;
                }
                line = longer;
            }
            lines.Add(line);
        }
        return string.Join('\n', lines);
    }
}
