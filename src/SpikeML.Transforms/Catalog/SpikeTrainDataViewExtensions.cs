using Microsoft.ML.Data;
using SpikeML;

namespace Microsoft.ML;

/// <summary>Reads spike trains out of data views.</summary>
public static class SpikeTrainDataViewExtensions
{
    extension(IDataView data)
    {
        /// <summary>The spike trains of a column, one a row, read as they are asked for.</summary>
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
        /// A <c>Vector&lt;Single&gt;</c> column of known size whose first dimension is time, such as the encoders make. A row of
        /// an <c>EncodeStream</c> column is a train of one step.
        /// </param>
        /// <exception cref="ArgumentOutOfRangeException">
        /// There is no such column, it is of another type, or it is spike columns that <c>Concatenate</c> put one behind the
        /// other.
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
