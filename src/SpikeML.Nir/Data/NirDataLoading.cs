using Microsoft.ML.Data;
using SpikeML;
using SpikeML.Nir;

namespace Microsoft.ML;

/// <summary>Loads spike trains and membranes of neuromorphic tools.</summary>
public static class NirDataLoading
{
    extension(DataOperationsCatalog catalog)
    {
        /// <summary>Loads what a file of NIRData has of a node, as a spike column [numSteps, neurons].</summary>
        /// <remarks>
        /// All rows are in memory, without the values that are 0. Events fall on the step that contains their time; several
        /// events of a neuron in a step are one spike, or the last of their values.
        /// </remarks>
        /// <param name="path">The file.</param>
        /// <param name="options">The options, or null for the defaults.</param>
        /// <returns>A view with one column, <see cref="NirDataReading.OutputColumnName"/>.</returns>
        /// <exception cref="FormatException">
        /// The file is not NIRData, is damaged, or an event lies outside the recording. The message names node and dataset.
        /// </exception>
        /// <exception cref="ArgumentException">
        /// The options name what the file does not have, or leave several to choose from.
        /// </exception>
        /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
        /// <exception cref="IOException">The file does not exist or could not be read.</exception>
        public IDataView LoadNirData(string path, NirDataReading? options = null)
        {
            ArgumentNullException.ThrowIfNull(catalog);
            ArgumentException.ThrowIfNullOrEmpty(path);
            options ??= new();
            options.Validate();
            using FileStream file = RegularFile.Open(path);
            NirEvents events = NirFile.ReadData(file, $"'{path}'", options);
            SchemaDefinition schema = SchemaDefinition.Create(typeof(Row));
            SchemaDefinition.Column column = schema[nameof(Row.Values)];
            column.ColumnName = options.OutputColumnName;
            column.ColumnType = new VectorDataViewType(NumberDataViewType.Single, events.NumSteps, events.Neurons);
            column.AddAnnotation(SpikeAnnotations.NumSteps, events.NumSteps, NumberDataViewType.Int32);
            int length = events.NumSteps * events.Neurons;
            Row[] rows = [.. events.Rows.Select(row => new Row
            {
                Values = new(length, row.Count, [.. row.Values], [.. row.Keys]),
            })];
            return catalog.LoadFromEnumerable(rows, schema);
        }
    }

    private sealed class Row
    {
        public VBuffer<float> Values { get; init; }
    }
}
