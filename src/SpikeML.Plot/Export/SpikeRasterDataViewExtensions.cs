using SpikeML.Plot;
using SpikeML.Plot.Animations;
using SpikeML.Plot.Export;

namespace Microsoft.ML;

/// <summary>Exports rasters and animations out of data views.</summary>
public static class SpikeRasterDataViewExtensions
{
    extension(IDataView data)
    {
        /// <summary>
        /// Saves the raster of one row's spikes; the file's extension says how: .png, .svg or .pdf (a picture) or .csv (a table
        /// with the header
        /// <c>step,neuron,value</c>, a line for each spike in time order).
        /// </summary>
        /// <example>
        /// <code>
        /// IDataView spikes = mlContext.Transforms.Spikes.EncodeLatency("Spikes", "Features").Fit(data).Transform(data);
        /// spikes.SaveRaster("Spikes", row: 0, "raster.png");               // or .svg, .pdf, .csv
        /// </code>
        /// </example>
        /// <param name="columnName">
        /// A <c>Vector&lt;Single&gt;</c> column of known size whose first dimension is time, such as the encoders make.
        /// </param>
        /// <param name="row">The row, from 0. Only this row's value is computed.</param>
        /// <param name="path">
        /// The file; its folder must exist. A file that is there is replaced once the new one is complete.
        /// </param>
        /// <param name="options">How it is drawn; a table heeds <see cref="RasterOptions.Neuron"/> alone.</param>
        /// <exception cref="ArgumentException">The extension is none of these.</exception>
        /// <exception cref="ArgumentOutOfRangeException">
        /// There is no such row or column, the column is of another type, or an option is out of its range.
        /// </exception>
        /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
        /// <exception cref="System.IO.IOException">The file could not be written.</exception>
        public void SaveRaster(string columnName, long row, string path, RasterOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(data);
            ArgumentNullException.ThrowIfNull(columnName);
            // A wrong path should not cost the reading of a row.
            FileFormats.Find(path, FileFormats.OfTrains);
            SpikeRow.Read(data, columnName, row).SaveRaster(path, options);
        }

        /// <summary>
        /// Saves one row's spikes as an animation, a frame for each time step; the file's extension says how: .gif, .apng or .png
        /// (animated PNG), .mp4 (through the program ffmpeg), .html (a player), or none for a folder of frames.
        /// </summary>
        /// <param name="columnName">
        /// A <c>Vector&lt;Single&gt;</c> column of known size whose first dimension is time, such as the encoders make.
        /// </param>
        /// <param name="row">The row, from 0. Only this row's value is computed.</param>
        /// <param name="path">
        /// The file or folder; the folder that it lies in must exist. What is there is replaced once the new one is complete.
        /// </param>
        /// <param name="options">How it is drawn; null: as <see cref="AnimationOptions"/> has it.</param>
        /// <param name="progress">Is told the share that is done, from 0 to 1; null: nobody.</param>
        /// <param name="cancellationToken">Ends the work early; then nothing is written.</param>
        /// <exception cref="ArgumentException">The extension is none of these.</exception>
        /// <exception cref="ArgumentOutOfRangeException">
        /// There is no such row or column, the column is of another type, or an option is out of its range.
        /// </exception>
        /// <exception cref="System.NotSupportedException">The file is .mp4 and there is no ffmpeg.</exception>
        /// <exception cref="System.OperationCanceledException">The work was cancelled.</exception>
        /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
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
