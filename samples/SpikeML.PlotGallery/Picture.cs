using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>
/// Saves pictures as SVG that follows the reader's light or dark system, <c>name.svg</c>, and wide ones for phones too,
/// <c>name-phone.svg</c>.
/// </summary>
internal static class Picture
{
    public const int WidestOnPhones = 430;

    /// <param name="folder">The folder.</param>
    /// <param name="draw">Draws the pictures, always the same ones in the same order.</param>
    public static void SaveAll(string folder, Func<Look, IEnumerable<(string Name, Figure Figure)>> draw)
    {
        Directory.CreateDirectory(folder);
        HashSet<string> wide = [];
        foreach (bool isForPhones in new[] { false, true })
        {
            foreach (((string name, Figure light), (_, Figure dark)) in draw(new Look(FigureTheme.Light, isForPhones))
                .Zip(draw(new Look(FigureTheme.Dark, isForPhones))))
            {
                if (isForPhones ? wide.Contains(name) : light.Width <= WidestOnPhones || wide.Add(name))
                    File.WriteAllText(Path.Combine(folder, name + (isForPhones ? "-phone.svg" : ".svg")), light.ToSvg(dark));
            }
        }
    }
}
