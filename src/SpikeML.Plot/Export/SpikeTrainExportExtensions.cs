using SpikeML.Plot.Export;
using SpikeML.Plot.Rendering;

namespace SpikeML.Plot;

/// <summary>Saves spike trains.</summary>
public static class SpikeTrainExportExtensions
{
    extension(SpikeTrain train)
    {
        /// <summary>
        /// Saves the train's raster in the format of the file's extension: .png, .svg or .pdf (an image) or .csv (a table, see
        /// <c>SaveCsv</c>).
        /// </summary>
        /// <param name="path">
        /// The file to write; its folder must exist. An existing file is replaced only when the new one is complete.
        /// </param>
        /// <param name="options">How it is drawn; a table only uses <see cref="RasterOptions.Neuron"/>.</param>
        /// <exception cref="ArgumentException">The extension is unknown.</exception>
        /// <exception cref="ArgumentOutOfRangeException">
        /// An option is out of range, or the train does not have the neuron.
        /// </exception>
        /// <exception cref="UnauthorizedAccessException">Access to the file or its folder is denied.</exception>
        /// <exception cref="IOException">The file could not be written.</exception>
        public void SaveRaster(string path, RasterOptions? options = null) => train.SaveRaster(path, options, overwrite: true);

        /// <summary>Same, without replacing an existing file unless asked to.</summary>
        internal void SaveRaster(string path, RasterOptions? options, bool overwrite)
        {
            ArgumentNullException.ThrowIfNull(train);
            FileFormat format = FileFormats.Find(path, FileFormats.OfTrains);
            HeadStart.Begin(format);
            if (format != FileFormat.Csv)
            {
                SpikePlot.Raster(train, options).Save(path, overwrite);
                return;
            }
            options?.Validate(train);
            FileReplacement.Write(path, stream => SpikeCsv.Write(train, options?.Neuron, stream), overwrite);
        }

        /// <summary>
        /// Saves the train as an interactive raster: a self-contained HTML page with zoom, pan, the spike under the pointer and
        /// the firing rates of the visible part.
        /// </summary>
        /// <param name="path">
        /// The file, with the extension .html or .htm; its folder must exist. An existing file is replaced only when the new
        /// one is complete.
        /// </param>
        /// <param name="options">How it is drawn, or null for the defaults.</param>
        /// <exception cref="ArgumentException">The extension is unknown.</exception>
        /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
        /// <exception cref="UnauthorizedAccessException">Access to the file or its folder is denied.</exception>
        /// <exception cref="IOException">The file could not be written.</exception>
        public void SaveInteractiveRaster(string path, InteractiveRasterOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(train);
            SpikePlot.InteractiveRaster(train, options).Save(path);
        }

        /// <summary>
        /// Saves the train as a table: a header <c>step,neuron,value</c>, then one line per spike in time order. The decimal
        /// separator is always a point.
        /// </summary>
        /// <param name="path">The file, with any extension; its folder must exist.</param>
        /// <exception cref="UnauthorizedAccessException">Access to the file or its folder is denied.</exception>
        /// <exception cref="IOException">The file could not be written.</exception>
        public void SaveCsv(string path)
        {
            ArgumentNullException.ThrowIfNull(train);
            ArgumentException.ThrowIfNullOrEmpty(path);
            FileReplacement.Write(path, stream => SpikeCsv.Write(train, neuron: null, stream));
        }
    }
}
