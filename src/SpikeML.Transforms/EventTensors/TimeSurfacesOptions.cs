using System.Collections.Immutable;

namespace SpikeML;

/// <summary>
/// Time surfaces [NumSurfaces, 2, height, width]: how recently each pixel fired, exp(-(elapsed time) / tau), at the end of each
/// of a number of intervals (Tonic's <c>ToTimesurface</c>; Lagorce et al. 2016).
/// </summary>
/// <remarks>
/// Surface i is taken i + 1 intervals after the row's first event, and knows all events before. A pixel that has not fired yet is
/// 0.
/// </remarks>
public sealed record TimeSurfacesOptions : EventTensorCode
{
    /// <summary>The number of surfaces, at least 1.</summary>
    /// <value>10 by default.</value>
    public int NumSurfaces { get; init; } = 10;

    /// <summary>The interval between surfaces in microseconds, at least 1; later events are left out.</summary>
    /// <value>10,000 by default.</value>
    public long Interval { get; init; } = 10_000;

    /// <summary>The time constant of the decay in microseconds, above 0.</summary>
    /// <value>20,000 by default.</value>
    public double Tau { get; init; } = 20_000;

    private protected override (ImmutableArray<int> Dimensions, string Option) Leading =>
        ([NumSurfaces, 2], nameof(NumSurfaces));

    internal override void Encode(in RowInput row, Span<float> output)
    {
        Sensor!.Value.Check(row.Events);
        TimeSurfaces.Write(row.Events, Sensor!.Value, NumSurfaces, Interval, Tau, output);
    }

    internal override void Validate()
    {
        base.Validate();
        OptionCheck.Require(Interval is >= 1 and <= EventColumn.LargestTime / int.MaxValue, Interval, nameof(Interval),
            $"Interval must be 1 to {EventColumn.LargestTime / int.MaxValue} microseconds.");
        OptionCheck.Positive(Tau, nameof(Tau));
    }

    internal static TimeSurfacesOptions Load(BinaryReader reader) => new TimeSurfacesOptions
    {
        Height = ReadSide(reader),
        Width = ReadSide(reader),
        NumSurfaces = reader.ReadInt32(),
        Interval = reader.ReadInt64(),
        Tau = reader.ReadDouble(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        base.Save(writer);
        writer.Write(NumSurfaces);
        writer.Write(Interval);
        writer.Write(Tau);
    }
}
