using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>The annotations of a code's output column.</summary>
internal sealed record ColumnNotes
{
    public static ColumnNotes None { get; } = new();

    /// <summary>Spikes whose first dimension is time.</summary>
    public static ColumnNotes Spikes { get; } = new() { AreSpikes = true };

    public bool AreSpikes { get; init; }

    /// <summary>Whether it holds spikes where the input says so, over as many steps.</summary>
    public bool KeepsSpikes { get; init; }

    /// <summary>The source of the names of its slots, or null if they have none.</summary>
    public ColumnNames? SlotNames { get; init; }

    /// <summary>The source of the names of the neurons of each step, or null if they have none.</summary>
    public ColumnNames? NeuronNames { get; init; }

    /// <summary>Whether its values are always normalized in ML.NET's sense.</summary>
    public bool IsNormalized { get; init; }

    /// <summary>Whether its values are normalized if the input's are.</summary>
    public bool KeepsNormalized { get; init; }

    /// <summary>The size of the sensor whose events it holds, or null if it is not known or it holds no events.</summary>
    public SensorSize? Sensor { get; init; }

    /// <summary>Whether it holds events of the input's sensor.</summary>
    public bool KeepsSensor { get; init; }

    /// <summary>The future annotations, given only the shape of the input.</summary>
    public SchemaShape Promise(SchemaShape schema, SchemaShape.Column input)
    {
        List<SchemaShape.Column> promised = [];
        if (AreSpikes || (KeepsSpikes && input.Annotations.TryFindColumn(SpikeAnnotations.NumSteps, out _)))
            promised.Add(Scalar(SpikeAnnotations.NumSteps, NumberDataViewType.Int32));
        if (NeuronNames?.ArePromised(schema, input) == true)
            promised.Add(Names(SpikeAnnotations.NeuronNames));
        if (SlotNames?.ArePromised(schema, input) == true)
            promised.Add(Names(AnnotationUtils.Kinds.SlotNames));
        if (IsNormalized || (KeepsNormalized && input.IsNormalized()))
            promised.Add(Scalar(AnnotationUtils.Kinds.IsNormalized, BooleanDataViewType.Instance));
        if (Sensor is not null || (KeepsSensor && EventAnnotations.ArePromised(input)))
            promised.AddRange([Scalar(EventAnnotations.SensorHeight, NumberDataViewType.Int32),
                Scalar(EventAnnotations.SensorWidth, NumberDataViewType.Int32)]);
        return new SchemaShape(promised);
    }

    /// <summary>The annotations of a column with these dimensions.</summary>
    public DataViewSchema.Annotations Make(DataViewSchema schema, DataViewSchema.Column input, ImmutableArray<int> dimensions)
    {
        int slots = Dimensions.Count(dimensions);
        return dimensions.IsEmpty ? Make(schema, input, 1, 0, 0) : Make(schema, input, dimensions[0],
            dimensions[0] == 0 ? 0 : slots / dimensions[0], slots);
    }

    /// <summary>The annotations of a column with these numbers of steps, neurons and slots.</summary>
    public DataViewSchema.Annotations Make(DataViewSchema schema, DataViewSchema.Column input, int steps, int neurons, int slots)
    {
        DataViewSchema.Annotations.Builder builder = new();
        if (AreSpikes || (KeepsSpikes && SpikeAnnotations.StepsOf(input) == steps))
            builder.AddPrimitiveValue(SpikeAnnotations.NumSteps, NumberDataViewType.Int32, steps);
        AddNames(builder, SpikeAnnotations.NeuronNames, NeuronNames, schema, input, neurons);
        AddNames(builder, AnnotationUtils.Kinds.SlotNames, SlotNames, schema, input, slots);
        if (IsNormalized || (KeepsNormalized && input.IsNormalized()))
            builder.AddPrimitiveValue(AnnotationUtils.Kinds.IsNormalized, BooleanDataViewType.Instance, true);
        if (Sensor is { } sensor)
            EventAnnotations.Add(builder, sensor);
        return builder.ToAnnotations();
    }

    private static void AddNames(DataViewSchema.Annotations.Builder builder, string kind, ColumnNames? source,
        DataViewSchema schema, DataViewSchema.Column input, int count)
    {
        if (count > 0 && source?.Find(schema, input, count) is { } names)
            builder.Add(kind, new VectorDataViewType(TextDataViewType.Instance, count), names);
    }

    private static SchemaShape.Column Scalar(string kind, DataViewType type) =>
        new(kind, SchemaShape.Column.VectorKind.Scalar, type, isKey: false);

    private static SchemaShape.Column Names(string kind) =>
        new(kind, SchemaShape.Column.VectorKind.Vector, TextDataViewType.Instance, isKey: false);
}
