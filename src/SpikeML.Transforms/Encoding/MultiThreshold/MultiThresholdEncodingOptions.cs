using System.Collections.Immutable;

namespace SpikeML;

/// <summary>Options of multi-threshold crossing (<see cref="MultiThresholdEncoding"/>).</summary>
public sealed record MultiThresholdEncodingOptions : SeriesCodeOptions
{
    /// <summary>The number of thresholds, 2 to 1024; 8 by default. There are twice as many neurons.</summary>
    public int NumThresholds { get; init; } = 8;

    /// <summary>The lowest threshold, in the series' unit. Null, the default, takes the least value of the data that an estimator is fitted on.</summary>
    public double? Lowest { get; init; }

    /// <summary>The highest threshold, above <see cref="Lowest"/>. Null, the default, takes the greatest value of the data that an estimator is fitted on.</summary>
    public double? Highest { get; init; }

    internal override bool IsOpen => Lowest is null || Highest is null;

    internal override int Channels => 2 * NumThresholds;

    internal override ImmutableArray<int> SpikeDimensions(ImmutableArray<int> seriesDimensions) => seriesDimensions.Add(2 * NumThresholds);

    internal override IEnumerable<SeriesCodeOptions> Candidates(float lowest, float highest) =>
        [Within(Lowest ?? lowest, Highest ?? highest)];

    internal override void Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount) =>
        MultiThresholdEncoding.Encode(series, spikes, neuronCount, this);

    internal override void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series, int neuronCount) =>
        MultiThresholdEncoding.Decode(spikes, first, series, this);

    // Constant data, or data all on the other side of the given threshold: any range above it is as good.
    private MultiThresholdEncodingOptions Within(double lowest, double highest)
    {
        if (lowest < highest)
            return this with { Lowest = lowest, Highest = highest };
        double step = Math.Max(1, Math.Abs(lowest));
        return Lowest is null && Highest is not null ? this with { Lowest = highest - step } : this with { Lowest = lowest, Highest = lowest + step };
    }

    internal MultiThresholdEncodingOptions Validated()
    {
        OptionCheck.Require(NumThresholds is >= 2 and <= 1024, NumThresholds, nameof(NumThresholds), "NumThresholds must be 2 to 1024.");
        OptionCheck.Finite(Lowest ?? 0, nameof(Lowest));
        OptionCheck.Finite(Highest ?? 0, nameof(Highest));
        OptionCheck.Require(Lowest is null || Highest is null || Lowest < Highest, Highest, nameof(Highest), $"Highest must be above Lowest ({Lowest}).");
        return this;
    }

    internal static MultiThresholdEncodingOptions Load(BinaryReader reader) => new MultiThresholdEncodingOptions
    {
        NumThresholds = reader.ReadInt32(),
        Lowest = reader.ReadNullableDouble(),
        Highest = reader.ReadNullableDouble(),
    }.Validated();

    internal override SeriesCodeOptions Checked() => Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(NumThresholds);
        writer.WriteNullable(Lowest);
        writer.WriteNullable(Highest);
    }
}
