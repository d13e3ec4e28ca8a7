using Microsoft.ML.Data;
using SpikeML.Events;

namespace Microsoft.ML;

/// <summary>Loads recordings of event cameras and spiking audio.</summary>
public static class EventLoading
{
    extension(DataOperationsCatalog catalog)
    {
        /// <summary>Loads recordings as rows: whole ones, or slices by time or by number of events.</summary>
        /// <remarks>
        /// The columns are <c>Label</c>, a key of the classes, if there are any; <c>Path</c>, the file; <c>Start</c>, the time in
        /// microseconds at which a slice starts, for slices; <c>Events</c>, a variable-size vector of Int64 with the dimensions
        /// [events, 4] (x, y, time in microseconds, polarity) in the order of times; and <c>Spikes</c>, if
        /// <see cref="EventLoaderOptions.NumSteps"/> is set. The view is lazy: files are read with the rows, and one row is held
        /// at a time. Shuffling shuffles recordings; slices of a recording stay together.
        /// </remarks>
        /// <example>
        /// <code>
        /// File.WriteAllText("a.csv", "x,y,t,p\n3,5,120,1\n3,6,900,0\n3,6,2100,0\n");
        /// EventLoaderOptions options = new() { SliceDuration = 1000, Reader = new() { Width = 34, Height = 34 } };
        /// IDataView slices = mlContext.Data.LoadEvents("a.csv", options); // Path, Start, Events: Vector&lt;Int64, *, 4&gt;
        /// </code>
        /// </example>
        /// <param name="path">
        /// A file, or a folder: its files, or, if it has none, those of its subfolders, whose names are the classes.
        /// </param>
        /// <param name="options">How recordings become rows; null for whole recordings.</param>
        /// <exception cref="FileNotFoundException">The path does not exist, or the folder has no recordings.</exception>
        /// <exception cref="FormatException">
        /// The first recording cannot be read, only some have classes, or a folder has both recordings and subfolders of them.
        /// </exception>
        /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
        public IDataView LoadEvents(string path, EventLoaderOptions? options = null)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
            return catalog.LoadEvents([path], options);
        }

        /// <summary>Loads recordings from several files or folders; see <c>LoadEvents(path, options)</c>.</summary>
        /// <param name="paths">The files and folders, in the order of the rows.</param>
        /// <param name="options">How recordings become rows; null for whole recordings.</param>
        /// <exception cref="FileNotFoundException">A path does not exist, or a folder has no recordings.</exception>
        /// <exception cref="FormatException">
        /// The first recording cannot be read, only some have classes, or a folder has both recordings and subfolders of them.
        /// </exception>
        /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
        public IDataView LoadEvents(IEnumerable<string> paths, EventLoaderOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(catalog);
            ArgumentNullException.ThrowIfNull(paths);
            options ??= new();
            options.Validate();
            return new EventDataView(catalog.GetEnvironment(), RecordingList.Find(paths, options), options);
        }
    }
}
