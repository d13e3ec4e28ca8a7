using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>
/// Delta coding: spikes where a series rises by a threshold and, with OffSpike, off-spikes where it falls (snnTorch's
/// <c>spikegen.delta</c>). The defaults are those of snnTorch's <c>spikegen.delta</c>.
/// </summary>
/// <remarks>The options of <see cref="DeltaEncoding"/>.</remarks>
public sealed record DeltaEncodingOptions : SeriesCode, IStepCode, ISlotCode, IStreamCode, IOnnxCode, IOnnxDecoder
{
    /// <summary>The smallest change from one step to the next that gives a spike, in the feature's unit, 0 or above.</summary>
    /// <value>0.1 by default.</value>
    public double Threshold { get; init; } = 0.1;

    /// <summary>Whether the value before the first is taken to be the first value (no spike at step 0) instead of 0.</summary>
    /// <value>False by default.</value>
    public bool Padding { get; init; }

    /// <summary>Whether a fall by at least the threshold gives an off-spike, -1.</summary>
    /// <value>False by default.</value>
    public bool OffSpike { get; init; }

    /// <summary>With off-spikes, because without them a falling series cannot be decoded.</summary>
    internal override SeriesCode ForComparison => this with { OffSpike = true };

    void IStreamCode.CheckStream()
    {
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
        float threshold = (float)Threshold;
        for (int slot = 0; slot < values.Length; slot++)
        {
            double value = ValueLanes.Wide(values[slot]), previous = begins ? Padding ? value : 0 : state[slot];
            spikes[slot] = DeltaEncoding.Spike((float)(value - previous), threshold, OffSpike);
            state[slot] = value;
        }
    }

    internal override void Validate()
    {
        OptionCheck.NotNegative(Threshold, nameof(Threshold));
    }

    internal static DeltaEncodingOptions Load(BinaryReader reader) => new DeltaEncodingOptions
    {
        Threshold = reader.ReadDouble(),
        Padding = reader.ReadBoolean(),
        OffSpike = reader.ReadBoolean(),
    }.Validated();

    internal override RowEncoder MakeEncoder(RowShape shape) => new StepRowEncoder<DeltaEncodingOptions>(this, shape);

    int IStepCode.StateLength(RowShape shape) => 0;

    void IStepCode.Begin(in RowInput row, Span<double> state)
    {
    }

    void IStepCode.EncodeSteps(in RowInput row, int firstStep, Span<double> state, Span<float> spikes)
    {
        if (row.HasDoubles)
            DeltaEncoding.EncodeSteps(row.Doubles, firstStep, spikes, row.Shape.NeuronCount, this);
        else
            DeltaEncoding.EncodeSteps(row.Values, firstStep, spikes, row.Shape.NeuronCount, this);
    }

    float? ISlotCode.SpikeValue => OffSpike ? null : 1;

    int ISlotCode.RoomForSlots(in RowInput row) => SpikeBuffers.LargestSparseCount(row.Shape.OutputLength);

    bool ISlotCode.TryEncodeSlots(in RowInput row, Span<int> slots, Span<float> values, out int count)
    {
        DeltaSlots spikes = new(this, slots, values);
        bool isComplete = row.HasDoubles
            ? spikes.TryAddSeries(row.Doubles, row.Shape.NeuronCount, Padding)
            : spikes.TryAddSeries(row.Values, row.Shape.NeuronCount, Padding);
        if (!spikes.AreFinite)
            FeatureCheck.AllFinite(row.Numbers);
        count = spikes.Count;
        return isComplete;
    }

    internal override void Encode<T>(ReadOnlySpan<T> series, Span<float> spikes, int neuronCount) =>
        DeltaEncoding.EncodeSteps(series, 0, spikes, neuronCount, this);

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) => DeltaOnnx.Spikes(rows.Series, rows.NumSteps, this);

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first) =>
        DecodingOnnx.Restore(rows, first(), Math.Max(Threshold, float.Epsilon));

    // A spike means that the change was at least the threshold, so the threshold is the smallest possible change.
    internal override void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<double> first, Span<float> series, int neuronCount) =>
        StepDecoding.Restore(spikes, first, series, Math.Max(Threshold, float.Epsilon));

    internal override bool DecodesSparse => true;

    internal override void DecodeSparse(
        in SpikeValues spikes, ReadOnlySpan<double> first, Span<float> series, int neuronCount) =>
        SparseStepDecoding.Restore(spikes, first, series, Math.Max(Threshold, float.Epsilon));

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(Threshold);
        writer.Write(Padding);
        writer.Write(OffSpike);
    }
}
