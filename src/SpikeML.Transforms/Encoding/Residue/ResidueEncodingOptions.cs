namespace SpikeML;

/// <summary>Sigma-delta coding: graded spikes at changes, with what was not sent kept for later (Lava).</summary>
/// <remarks>The options of <see cref="ResidueEncoding"/>.</remarks>
public sealed record ResidueEncodingOptions : SeriesCode
{
    /// <summary>
    /// The smallest change that is sent, in the series' unit, above 0. The smaller, the better the decoded series and the more
    /// spikes: null lets an estimator's <c>Fit</c> find the one whose decoded series has the best signal-to-noise ratio, among 2
    /// to 60 per cent of the data's range in steps of 1 per cent.
    /// </summary>
    /// <value>Null by default.</value>
    public double? Threshold { get; init; }

    internal override bool StartsAtInitialValue => false;

    internal override bool IsOpen => Threshold is null;

    internal override IEnumerable<SeriesCode> Candidates(SeriesStatistics data) =>
        ThresholdGrid.Of(data).Select(threshold => this with { Threshold = threshold });

    internal override void Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount) =>
        ResidueEncoding.Encode(series, spikes, neuronCount, this);

    internal override void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series, int neuronCount) =>
        ResidueEncoding.Decode(spikes, first, series, this);

    internal override void Validate()
    {
        OptionCheck.Positive(Threshold ?? 1, nameof(Threshold));
    }

    internal static ResidueEncodingOptions Load(BinaryReader reader) => new ResidueEncodingOptions
    {
        Threshold = reader.ReadNullableDouble(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.WriteNullable(Threshold);
    }
}
