using SpikeML.Plot;
using SpikeML.Plot.Animations;
using SpikeML.Plot.Export;
using SpikeML.Plot.Rendering;

namespace Microsoft.ML;

/// <summary>Exports rasters and animations from data views.</summary>
public static class SpikeRasterDataViewExtensions
{
    extension(IDataView data)
    {
        /// <summary>
        /// Saves the raster of one row's spikes in the format of the file's extension: .png, .svg or .pdf (an image) or .csv (a
        /// table with the header <c>step,neuron,value</c> and one line per spike in time order).
        /// </summary>
        /// <example>
        /// <code>
        /// IDataView spikes = mlContext.Transforms.Spikes.EncodeLatency("Spikes", "Features").Fit(data).Transform(data);
        /// spikes.SaveRaster("Spikes", row: 0, "raster.png");               // or .svg, .pdf, .csv
        /// </code>
        /// </example>
        /// <param name="columnName">
        /// A <c>Vector&lt;Single&gt;</c> column of known size whose first dimension is time, as the encoders add.
        /// </param>
        /// <param name="row">The row, from 0. Only this row is computed.</param>
        /// <param name="path">
        /// The file to write; its folder must exist. An existing file is replaced only when the new one is complete.
        /// </param>
        /// <param name="options">How it is drawn; a table only uses <see cref="RasterOptions.Neuron"/>.</param>
        /// <exception cref="ArgumentException">The extension is unknown.</exception>
        /// <exception cref="ArgumentOutOfRangeException">
        /// The row or column does not exist, the column has another type, or an option is out of range.
        /// </exception>
        /// <exception cref="UnauthorizedAccessException">Access to the file or its folder is denied.</exception>
        /// <exception cref="System.IO.IOException">The file could not be written.</exception>
        public void SaveRaster(string columnName, long row, string path, RasterOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(data);
            ArgumentNullException.ThrowIfNull(columnName);
            // Check the path before reading a row.
            HeadStart.Begin(FileFormats.Find(path, FileFormats.OfTrains));
            SpikeRow.Read(data, columnName, row).SaveRaster(path, options);
        }

        /// <summary>
        /// Saves one row's spikes as an interactive raster: a self-contained HTML page with zoom, pan, the spike under the
        /// pointer and the firing rates of the visible part.
        /// </summary>
        /// <param name="columnName">
        /// A <c>Vector&lt;Single&gt;</c> column of known size whose first dimension is time, as the encoders add.
        /// </param>
        /// <param name="row">The row, from 0. Only this row is computed.</param>
        /// <param name="path">
        /// The file, with the extension .html or .htm; its folder must exist. An existing file is replaced only when the new
        /// one is complete.
        /// </param>
        /// <param name="options">How it is drawn, or null for the defaults.</param>
        /// <exception cref="ArgumentException">The extension is unknown.</exception>
        /// <exception cref="ArgumentOutOfRangeException">
        /// The row or column does not exist, the column has another type, or an option is out of range.
        /// </exception>
        /// <exception cref="UnauthorizedAccessException">Access to the file or its folder is denied.</exception>
        /// <exception cref="System.IO.IOException">The file could not be written.</exception>
        public void SaveInteractiveRaster(string columnName, long row, string path, InteractiveRasterOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(data);
            ArgumentNullException.ThrowIfNull(columnName);
            InteractiveRaster.CheckPath(path);
            SpikeRow.Read(data, columnName, row).SaveInteractiveRaster(path, options);
        }

        /// <summary>
        /// Saves one row's spikes as an animation with one frame per time step, in the format of the file's extension: .gif,
        /// .apng or .png (animated PNG), .mp4 (with the program ffmpeg), .html (a player), or none for a folder of frames.
        /// </summary>
        /// <param name="columnName">
        /// A <c>Vector&lt;Single&gt;</c> column of known size whose first dimension is time, as the encoders add.
        /// </param>
        /// <param name="row">The row, from 0. Only this row is computed.</param>
        /// <param name="path">
        /// The file or folder; its parent folder must exist. An existing one is replaced only when the new one is complete.
        /// </param>
        /// <param name="options">How it is drawn, or null for the defaults of <see cref="AnimationOptions"/>.</param>
        /// <param name="progress">Receives the completed share, from 0 to 1, or null.</param>
        /// <param name="cancellationToken">Cancels the work; nothing is written in that case.</param>
        /// <exception cref="ArgumentException">The extension is unknown.</exception>
        /// <exception cref="ArgumentOutOfRangeException">
        /// The row or column does not exist, the column has another type, or an option is out of range.
        /// </exception>
        /// <exception cref="System.NotSupportedException">The file is .mp4, and ffmpeg was not found.</exception>
        /// <exception cref="System.OperationCanceledException">The work was cancelled.</exception>
        /// <exception cref="UnauthorizedAccessException">Access to the file or its folder is denied.</exception>
        /// <exception cref="System.IO.IOException">The file could not be written, or ffmpeg failed.</exception>
        public void SaveAnimation(string columnName, long row, string path, AnimationOptions? options = null,
            IProgress<double>? progress = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(data);
            ArgumentNullException.ThrowIfNull(columnName);
            AnimationFormats.Find(path);
            SpikeRow.Read(data, columnName, row).SaveAnimation(path, options, progress, cancellationToken);
        }
    }
}
