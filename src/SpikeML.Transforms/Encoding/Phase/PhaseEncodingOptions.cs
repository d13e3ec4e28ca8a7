namespace SpikeML;

/// <summary>
/// Phase coding: a spike for each binary digit of the feature (Kim et al. 2018). The defaults are those of Kim et al.
/// 2018: eight phases.
/// </summary>
/// <remarks>The options of <see cref="PhaseEncoding"/>.</remarks>
public sealed record PhaseEncodingOptions : FeatureCode, ISlotCode, IOnnxCode, IOnnxDecoder
{
    /// <summary>The number of time steps, at least 1.</summary>
    /// <value>8 by default.</value>
    public int NumSteps { get; init; } = 8;

    /// <summary>The number of phases after which the pattern repeats, 1 to 24.</summary>
    /// <value>8 by default.</value>
    public int Period { get; init; } = 8;

    internal override int StepsOf(int featureCount) => NumSteps;

    internal override RowEncoder MakeEncoder(RowShape shape) => new SlotRowEncoder<PhaseEncodingOptions>(this, shape);

    int ISlotCode.RoomForSlots(in RowInput row) => SpikeBuffers.LargestSparseCount(row.Shape.OutputLength);

    bool ISlotCode.TryEncodeSlots(in RowInput row, Span<int> slots, Span<float> values, out int count) =>
        PhaseEncoding.TryEncodeSlots(row.Values, slots, this, out count);

    internal override void Encode(ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        PhaseEncoding.EncodeDense(features, spikes, this);

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) => PhaseOnnx.Spikes(rows.Singles, this);

    internal override bool DecodesSparse => true;

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first) => PhaseOnnx.Features(rows, this);

    internal override void Decode(in SpikeValues spikes, Span<float> features) =>
        PhaseEncoding.DecodeRow(spikes, features, this);

    internal override void Validate()
    {
        OptionCheck.AtLeast(1, NumSteps, nameof(NumSteps));
        OptionCheck.Require(Period is >= 1 and <= 24, Period, nameof(Period),
            "Period must be 1 to 24: single precision holds no more bits.");
    }

    internal static PhaseEncodingOptions Load(BinaryReader reader) => new PhaseEncodingOptions
    {
        NumSteps = reader.ReadInt32(),
        Period = reader.ReadInt32(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
        writer.Write(Period);
    }
}
