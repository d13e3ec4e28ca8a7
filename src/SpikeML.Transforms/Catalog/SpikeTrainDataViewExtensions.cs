using Microsoft.ML.Data;
using SpikeML;

namespace Microsoft.ML;

/// <summary>Reads spike trains from data views.</summary>
public static class SpikeTrainDataViewExtensions
{
    extension(IDataView data)
    {
        /// <summary>The spike trains of a column, one per row, read lazily.</summary>
        /// <example>
        /// <code>
        /// IDataView spikes = mlContext.Transforms.Spikes.EncodeRate("Spikes", "Features").Fit(data).Transform(data);
        /// SpikeTrain train = spikes.GetSpikeTrains("Spikes").First();
        /// Console.WriteLine(train);  // such as: 10,288 spikes, 784 neurons [28, 28], 100 steps
        /// foreach (SpikeEvent spike in train.Take(3))
        ///     Console.WriteLine($"neuron {spike.Neuron} at step {spike.Step}");
        /// </code>
        /// </example>
        /// <param name="columnName">
        /// A <c>Vector&lt;Single&gt;</c> column of known size whose first dimension is time, as the encoders add. A row of an
        /// <c>EncodeStream</c> column is a train of one step.
        /// </param>
        /// <exception cref="ArgumentOutOfRangeException">
        /// The column does not exist, has another type, or consists of spike columns appended by <c>Concatenate</c>.
        /// </exception>
        public IEnumerable<SpikeTrain> GetSpikeTrains(string columnName)
        {
            ArgumentNullException.ThrowIfNull(data);
            ArgumentNullException.ThrowIfNull(columnName);
            return Read(data, SpikeColumn.Find(data, columnName));
        }
    }

    private static IEnumerable<SpikeTrain> Read(IDataView data, SpikeColumn spikes)
    {
        using DataViewRowCursor cursor = data.GetRowCursor([spikes.Column]);
        ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(spikes.Column);
        VBuffer<float> row = default;
        while (cursor.MoveNext())
        {
            getter(ref row);
            yield return spikes.ToTrain(row);
        }
    }
}
