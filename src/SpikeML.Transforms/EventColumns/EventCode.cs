using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>What a verb of <c>mlContext.Transforms.Events</c> does with each row of events: its options.</summary>
public abstract record EventCode : SpikeCode
{
    /// <summary>The largest number of pixels of a side.</summary>
    private const int LargestSide = EventColumn.LargestCoordinate + 1;

    private protected EventCode()
    {
    }

    /// <summary>
    /// The height of the sensor in pixels, 1 to 32,768. If null, <c>Fit</c> takes it from the column's annotation
    /// <see cref="EventAnnotations.SensorHeight"/>.
    /// </summary>
    /// <value>Null by default.</value>
    public int? Height { get; init; }

    /// <summary>
    /// The width of the sensor in pixels, 1 to 32,768. If null, <c>Fit</c> takes it from the column's annotation
    /// <see cref="EventAnnotations.SensorWidth"/>.
    /// </summary>
    /// <value>Null by default.</value>
    public int? Width { get; init; }

    /// <summary>The sensor's size, or null if it is not known.</summary>
    internal SensorSize? Sensor => Height is int height && Width is int width ? new(height, width) : null;

    /// <summary>Whether the code cannot do without the sensor's size.</summary>
    internal virtual bool NeedsSensor => false;

    internal override InputKind Input => InputKind.AddressEvents;

    internal override SpikeCode ForColumn(IExceptionContext host, DataViewSchema.Column column)
    {
        // Before rows are read to learn from them.
        _ = Input.Dimensions(host, column);
        SensorSize? annotated = EventAnnotations.SizeOf(column);
        if (Sensor is { } own && annotated is { } other && own != other)
            throw host.ExceptSchemaMismatch(nameof(column), "input", column.Name,
                $"events of a sensor of {own}, as Height and Width say", $"{column.Type} of a sensor of {other}");
        if ((Sensor ?? annotated) is { } size)
            return (this with { Height = size.Height, Width = size.Width }).Validated();
        return !NeedsSensor ? this : throw host.ExceptSchemaMismatch(nameof(column), "input", column.Name,
            $"events of a sensor whose size is known (set Height and Width in {GetType().Name})",
            $"{column.Type} without the annotations {EventAnnotations.SensorHeight} and {EventAnnotations.SensorWidth}");
    }

    internal override void Encode(in RowInput row, Span<float> output) => throw new NotSupportedException();

    internal override string OnnxReason => "rows have different numbers of events, and ONNX's tensors have no such rows";

    internal override void Validate()
    {
        CheckSide(Height, nameof(Height));
        CheckSide(Width, nameof(Width));
        OptionCheck.Require(Height is null == Width is null, Height is null ? Width : Height,
            Height is null ? nameof(Width) : nameof(Height), "Height and Width must both be set, or both be null.");
    }

    private protected static void CheckSide(int? value, string option) => OptionCheck.Require(
        value is null or (>= 1 and <= LargestSide), value, option, $"{option} must be 1 to {LargestSide}.");

    private protected static int? ReadSide(BinaryReader reader) => reader.ReadInt32() is var side && side != 0 ? side : null;

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(Height ?? 0);
        writer.Write(Width ?? 0);
    }
}
