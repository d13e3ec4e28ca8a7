namespace SpikeML;

/// <summary>
/// Residue (sigma-delta) coding: graded spikes at changes; what was not sent is carried over to the next step (Lava).
/// </summary>
/// <remarks>The options of <see cref="ResidueEncoding"/>.</remarks>
public sealed record ResidueEncodingOptions : FittedSeriesCode, IStepCode, IOnnxCode, IOnnxDecoder
{
    /// <summary>
    /// The smallest change that is sent, in the series' unit, above 0. A smaller threshold improves the decoded series and costs
    /// more spikes. If null, it is fitted: of 2 to 60 percent of the data's range, in steps of 1 percent, the value whose decoded
    /// series has the best signal-to-noise ratio.
    /// </summary>
    /// <value>Null by default.</value>
    public double? Threshold { get; init; }

    internal override bool StartsAtInitialValue => false;

    internal override bool IsOpen => Threshold is null;

    private double Given => SeriesCheck.Given(Threshold, nameof(Threshold));

    internal override IEnumerable<FittedSeriesCode> Candidates(SeriesStatistics data) =>
        ThresholdGrid.Of(data).Select(threshold => this with { Threshold = threshold });

    internal override DoubleLanes Noise<T>(ReadOnlySpan<T> tile, TrialMemory memory) =>
        TrialNoise.Of(tile, new ResidueTrial(Given));

    internal override RowEncoder MakeEncoder(RowShape shape) => new StepRowEncoder<ResidueEncodingOptions>(this, shape);

    int IStepCode.StateLength(RowShape shape) => StepLanes.StateLength(shape.NeuronCount, ResidueKernel.StateNumbers);

    void IStepCode.Begin(in RowInput row, Span<double> state) => state.Clear();

    void IStepCode.EncodeSteps(in RowInput row, int firstStep, Span<double> state, Span<float> spikes)
    {
        if (row.HasDoubles)
            ResidueEncoding.EncodeSteps(row.Doubles, firstStep, spikes, row.Shape.NeuronCount, Given, state);
        else
            ResidueEncoding.EncodeSteps(row.Values, firstStep, spikes, row.Shape.NeuronCount, Given, state);
    }

    internal override void Encode<T>(ReadOnlySpan<T> series, Span<float> spikes, int neuronCount) =>
        ResidueEncoding.EncodeRow(series, spikes, neuronCount, Given);

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) => ResidueOnnx.Spikes(rows.Series, Given);

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first) =>
        rows.Series.As(OnnxType.Double).RunningSum(1).As(OnnxType.Single);

    internal override void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<double> first, Span<float> series, int neuronCount) =>
        ResidueEncoding.Restore(spikes, series, neuronCount);

    internal override bool DecodesSparse => true;

    internal override void DecodeSparse(
        in SpikeValues spikes, ReadOnlySpan<double> first, Span<float> series, int neuronCount) =>
        SparseStepDecoding.Sum(spikes, series, neuronCount);

    internal override void Validate()
    {
        base.Validate();
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
