using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Nir;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Nir;

/// <summary>The rows of a spike file as a column that a graph takes in.</summary>
internal static class SpikeFileRows
{
    public const string Column = OutputRequest.DefaultColumn;

    /// <summary>The rows, read again for each cursor; one is in memory at a time.</summary>
    /// <param name="context">The context.</param>
    /// <param name="spikes">The file.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="input">The shape that the graph takes in.</param>
    public static InputData Of(MLContext context, SpikeFile spikes, string name, NirShape input)
    {
        int[] shape = Shape(spikes, name, input);
        int steps = spikes.Dimensions[0], neurons = SpikeML.Dimensions.Count([.. shape]);
        SpikeRows.CheckSlots([steps, .. shape], name);
        SchemaDefinition schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Spikes)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, (int[])[steps, .. shape]);
        IDataView rows = context.Data.LoadFromEnumerable(spikes.Trains().Select(train => Dense(train, steps, neurons)), schema);
        // The file's steps are known, so the column says so.
        rows = context.Transforms.Spikes.Reshape(Column, Column, [steps, .. shape], areSpikes: true).Fit(rows).Transform(rows);
        return new(rows, spikes.Rows, Column, null);
    }

    /// <summary>The neurons' dimensions: those of the graph, if as many neurons fit.</summary>
    private static int[] Shape(SpikeFile spikes, string name, NirShape input)
    {
        long neurons = SpikeML.Dimensions.Product(spikes.Dimensions.AsSpan()[1..]);
        // A file may contain the neurons in one dimension, or only those that fire.
        if (neurons == input.Size || (spikes.IsOpenEnded && neurons < input.Size))
            return [.. input];
        throw ToolException.BadInput($"The rows of '{name}' have the dimensions "
            + $"{SpikeML.Dimensions.Text(spikes.Dimensions)}, which are {Counted.Of((int)neurons, "neuron")} a step, and "
            + $"the graph takes in {input}. Encode data with as many features, or choose another column with --column.");
    }

    private static Row Dense(SpikeTrain train, int steps, int neurons)
    {
        float[] values = new float[steps * neurons];
        foreach (SpikeEvent spike in train.AsSpan())
            values[spike.Step * neurons + spike.Neuron] = spike.Value;
        return new() { Spikes = values };
    }

    private sealed class Row
    {
        public float[] Spikes { get; init; } = [];
    }
}
