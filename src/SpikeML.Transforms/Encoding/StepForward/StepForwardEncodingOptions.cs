using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>
/// Step-forward coding: a spike where a series leaves a baseline, which then moves by the threshold (Petro et al. 2020).
/// </summary>
/// <remarks>The options of <see cref="StepForwardEncoding"/>.</remarks>
public sealed record StepForwardEncodingOptions : FittedSeriesCode, IStepCode, IStreamCode, IOnnxCode, IOnnxDecoder
{
    /// <summary>
    /// How far the series must be from the baseline for a spike, and how far the baseline then moves, in the series' unit, above
    /// 0. If null, it is fitted: of 2 to 60 percent of the data's range, in steps of 1 percent, the value whose decoded series
    /// has the best signal-to-noise ratio.
    /// </summary>
    /// <value>Null by default.</value>
    public double? Threshold { get; init; }

    internal override bool IsOpen => Threshold is null;

    private double Given => SeriesCheck.Given(Threshold, nameof(Threshold));

    internal override IEnumerable<FittedSeriesCode> Candidates(SeriesStatistics data) =>
        ThresholdGrid.Of(data).Select(threshold => this with { Threshold = threshold });

    internal override DoubleLanes Noise<T>(ReadOnlySpan<T> tile, TrialMemory memory) =>
        TrialNoise.Of(tile, new StepForwardTrial(Given, TrialNoise.First(tile)));

    internal override RowEncoder MakeEncoder(RowShape shape) => new StepRowEncoder<StepForwardEncodingOptions>(this, shape);

    int IStepCode.StateLength(RowShape shape) => StepLanes.StateLength(shape.NeuronCount, StepForwardKernel.StateNumbers);

    void IStepCode.Begin(in RowInput row, Span<double> state)
    {
        if (row.HasDoubles)
            StepForwardEncoding.Begin(row.Doubles, row.Shape.NeuronCount, state);
        else
            StepForwardEncoding.Begin(row.Values, row.Shape.NeuronCount, state);
    }

    void IStepCode.EncodeSteps(in RowInput row, int firstStep, Span<double> state, Span<float> spikes)
    {
        if (row.HasDoubles)
            StepForwardEncoding.EncodeSteps(row.Doubles, firstStep, spikes, row.Shape.NeuronCount, Given, state);
        else
            StepForwardEncoding.EncodeSteps(row.Values, firstStep, spikes, row.Shape.NeuronCount, Given, state);
    }

    internal override void Encode<T>(ReadOnlySpan<T> series, Span<float> spikes, int neuronCount) =>
        StepForwardEncoding.EncodeRow(series, spikes, neuronCount, Given);

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) => StepForwardOnnx.Spikes(rows.Series, Given);

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first) => DecodingOnnx.Restore(rows, first(), Given);

    internal override void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<double> first, Span<float> series, int neuronCount) =>
        StepDecoding.Restore(spikes, first, series, Given);

    internal override bool DecodesSparse => true;

    internal override void DecodeSparse(
        in SpikeValues spikes, ReadOnlySpan<double> first, Span<float> series, int neuronCount) =>
        SparseStepDecoding.Restore(spikes, first, series, Given);

    void IStreamCode.CheckStream()
    {
        if (IsOpen)
            throw new ArgumentException("The threshold cannot be fitted to a stream: set Threshold.", "code");
    }

    void IStreamCode.Step(bool begins, in ColumnValues values, Span<float> spikes, Span<double> state)
    {
        if (values.AreDoubles)
            Step(begins, values.Doubles, spikes, state);
        else
            Step(begins, values.Singles, spikes, state);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private void Step<T>(bool begins, ReadOnlySpan<T> values, Span<float> spikes, Span<double> state)
        where T : unmanaged
    {
        StepForwardKernel kernel = new(Threshold!.Value);
        double none = 0;
        for (int slot = 0; slot < values.Length; slot++)
        {
            double value = ValueLanes.Wide(values[slot]);
            if (begins)
                state[slot] = value;
            spikes[slot] = kernel.Step(value, ref state[slot], ref none);
        }
    }

    internal override void Validate()
    {
        base.Validate();
        OptionCheck.Positive(Threshold ?? 1, nameof(Threshold));
    }

    internal static StepForwardEncodingOptions Load(BinaryReader reader) => new StepForwardEncodingOptions
    {
        Threshold = reader.ReadNullableDouble(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.WriteNullable(Threshold);
    }
}
