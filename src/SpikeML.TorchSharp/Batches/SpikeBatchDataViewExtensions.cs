using SpikeML;
using SpikeML.Torch;

namespace Microsoft.ML;

/// <summary>Reads spike columns as tensors.</summary>
public static class SpikeBatchDataViewExtensions
{
    extension(IDataView data)
    {
        /// <summary>Reads batches of a spike column and its labels as tensors, lazily.</summary>
        /// <remarks>
        /// A column of <c>Vector&lt;Single, 100, 28, 28&gt;</c> becomes tensors of [100, 128, 28, 28] with 128 rows per batch.
        /// The caller must dispose each batch.
        /// </remarks>
        /// <param name="spikeColumnName">
        /// A <c>Vector&lt;Single&gt;</c> column of known size whose first dimension is time, as the encoders add.
        /// </param>
        /// <param name="labelColumnName">
        /// A column with scalar keys, Booleans or numbers, a column of targets such as <c>EncodeRateTargets</c> adds, or null for
        /// no labels.
        /// </param>
        /// <param name="batchSize">The number of rows per batch, at least 1; the last batch may have fewer.</param>
        /// <param name="options">The options, or null for the defaults.</param>
        /// <returns>The batches, read one at a time as the sequence is enumerated.</returns>
        /// <exception cref="ArgumentOutOfRangeException">
        /// A column is missing or has another type, or a number is out of range.
        /// </exception>
        public IEnumerable<SpikeBatch> ToSpikeBatches(
            string spikeColumnName = "Spikes", string? labelColumnName = "Label", int batchSize = 128,
            SpikeBatchOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(data);
            ArgumentNullException.ThrowIfNull(spikeColumnName);
            SpikeColumn spikes = SpikeColumn.Find(data, spikeColumnName);
            CheckBatchSize(spikes, batchSize);
            DataViewSchema.Column? label = labelColumnName is null ? null
                : ColumnSearch.Find(data.Schema, labelColumnName, nameof(labelColumnName));
            if (label is { } column)
                LabelTensorReader.Check(data, column);
            options = (options ?? new()).Validated();
            DataViewSchema.Column? weight = options.ExampleWeightColumnName is not string name ? null
                : ColumnSearch.Find(data.Schema, name, nameof(options.ExampleWeightColumnName));
            if (weight is { } weights)
                ExampleWeightReader.Check(weights);
            return SpikeBatches.Read(data, spikes, label, weight, batchSize, options);
        }
    }

    internal static void CheckBatchSize(SpikeColumn spikes, int batchSize)
    {
        OptionCheck.AtLeast(1, batchSize, nameof(batchSize));
        long size = Dimensions.Product([spikes.NumSteps, spikes.NeuronCount, sizeof(float)]);
        OptionCheck.Require(size <= int.MaxValue / batchSize, batchSize, nameof(batchSize),
            $"A batch of {Counted.Of(batchSize, "row")} of {size} bytes each exceeds 2 GB: at most "
                + $"{int.MaxValue / size} fit.");
    }
}
