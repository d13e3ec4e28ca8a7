namespace SpikeML;

/// <summary>
/// Threshold-based coding: spikes where the change from one step to the next is above a threshold (Petro et al. 2020).
/// </summary>
/// <remarks>The options of <see cref="ThresholdBasedEncoding"/>.</remarks>
public sealed record ThresholdBasedEncodingOptions : FittedSeriesCode, IStepCode, IThresholdCode, IOnnxCode, IOnnxDecoder
{
    /// <summary>
    /// The threshold of each series, as a number of standard deviations above its mean change, 0 to 3; null if
    /// <see cref="Threshold"/> is set. Each series then has its own threshold, so its spikes cannot be decoded. For a threshold
    /// fitted to all series, see <see cref="FittedFactor"/>.
    /// </summary>
    /// <value>Null by default.</value>
    public double? Factor { get; init; }

    /// <summary>
    /// A threshold for all series, above 0, in the series' unit. If null, it is fitted unless <see cref="Factor"/> is set: the
    /// value whose decoded series has the best signal-to-noise ratio, of mean + factor * std of all changes in the data, with
    /// factors of 0 to 3 in steps of 0.05, and of 2 to 60 percent of the data's range, in steps of 1 percent.
    /// </summary>
    /// <value>Null by default.</value>
    public double? Threshold { get; init => (field, FittedFactor) = (value, null); }

    /// <summary>
    /// The factor with which <c>Fit</c> found <see cref="Threshold"/>, or null if the threshold was given or is a share of the
    /// range.
    /// </summary>
    public double? FittedFactor { get; private init; }

    internal override bool IsOpen => Threshold is null && Factor is null;

    internal override IEnumerable<FittedSeriesCode> Candidates(SeriesStatistics data)
    {
        (double mean, double deviation) = data.Changes();
        IEnumerable<ThresholdBasedEncodingOptions> byFactor = Enumerable.Range(0, 61).Select(part => part / 20.0)
            .Select(factor => this with { Threshold = mean + factor * deviation, FittedFactor = factor })
            .Where(candidate => (float)candidate.Threshold!.Value is > 0 and < float.PositiveInfinity);
        return byFactor.Concat(ThresholdGrid.Of(data).Select(threshold => this with { Threshold = threshold }));
    }

    internal override DoubleLanes Noise<T>(ReadOnlySpan<T> tile, TrialMemory memory) =>
        TrialNoise.Of(tile, new ChangeTrial<T>(tile, SeriesCheck.Given(Threshold, nameof(Threshold))));

    double IThresholdCode.GivenThreshold => SeriesCheck.Given(Threshold, nameof(Threshold));

    Deviations<T>? IThresholdCode.MakeDeviations<T>(double[] thresholds, double largest) => new ChangeDeviations<T>(thresholds);

    internal override RowEncoder MakeEncoder(RowShape shape) => new StepRowEncoder<ThresholdBasedEncodingOptions>(this, shape);

    int IStepCode.StateLength(RowShape shape) => ThresholdBasedEncoding.StateLength(shape.NeuronCount, this);

    void IStepCode.Begin(in RowInput row, Span<double> state)
    {
        if (row.HasDoubles)
            ThresholdBasedEncoding.Begin(row.Doubles, row.Shape.NeuronCount, this, state);
        else
            ThresholdBasedEncoding.Begin(row.Values, row.Shape.NeuronCount, this, state);
    }

    void IStepCode.EncodeSteps(in RowInput row, int firstStep, Span<double> state, Span<float> spikes)
    {
        if (row.HasDoubles)
            ThresholdBasedEncoding.EncodeSteps(row.Doubles, firstStep, spikes, row.Shape.NeuronCount, this, state);
        else
            ThresholdBasedEncoding.EncodeSteps(row.Values, firstStep, spikes, row.Shape.NeuronCount, this, state);
    }

    internal override void Encode<T>(ReadOnlySpan<T> series, Span<float> spikes, int neuronCount) =>
        ThresholdBasedEncoding.EncodeRow(series, spikes, neuronCount, this);

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) => ThresholdBasedOnnx.Spikes(rows.Series, rows.NumSteps, this);

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first) =>
        DecodingOnnx.Restore(rows, first(), SeriesCheck.Given(Threshold, nameof(Threshold)), later: true);

    internal override void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<double> first, Span<float> series, int neuronCount) =>
        ThresholdBasedEncoding.Restore(spikes, first, series, SeriesCheck.Given(Threshold, nameof(Threshold)));

    internal override bool DecodesSparse => true;

    internal override void DecodeSparse(
        in SpikeValues spikes, ReadOnlySpan<double> first, Span<float> series, int neuronCount) =>
        SparseStepDecoding.RestoreLater(spikes, first, series, SeriesCheck.Given(Threshold, nameof(Threshold)));

    internal override void Validate()
    {
        base.Validate();
        OptionCheck.Require(Factor is null or (>= 0 and <= 3), Factor, nameof(Factor), "Factor must be 0 to 3.");
        OptionCheck.Positive(Threshold ?? 1, nameof(Threshold));
        OptionCheck.Require(Factor is null || Threshold is null, Factor, nameof(Factor),
            "Set Factor or Threshold, not both.");
    }

    // A factor next to a threshold is the one with which the threshold was found.
    internal static ThresholdBasedEncodingOptions Load(BinaryReader reader)
    {
        double? factor = reader.ReadNullableDouble(), threshold = reader.ReadNullableDouble();
        return new ThresholdBasedEncodingOptions
        {
            Factor = threshold is null ? factor : null,
            Threshold = threshold,
            FittedFactor = threshold is null ? null : factor,
        }.Validated();
    }

    internal override void Save(BinaryWriter writer)
    {
        writer.WriteNullable(Factor ?? FittedFactor);
        writer.WriteNullable(Threshold);
    }
}
