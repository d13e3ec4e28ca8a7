namespace SpikeML;

/// <summary>
/// Log latency coding: one spike per feature; its time decreases with the feature's logarithm (SpikingJelly).
/// </summary>
/// <remarks>The options of <see cref="LogLatencyEncoding"/>.</remarks>
public sealed record LogLatencyEncodingOptions : FeatureCode, ITimeCode, IOnnxCode, IOnnxDecoder
{
    /// <summary>The number of time steps, 1 to 700.</summary>
    /// <value>100 by default.</value>
    public int NumSteps { get; init; } = 100;

    internal override int StepsOf(int featureCount) => NumSteps;

    internal override RowEncoder MakeEncoder(RowShape shape) => new TimeRowEncoder<LogLatencyEncodingOptions>(this, shape);

    float ITimeCode.SpikeValue => 1;

    void ITimeCode.EncodeTimes(in RowInput row, Span<int> steps) => LogLatencyEncoding.EncodeSteps(row.Values, steps, NumSteps);

    internal override void Encode(ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        LogLatencyEncoding.EncodeDense(features, spikes, NumSteps);

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) => LogLatencyOnnx.Spikes(rows.Singles, NumSteps);

    internal override bool DecodesSparse => true;

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first) =>
        DecodingOnnx.Look(DecodingOnnx.FirstSteps(rows), LogLatencyOnnx.FeaturesOfSteps(NumSteps));

    internal override void Decode(in SpikeValues spikes, Span<float> features) =>
        LogLatencyEncoding.DecodeRow(spikes, features, NumSteps);

    internal override void Validate()
    {
        OptionCheck.Require(NumSteps is >= 1 and <= 700, NumSteps, nameof(NumSteps), "NumSteps must be 1 to 700.");
    }

    internal static LogLatencyEncodingOptions Load(BinaryReader reader) => new LogLatencyEncodingOptions
    {
        NumSteps = reader.ReadInt32(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
    }
}
