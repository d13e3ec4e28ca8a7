using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Events;

/// <summary>The columns of loaded recordings.</summary>
internal static class EventLoaderSchema
{
    public const string Label = "Label", Path = "Path", Start = "Start", Events = "Events", Spikes = "Spikes";

    /// <param name="labels">The classes, or null if there are none.</param>
    /// <param name="width">The sensor's width, or null if it is not known.</param>
    /// <param name="height">The sensor's height, or null if it is not known.</param>
    /// <param name="options">Which columns there are.</param>
    public static DataViewSchema Create(IReadOnlyList<string>? labels, int? width, int? height, EventLoaderOptions options)
    {
        DataViewSchema.Builder schema = new();
        if (labels is not null)
            schema.AddColumn(Label, new KeyDataViewType(typeof(uint), labels.Count), Names(labels));
        schema.AddColumn(Path, TextDataViewType.Instance);
        if (options.SliceDuration is not null || options.EventsPerSlice is not null)
            schema.AddColumn(Start, NumberDataViewType.Int64);
        schema.AddColumn(Events, EventColumn.Type, Sensor(width, height));
        if (options.NumSteps is { } numSteps)
            schema.AddColumn(Spikes, new VectorDataViewType(NumberDataViewType.Single, numSteps, 2, height!.Value, width!.Value),
                NumSteps(numSteps));
        return schema.ToSchema();
    }

    private static DataViewSchema.Annotations Names(IReadOnlyList<string> labels)
    {
        DataViewSchema.Annotations.Builder annotations = new();
        VBuffer<ReadOnlyMemory<char>> names = new(labels.Count, [.. labels.Select(name => name.AsMemory())]);
        annotations.Add(AnnotationUtils.Kinds.KeyValues, new VectorDataViewType(TextDataViewType.Instance, labels.Count),
            (ref VBuffer<ReadOnlyMemory<char>> value) => names.CopyTo(ref value));
        return annotations.ToAnnotations();
    }

    private static DataViewSchema.Annotations Sensor(int? width, int? height)
    {
        DataViewSchema.Annotations.Builder annotations = new();
        if (width is { } columns && height is { } rows)
            EventAnnotations.Add(annotations, new(rows, columns));
        return annotations.ToAnnotations();
    }

    private static DataViewSchema.Annotations NumSteps(int numSteps)
    {
        DataViewSchema.Annotations.Builder annotations = new();
        annotations.AddPrimitiveValue(SpikeAnnotations.NumSteps, NumberDataViewType.Int32, numSteps);
        return annotations.ToAnnotations();
    }
}
