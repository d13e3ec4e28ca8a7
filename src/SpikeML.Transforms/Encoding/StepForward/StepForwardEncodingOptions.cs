namespace SpikeML;

/// <summary>Options of step-forward coding (<see cref="StepForwardEncoding"/>).</summary>
public sealed record StepForwardEncodingOptions : SeriesCodeOptions
{
    /// <summary>
    /// How far the series must leave the baseline for a spike, and how far the baseline moves then, in the series' unit, above 0. Null, the default, lets an estimator's <c>Fit</c> find the one whose decoded series has the best
    /// signal-to-noise ratio, among 2 to 60 per cent of the data's range in steps of 1 per cent.
    /// </summary>
    public double? Threshold { get; init; }

    internal override bool IsOpen => Threshold is null;

    internal override IEnumerable<SeriesCodeOptions> Candidates(SeriesStatistics data) =>
        ThresholdGrid.Of(data).Select(threshold => this with { Threshold = threshold });

    internal override void Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount) =>
        StepForwardEncoding.Encode(series, spikes, neuronCount, this);

    internal override void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series, int neuronCount) =>
        StepForwardEncoding.Decode(spikes, first, series, this);

    internal StepForwardEncodingOptions Validated()
    {
        OptionCheck.Positive(Threshold ?? 1, nameof(Threshold));
        return this;
    }

    internal static StepForwardEncodingOptions Load(BinaryReader reader) => new StepForwardEncodingOptions
    {
        Threshold = reader.ReadNullableDouble(),
    }.Validated();

    internal override SeriesCodeOptions Checked() => Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.WriteNullable(Threshold);
    }
}
