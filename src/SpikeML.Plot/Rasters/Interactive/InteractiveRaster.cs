using System.Text;
using SpikeML.Plot.Pages;
using SpikeML.Plot.Showing;

namespace SpikeML.Plot;

/// <summary>
/// An interactive raster as one self-contained HTML page that works offline: zoom, pan, the neuron, time and value under the
/// pointer, and the firing rates of the visible part. Created by <see cref="SpikePlot"/>.
/// </summary>
public sealed class InteractiveRaster
{
    private readonly SpikeTrain _train;
    private readonly InteractiveRasterOptions _options;

    internal InteractiveRaster(SpikeTrain train, InteractiveRasterOptions options) => (_train, _options) = (train, options);

    /// <summary>Writes the page: about 35 KB, plus one or two bytes per spike.</summary>
    /// <returns>The text of the page.</returns>
    public string ToHtml() => HtmlPage.Raster.Write(_options.Title,
        $"This raster of {Counted.Of(_train.Count, "spike")}, {Counted.Of(_train.NeuronCount, "neuron")} and "
            + $"{Counted.Of(_train.NumSteps, "step")} is drawn by a script. Allow scripts for this page to see it; it loads "
            + "nothing from the network.",
        PageJson.Of(RasterData.Of(_train, _options).Write));

    /// <summary>Saves the page.</summary>
    /// <param name="path">
    /// The file, ending in .html or .htm; its folder must exist. An existing file is replaced only when the new one is complete.
    /// </param>
    /// <exception cref="ArgumentException">The extension is not .html or .htm.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file or its folder is denied.</exception>
    /// <exception cref="IOException">The file could not be written.</exception>
    public void Save(string path)
    {
        CheckPath(path);
        FileReplacement.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(ToHtml())));
    }

    /// <summary>
    /// Opens the page in the system's browser. Without a screen (Linux without a display, SSH, CI), it prints the file's path
    /// instead.
    /// </summary>
    /// <returns>The path of the file, in a new temporary folder.</returns>
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
