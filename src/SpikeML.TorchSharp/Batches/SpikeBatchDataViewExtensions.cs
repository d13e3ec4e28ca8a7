using SpikeML;
using SpikeML.Torch;

namespace Microsoft.ML;

/// <summary>Reads spike columns of data views as tensors.</summary>
public static class SpikeBatchDataViewExtensions
{
    extension(IDataView data)
    {
        /// <summary>Batches of a spike column and its labels as tensors, made as they are asked for.</summary>
        /// <remarks>
        /// The data view <c>Vector&lt;Single, 100, 28, 28&gt;</c> gives [100, 128, 28, 28] at 128 rows a batch. Each batch is the
        /// caller's to dispose.
        /// </remarks>
        /// <param name="spikeColumnName">A <c>Vector&lt;Single&gt;</c> column of known size whose first dimension is time, such
        /// as the encoders make.</param>
        /// <param name="labelColumnName">A scalar key, Boolean or number; null: no labels.</param>
        /// <param name="batchSize">The rows of a batch, at least 1; the last batch may have fewer.</param>
        /// <param name="options">The options; null: the defaults.</param>
        /// <exception cref="ArgumentOutOfRangeException">A column is missing or of another type, or a number is out of its
        /// range.</exception>
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
                LabelTensorReader.Check(column);
            return SpikeBatches.Read(data, spikes, label, batchSize, (options ?? new()).Validated());
        }
    }

    internal static void CheckBatchSize(SpikeColumn spikes, int batchSize)
    {
        OptionCheck.AtLeast(1, batchSize, nameof(batchSize));
        long size = Dimensions.Product([spikes.NumSteps, spikes.NeuronCount, sizeof(float)]);
        OptionCheck.Require(size <= int.MaxValue / batchSize, batchSize, nameof(batchSize),
            $"A batch of {Counted.Of(batchSize, "row")} of {size} bytes each is more than 2 GB: at most "
                + $"{int.MaxValue / size} fit.");
    }
}
