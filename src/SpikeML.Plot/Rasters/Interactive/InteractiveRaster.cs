using System.Text;
using System.Text.Json;
using SpikeML.Plot.Pages;
using SpikeML.Plot.Showing;

namespace SpikeML.Plot;

/// <summary>
/// A raster to look into, as one HTML page that needs no other file and no network: zoom, pan, the neuron, time and value under
/// the pointer, and the rates of what is in sight. Made by <see cref="SpikePlot"/>.
/// </summary>
public sealed class InteractiveRaster
{
    private readonly SpikeTrain _train;
    private readonly InteractiveRasterOptions _options;

    internal InteractiveRaster(SpikeTrain train, InteractiveRasterOptions options) => (_train, _options) = (train, options);

    /// <summary>The page, some 35 KB and a byte or two for each spike.</summary>
    public string ToHtml() => HtmlPage.Raster.Write(_options.Title,
        $"This raster of {Counted.Of(_train.Count, "spike")}, {Counted.Of(_train.NeuronCount, "neuron")} and "
            + $"{Counted.Of(_train.NumSteps, "step")} is drawn by a script. Allow scripts for this page to see it; it loads "
            + "nothing from the network.",
        JsonSerializer.Serialize(RasterData.Of(_train, _options), PageJson.Default.RasterData));

    /// <summary>Saves the page.</summary>
    /// <param name="path">
    /// The file, ending in .html or .htm; its folder must exist. A file that is there is replaced once the new one is complete.
    /// </param>
    /// <exception cref="ArgumentException">The extension is another.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
    /// <exception cref="IOException">The file could not be written.</exception>
    public void Save(string path)
    {
        CheckPath(path);
        FileReplacement.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(ToHtml())));
    }

    /// <summary>
    /// Opens the page in the system's browser. Where there is no screen (a Linux machine without display, SSH, CI) the file's
    /// path is printed instead.
    /// </summary>
    /// <returns>The file, in a temporary folder of its own.</returns>
    /// <exception cref="IOException">The temporary file could not be written.</exception>
    public string Show() => Show(SystemViewer.Default);

    internal string Show(SystemViewer viewer) => viewer.Show("raster.html", ToHtml());

    internal static void CheckPath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Path.GetExtension(path).ToUpperInvariant() is not (".HTML" or ".HTM"))
            throw new ArgumentException(
                $"'{path}' has no known extension. An interactive raster is saved as .html; SaveRaster saves pictures.",
                nameof(path));
    }
}
