using OxyPlot;

namespace SpikeML.Plot.Fonts;

/// <summary>Makes names fit: broken between words, and cut if a single word is too long.</summary>
internal static class TextFit
{
    private const string Ellipsis = "…";

    /// <param name="text">The text.</param>
    /// <param name="width">The maximum width of a line in pixels.</param>
    /// <param name="fontSize">The size of the font in pixels.</param>
    /// <param name="mostLines">The maximum number of lines; if there are more, the last one ends in an ellipsis.</param>
    public static string ToWidth(string text, double width, double fontSize, int mostLines = 2)
    {
        string[] lines = TextWrap.ToWidth(text, width, fontSize).Split('\n');
        string[] kept = [.. lines.Take(mostLines).Select(line => Cut(line, width, fontSize, ""))];
        if (lines.Length > mostLines)
            kept[^1] = Cut(lines[mostLines - 1], width, fontSize, Ellipsis);
        return string.Join('\n', kept);
    }

    /// <summary>
    /// Several names; those that would look alike when their ends are cut keep their starts and ends on one line.
    /// </summary>
    public static string[] AllToWidth(IReadOnlyList<string> names, double width, double fontSize, int mostLines = 2)
    {
        string[] fitted = new string[names.Count];
        // The name that was fitted to a text, and the texts to which several were.
        Dictionary<string, string> nameOf = [];
        HashSet<string> alike = [];
        for (int i = 0; i < fitted.Length; i++)
        {
            fitted[i] = ToWidth(names[i], width, fontSize, mostLines);
            if (!nameOf.TryAdd(fitted[i], names[i]) && nameOf[fitted[i]] != names[i])
                alike.Add(fitted[i]);
        }
        for (int i = 0; i < fitted.Length && alike.Count > 0; i++)
        {
            if (alike.Contains(fitted[i]))
                fitted[i] = CutMiddle(names[i].ReplaceLineEndings(" "), width, fontSize);
        }
        return fitted;
    }

    private static string CutMiddle(string name, double width, double fontSize)
    {
        int kept = name.Length - 1;
        while (kept > 2 && TextBlock.WidthOf(Text(), fontSize, FontWeights.Normal) > width)
            kept--;
        return Text();

        string Text()
        {
            int end = kept / 2, start = kept - end;
            // Half a surrogate pair is not a character.
            if (char.IsHighSurrogate(name[start - 1]))
                start--;
            if (end > 0 && char.IsLowSurrogate(name[^end]))
                end--;
            return name[..start].TrimEnd() + Ellipsis + name[^end..].TrimStart();
        }
    }

    private static string Cut(string line, double width, double fontSize, string end)
    {
        if (Width(line + end) <= width)
            return line + end;
        // The longest start that fits lies between these two.
        int length = 1, tooLong = line.Length;
        while (tooLong - length > 1)
        {
            int middle = (length + tooLong) / 2;
            (length, tooLong) = Width(line[..middle] + Ellipsis) <= width ? (middle, tooLong) : (length, middle);
        }
        // Half a surrogate pair is not a character.
        if (length > 1 && char.IsHighSurrogate(line[length - 1]))
            length--;
        return line[..length].TrimEnd() + Ellipsis;

        double Width(string part) => TextBlock.WidthOf(part, fontSize, FontWeights.Normal);
    }
}
