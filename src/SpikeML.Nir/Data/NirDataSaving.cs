using SpikeML;
using SpikeML.Nir;

namespace Microsoft.ML;

/// <summary>Saves spike trains and membranes for neuromorphic tools.</summary>
public static class NirDataSaving
{
    extension(IDataView data)
    {
        /// <summary>Saves a spike column as NIRData, the format for spikes of the tools that exchange graphs by NIR.</summary>
        /// <remarks>
        /// NIRData is in the reference implementation since January 2026 (<c>nir.read_data</c>), after release 1.0.7. All rows
        /// are in memory while the file is written, atomically.
        /// </remarks>
        /// <param name="columnName">The column: a vector of Single, [numSteps, ...neurons].</param>
        /// <param name="path">The file; its folder must exist.</param>
        /// <param name="nodeName">The node of a graph that the spikes belong to.</param>
        /// <param name="options">The options, or null for the defaults.</param>
        /// <exception cref="ArgumentException">
        /// The column is missing or is not a spike column, or a name cannot be used.
        /// </exception>
        /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
        /// <exception cref="InvalidOperationException">There are no rows, or a value is not finite.</exception>
        /// <exception cref="IOException">The file could not be written; an existing file is unchanged.</exception>
        public void SaveNirData(string columnName, string path, string nodeName = "input", NirDataOptions? options = null)
        {
            ArgumentException.ThrowIfNullOrEmpty(columnName);
            ArgumentException.ThrowIfNullOrEmpty(nodeName);
            data.SaveNirData([new NirObservable(columnName, nodeName)], path, options);
        }

        /// <summary>Saves several columns as NIRData, for example recordings of a <see cref="NirTransformer"/>.</summary>
        /// <param name="observables">The columns, and which node and what of it they have.</param>
        /// <param name="path">The file; its folder must exist.</param>
        /// <param name="options">The options, or null for the defaults.</param>
        /// <exception cref="ArgumentException">
        /// A column is missing or is not a spike column, a name cannot be used, or two columns have the same node and name.
        /// </exception>
        /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
        /// <exception cref="InvalidOperationException">There are no rows, or a value is not finite.</exception>
        /// <exception cref="IOException">The file could not be written; an existing file is unchanged.</exception>
        public void SaveNirData(IEnumerable<NirObservable> observables, string path, NirDataOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(data);
            ArgumentException.ThrowIfNullOrEmpty(path);
            ArgumentNullException.ThrowIfNull(observables);
            options ??= new();
            options.Validate();
            NirDataWriter writer = new(options);
            NirObservable[] columns = [.. observables];
            if (columns.Length == 0)
                throw new ArgumentException("There is no column to save.", nameof(observables));
            foreach (NirObservable observable in columns)
            {
                ArgumentNullException.ThrowIfNull(observable, nameof(observables));
                writer.Add(observable, [.. data.GetSpikeTrains(observable.ColumnName)]);
            }
            FileReplacement.Write(path, writer.Write);
        }
    }
}
