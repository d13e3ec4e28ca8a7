namespace SpikeML;

/// <summary>Options of threshold-based representation (<see cref="ThresholdBasedEncoding"/>).</summary>
public sealed record ThresholdBasedEncodingOptions : SeriesCodeOptions
{
    /// <summary>
    /// How many standard deviations above the mean change the threshold is, 0 to 3, where <see cref="Threshold"/> is null; null by default.
    /// </summary>
    public double? Factor { get; init; }

    /// <summary>
    /// A threshold that is the same for all series, above 0, in the series' unit. Null together with <see cref="Factor"/>, the
    /// default, lets an estimator's <c>Fit</c> find the one whose decoded series has the best signal-to-noise ratio: a threshold
    /// taken from each series would have to be kept beside its spikes to decode them.
    /// </summary>
    public double? Threshold { get; init; }

    internal override bool IsOpen => Threshold is null && Factor is null;

    internal override IEnumerable<SeriesCodeOptions> Candidates(float lowest, float highest) =>
        ThresholdGrid.Of(lowest, highest).Select(threshold => this with { Threshold = threshold });

    internal override void Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount) =>
        ThresholdBasedEncoding.Encode(series, spikes, neuronCount, this);

    internal override void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series, int neuronCount) =>
        ThresholdBasedEncoding.Decode(spikes, first, series, this);

    internal ThresholdBasedEncodingOptions Validated()
    {
        OptionCheck.Require(Factor is null or (>= 0 and <= 3), Factor, nameof(Factor), "Factor must be 0 to 3.");
        OptionCheck.Positive(Threshold ?? 1, nameof(Threshold));
        OptionCheck.Require(Factor is null || Threshold is null, Factor, nameof(Factor), "Factor and Threshold exclude each other: give one.");
        return this;
    }

    internal static ThresholdBasedEncodingOptions Load(BinaryReader reader) => new ThresholdBasedEncodingOptions
    {
        Factor = reader.ReadNullableDouble(),
        Threshold = reader.ReadNullableDouble(),
    }.Validated();

    internal override SeriesCodeOptions Checked() => Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.WriteNullable(Factor);
        writer.WriteNullable(Threshold);
    }
}
