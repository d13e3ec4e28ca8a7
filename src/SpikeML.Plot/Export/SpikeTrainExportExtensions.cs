using SpikeML.Plot.Export;

namespace SpikeML.Plot;

/// <summary>Saves spike trains.</summary>
public static class SpikeTrainExportExtensions
{
    extension(SpikeTrain train)
    {
        /// <summary>
        /// Saves the train's raster; the file's extension says how: .png, .svg or .pdf (a picture) or .csv (a table, see
        /// <c>SaveCsv</c>).
        /// </summary>
        /// <param name="path">
        /// The file; its folder must exist. A file that is there is replaced once the new one is complete.
        /// </param>
        /// <param name="options">How it is drawn; a table heeds <see cref="RasterOptions.Neuron"/> alone.</param>
        /// <exception cref="ArgumentException">The extension is none of these.</exception>
        /// <exception cref="ArgumentOutOfRangeException">
        /// An option is out of its range, or the train lacks the neuron.
        /// </exception>
        /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
        /// <exception cref="IOException">The file could not be written.</exception>
        public void SaveRaster(string path, RasterOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(train);
            if (FileFormats.Find(path, FileFormats.OfTrains) != FileFormat.Csv)
            {
                SpikePlot.Raster(train, options).Save(path);
                return;
            }
            options?.Validate(train);
            FileReplacement.Write(path, stream => SpikeCsv.Write(train, options?.Neuron, stream));
        }

        /// <summary>
        /// Saves the train as a table: a header <c>step,neuron,value</c>, then a line for each spike in time order, with a point
        /// for the
        /// decimal mark on every machine.
        /// </summary>
        /// <param name="path">The file, of any extension; its folder must exist.</param>
        /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
        /// <exception cref="IOException">The file could not be written.</exception>
        public void SaveCsv(string path)
        {
            ArgumentNullException.ThrowIfNull(train);
            ArgumentException.ThrowIfNullOrEmpty(path);
            FileReplacement.Write(path, stream => SpikeCsv.Write(train, neuron: null, stream));
        }
    }
}
