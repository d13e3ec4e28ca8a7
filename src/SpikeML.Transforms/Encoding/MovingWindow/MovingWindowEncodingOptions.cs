namespace SpikeML;

/// <summary>
/// Moving-window coding: spikes where a series deviates from the mean of the preceding values (Petro et al. 2020).
/// </summary>
/// <remarks>The options of <see cref="MovingWindowEncoding"/>.</remarks>
public sealed record MovingWindowEncodingOptions : FittedSeriesCode, IStepCode, IThresholdCode, IOnnxCode, IOnnxDecoder
{
    /// <summary>
    /// How far the series must deviate from the window's mean for a spike, in the series' unit, above 0. If null, it is fitted:
    /// of 2 to 60 percent of the data's range, in steps of 1 percent, the value whose decoded series has the best signal-to-noise
    /// ratio.
    /// </summary>
    /// <value>Null by default.</value>
    public double? Threshold { get; init; }

    /// <summary>
    /// The length of the window: the mean is of Window + 1 preceding values, 1 to 1024. If null, it is fitted together with the
    /// threshold: of 2 to 30, in steps of 2, the value with the best signal-to-noise ratio.
    /// </summary>
    /// <value>Null by default.</value>
    public int? Window { get; init; }

    internal override bool IsOpen => Threshold is null || Window is null;

    internal override IEnumerable<FittedSeriesCode> Candidates(SeriesStatistics data) =>
        from threshold in Threshold is double given ? [given] : ThresholdGrid.Of(data)
        from window in Window is int own ? [own] : Enumerable.Range(1, 15).Select(half => 2 * half)
        select this with { Threshold = threshold, Window = window };

    private double GivenThreshold => SeriesCheck.Given(Threshold, nameof(Threshold));

    private int GivenWindow => SeriesCheck.Given(Window, nameof(Window));

    internal override int? SharedWork => Window;

    internal override DoubleLanes Noise<T>(ReadOnlySpan<T> tile, TrialMemory memory)
    {
        if (!memory.Shares(GivenWindow, tile.Length, out Span<double> means))
            MovingWindowEncoding.Means(tile, GivenWindow, means);
        return TrialNoise.Of(tile, new WindowTrial(means, GivenThreshold, TrialNoise.First(tile)));
    }

    double IThresholdCode.GivenThreshold => GivenThreshold;

    Deviations<T>? IThresholdCode.MakeDeviations<T>(double[] thresholds, double largest) =>
        WindowDeviations<T>.TryMake(GivenWindow, thresholds, largest);

    internal override RowEncoder MakeEncoder(RowShape shape) => new StepRowEncoder<MovingWindowEncodingOptions>(this, shape);

    int IStepCode.StateLength(RowShape shape) => MovingWindowEncoding.StateLength(shape.NeuronCount);

    void IStepCode.Begin(in RowInput row, Span<double> state)
    {
        if (row.HasDoubles)
            MovingWindowEncoding.Begin(row.Doubles, row.Shape.NeuronCount, GivenWindow, state);
        else
            MovingWindowEncoding.Begin(row.Values, row.Shape.NeuronCount, GivenWindow, state);
    }

    void IStepCode.EncodeSteps(in RowInput row, int firstStep, Span<double> state, Span<float> spikes)
    {
        int neurons = row.Shape.NeuronCount;
        if (row.HasDoubles)
            MovingWindowEncoding.EncodeSteps(row.Doubles, firstStep, spikes, neurons, GivenThreshold, GivenWindow, state);
        else
            MovingWindowEncoding.EncodeSteps(row.Values, firstStep, spikes, neurons, GivenThreshold, GivenWindow, state);
    }

    internal override void Encode<T>(ReadOnlySpan<T> series, Span<float> spikes, int neuronCount) =>
        MovingWindowEncoding.EncodeRow(series, spikes, neuronCount, GivenThreshold, GivenWindow);

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) =>
        MovingWindowOnnx.Spikes(rows.Series, rows.NumSteps, GivenThreshold, GivenWindow);

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first) =>
        DecodingOnnx.Restore(rows, first(), GivenThreshold);

    internal override void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<double> first, Span<float> series, int neuronCount) =>
        StepDecoding.Restore(spikes, first, series, GivenThreshold);

    internal override bool DecodesSparse => true;

    internal override void DecodeSparse(
        in SpikeValues spikes, ReadOnlySpan<double> first, Span<float> series, int neuronCount) =>
        SparseStepDecoding.Restore(spikes, first, series, GivenThreshold);

    internal override void Validate()
    {
        base.Validate();
        OptionCheck.Positive(Threshold ?? 1, nameof(Threshold));
        OptionCheck.Require(Window is null or (>= 1 and <= 1024), Window, nameof(Window), "Window must be 1 to 1024.");
    }

    internal static MovingWindowEncodingOptions Load(BinaryReader reader) => new MovingWindowEncodingOptions
    {
        Threshold = reader.ReadNullableDouble(),
        Window = reader.ReadNullableInt32(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.WriteNullable(Threshold);
        writer.WriteNullable(Window);
    }
}
