using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>The kinds of annotations that describe a column of events.</summary>
/// <remarks>
/// The verbs of <c>mlContext.Transforms.Events</c> read the sensor's size from them where it is not set in their options, and add
/// them to their columns.
/// </remarks>
public static class EventAnnotations
{
    /// <summary>The height of the sensor in pixels, an Int32.</summary>
    public const string SensorHeight = "SensorHeight";

    /// <summary>The width of the sensor in pixels, an Int32.</summary>
    public const string SensorWidth = "SensorWidth";

    /// <summary>The size in a column's annotations, or null if they do not have both dimensions.</summary>
    internal static SensorSize? SizeOf(DataViewSchema.Column column) =>
        Find(column, SensorHeight) is int height && Find(column, SensorWidth) is int width ? new(height, width) : null;

    /// <summary>Whether a column will have them.</summary>
    internal static bool ArePromised(SchemaShape.Column column) =>
        column.Annotations.TryFindColumn(SensorHeight, out _) && column.Annotations.TryFindColumn(SensorWidth, out _);

    /// <summary>Adds them.</summary>
    internal static void Add(DataViewSchema.Annotations.Builder builder, SensorSize size)
    {
        builder.AddPrimitiveValue(SensorHeight, NumberDataViewType.Int32, size.Height);
        builder.AddPrimitiveValue(SensorWidth, NumberDataViewType.Int32, size.Width);
    }

    private static int? Find(DataViewSchema.Column column, string kind)
    {
        if (column.Annotations.Schema.GetColumnOrNull(kind) is not { } annotation || annotation.Type != NumberDataViewType.Int32)
            return null;
        int value = 0;
        column.Annotations.GetValue(kind, ref value);
        return value > 0 ? value : null;
    }
}
