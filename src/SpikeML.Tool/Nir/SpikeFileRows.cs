using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Nir;
using SpikeML.Tool.Npy;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Nir;

/// <summary>The rows of a spike file as a column that a graph takes in.</summary>
internal static class SpikeFileRows
{
    public const string Column = OutputRequest.DefaultColumn;

    private const string Label = "Label";

    /// <summary>The rows with their labels, read again for each cursor; one is in memory at a time.</summary>
    /// <param name="context">The context.</param>
    /// <param name="spikes">The file.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="input">The shape that the graph takes in.</param>
    public static InputData Of(MLContext context, SpikeFile spikes, string name, NirShape input)
    {
        int[] shape = Shape(spikes, name, input);
        int steps = spikes.Dimensions[0];
        SpikeRows.CheckSlots([steps, .. shape], name);
        VectorDataViewType type = new(NumberDataViewType.Single, (int[])[steps, .. shape]);
        if (LabelsOf(spikes) is not { } labels)
            return new(View(context, type, Rows(spikes, type.Size)), spikes.Rows, Column, null);
        IDataView rows = labels.Type.RawType switch
        {
            Type label when label == typeof(bool) => View(context, type, Rows<bool>(spikes, type.Size, labels)),
            Type label when label == typeof(float) => View(context, type, Rows<float>(spikes, type.Size, labels)),
            Type label when label == typeof(double) => View(context, type, Rows<double>(spikes, type.Size, labels)),
            Type label when label == typeof(long) => View(context, type, Rows<long>(spikes, type.Size, labels)),
            _ => View(context, type, Rows<ReadOnlyMemory<char>>(spikes, type.Size, labels)),
        };
        return new(rows, spikes.Rows, Column, Label);
    }

    /// <summary>The labels, if there is one for each row.</summary>
    private static ArrayLabels? LabelsOf(SpikeFile spikes) =>
        spikes.Labels is { Header: { Type.IsStructured: false, Shape: [var count] } } source && count == spikes.Rows
            ? ArrayLabels.Read(source, Label, spikes.Rows, source, takesNumbersOverTime: false) : null;

    private static IDataView View<TRow>(MLContext context, VectorDataViewType type, IEnumerable<TRow> rows)
        where TRow : Row
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(TRow));
        schema[nameof(Row.Spikes)].ColumnType = type;
        schema[nameof(Row.Spikes)].AddAnnotation(SpikeAnnotations.NumSteps, type.Dimensions[0], NumberDataViewType.Int32);
        return context.Data.LoadFromEnumerable(rows, schema);
    }

    private static IEnumerable<Row> Rows(SpikeFile spikes, int slots) =>
        spikes.Trains().Select(train => new Row { Spikes = Dense(train, slots) });

    private static IEnumerable<Row<T>> Rows<T>(SpikeFile spikes, int slots, ArrayLabels labels)
    {
        long position = 0;
        ValueGetter<T> getter = (ValueGetter<T>)labels.Getter(() => position);
        foreach (SpikeTrain train in spikes.Trains())
        {
            T label = default!;
            getter(ref label);
            yield return new Row<T> { Spikes = Dense(train, slots), Label = label };
            position++;
        }
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

    /// <summary>The values of a row. The graph may have more neurons than those that fire.</summary>
    private static float[] Dense(SpikeTrain train, int slots)
    {
        float[] values = new float[slots];
        int neurons = slots / train.NumSteps;
        foreach (SpikeEvent spike in train.AsSpan())
            values[spike.Step * neurons + spike.Neuron] = spike.Value;
        return values;
    }

    private class Row
    {
        public float[] Spikes { get; init; } = [];
    }

    private sealed class Row<T> : Row
    {
        public required T Label { get; init; }
    }
}
