namespace SpikeML;

/// <summary>Options of sigma-delta coding (<see cref="ResidueEncoding"/>).</summary>
public sealed record ResidueEncodingOptions : SeriesCodeOptions
{
    /// <summary>
    /// The smallest change that is sent, in the series' unit, above 0. The smaller, the better the
    /// decoded series and the more spikes: null, the default, lets an estimator's <c>Fit</c> find the one whose decoded series has the best
    /// signal-to-noise ratio, among 2 to 60 per cent of the data's range in steps of 1 per cent.
    /// </summary>
    public double? Threshold { get; init; }

    internal override bool StartsAtInitialValue => false;

    internal override bool IsOpen => Threshold is null;

    internal override IEnumerable<SeriesCodeOptions> Candidates(SeriesStatistics data) =>
        ThresholdGrid.Of(data).Select(threshold => this with { Threshold = threshold });

    internal override void Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount) =>
        ResidueEncoding.Encode(series, spikes, neuronCount, this);

    internal override void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series, int neuronCount) =>
        ResidueEncoding.Decode(spikes, first, series, this);

    internal ResidueEncodingOptions Validated()
    {
        OptionCheck.Positive(Threshold ?? 1, nameof(Threshold));
        return this;
    }

    internal static ResidueEncodingOptions Load(BinaryReader reader) => new ResidueEncodingOptions
    {
        Threshold = reader.ReadNullableDouble(),
    }.Validated();

    internal override SeriesCodeOptions Checked() => Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.WriteNullable(Threshold);
    }
}
