using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>
/// Drops the events of hot pixels, which fire far more often than others: <c>Fit</c> finds them (Tonic's <c>DropPixel</c>).
/// </summary>
public sealed record RemoveHotPixelsOptions : EventFilterCode
{
    /// <summary>
    /// A pixel is hot if it has more events, over all rows, than the mean of all pixels plus this number of standard deviations;
    /// above 0. Null does not compare pixels.
    /// </summary>
    /// <value>5 by default.</value>
    public double? Deviations { get; init => (field, HotPixels, FittedSensor) = (value, [], null); } = 5;

    /// <summary>
    /// A pixel is hot if it has more events a second than this, over the durations of all rows; above 0. Null does not look at
    /// rates.
    /// </summary>
    /// <value>Null by default.</value>
    public double? MaxRate { get; init => (field, HotPixels, FittedSensor) = (value, [], null); }

    /// <summary>
    /// The hot pixels that were found, y x width + x each, in ascending order. Empty in options that have not been fitted, and in
    /// a copy in which an option that they depend on was changed.
    /// </summary>
    public ImmutableArray<int> HotPixels
    {
        get => IsFitted ? field : [];
        internal init => (field, FittedSensor) = (value, Sensor);
    } = [];

    /// <summary>The sensor whose pixels are numbered; null if they have yet to be found.</summary>
    private SensorSize? FittedSensor { get; init; }

    private bool IsFitted => FittedSensor is { } fitted && fitted == Sensor;

    internal override bool NeedsSensor => true;

    internal override bool IsOpen => !IsFitted;

    /// <summary>Two codes are equal if their options and hot pixels are equal.</summary>
    public bool Equals(RemoveHotPixelsOptions? other) => base.Equals(other) && Deviations == other.Deviations
        && MaxRate == other.MaxRate && IsFitted == other.IsFitted && HotPixels.AsSpan().SequenceEqual(other.HotPixels.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Deviations, MaxRate, HotPixels.Length);

    internal override ICodeLearner? MakeLearner(IExceptionContext host, DataViewSchema.Column column) =>
        IsFitted ? null : new HotPixelLearner(this, Sensor!.Value);

    private protected override int Filter(Span<AddressEvent> events, ulong rowKey, EventMemory memory)
    {
        ImmutableArray<int> hot = HotPixels;
        int kept = 0, width = Width!.Value;
        foreach (ref readonly AddressEvent own in events)
        {
            if (hot.BinarySearch(own.Y * width + own.X) < 0)
                events[kept++] = own;
        }
        return kept;
    }

    internal override void Validate()
    {
        base.Validate();
        if (Deviations is double deviations)
            OptionCheck.Positive(deviations, nameof(Deviations));
        if (MaxRate is double rate)
            OptionCheck.Positive(rate, nameof(MaxRate));
        OptionCheck.Require(Deviations is not null || MaxRate is not null, Deviations, nameof(Deviations),
            "Deviations or MaxRate must be set.");
    }

    internal static RemoveHotPixelsOptions Load(BinaryReader reader) => new RemoveHotPixelsOptions
    {
        Height = ReadSide(reader),
        Width = ReadSide(reader),
        Deviations = reader.ReadNullableDouble(),
        MaxRate = reader.ReadNullableDouble(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        base.Save(writer);
        writer.WriteNullable(Deviations);
        writer.WriteNullable(MaxRate);
    }

    internal override void SaveLearned(BinaryWriter writer)
    {
        writer.Write(HotPixels.Length);
        foreach (int pixel in HotPixels)
            writer.Write(pixel);
    }

    internal override SpikeCode WithLearned(BinaryReader reader)
    {
        int[] pixels = new int[reader.ReadCount(sizeof(int))];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = reader.ReadInt32();
            if (pixels[i] < 0 || (i > 0 && pixels[i] <= pixels[i - 1]))
                throw new EndOfStreamException();
        }
        return this with { HotPixels = [.. pixels] };
    }
}
