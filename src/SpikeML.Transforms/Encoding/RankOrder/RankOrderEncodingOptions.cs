namespace SpikeML;

/// <summary>Rank order coding: one feature fires at each step, the largest first (Thorpe and Gautrais 1998).</summary>
/// <remarks>The options of <see cref="RankOrderEncoding"/>.</remarks>
public sealed record RankOrderEncodingOptions : FeatureCode, ISlotCode, IOnnxCode, IOnnxDecoder
{
    /// <summary>
    /// The number of time steps, at least 1. If null, it is the number of features. With fewer steps, the smallest features do
    /// not fire.
    /// </summary>
    /// <value>Null by default.</value>
    public int? NumSteps { get; init; }

    /// <summary>
    /// The factor by which each spike reduces the next one's drive when spikes are decoded, above 0 and below 1. It does not
    /// affect encoding.
    /// </summary>
    /// <value>0.9 by default.</value>
    public double Modulation { get; init; } = 0.9;

    internal override int StepsOf(int featureCount) => NumSteps ?? featureCount;

    internal override RowEncoder MakeEncoder(RowShape shape) => new SlotRowEncoder<RankOrderEncodingOptions>(this, shape);

    int ISlotCode.RoomForSlots(in RowInput row) => Math.Min(row.Shape.OutputSteps, row.Shape.InputLength);

    bool ISlotCode.TryEncodeSlots(in RowInput row, Span<int> slots, Span<float> values, out int count)
    {
        count = Math.Min(row.Shape.OutputSteps, row.Shape.InputLength);
        RankOrderEncoding.EncodeSlots(row.Numbers, slots[..count]);
        return true;
    }

    internal override void Encode(in RowInput row, Span<float> output) =>
        RankOrderEncoding.EncodeDense(row.Numbers, output, row.Shape.OutputSteps);

    internal override void Encode(ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        RankOrderEncoding.EncodeDense(features, spikes, StepsOf(features.Length));

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) =>
        RankOrderOnnx.Spikes(rows.Numbers, rows.Shape.InputLength, rows.Shape.OutputSteps);

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first) => RankOrderOnnx.Features(rows, Modulation);

    internal override void Decode(in SpikeValues spikes, Span<float> features) =>
        RankOrderEncoding.DecodeRow(spikes.Values, features, this);

    internal override void Validate()
    {
        OptionCheck.AtLeast(1, NumSteps ?? 1, nameof(NumSteps));
        OptionCheck.Require(Modulation is > 0 and < 1, Modulation, nameof(Modulation), "Modulation must be above 0 and below 1.");
    }

    internal static RankOrderEncodingOptions Load(BinaryReader reader)
    {
        RankOrderEncodingOptions options = new() { NumSteps = reader.ReadNullableInt32() };
        return (reader.HasMore() ? options with { Modulation = reader.ReadDouble() } : options).Validated();
    }

    internal override void Save(BinaryWriter writer)
    {
        writer.WriteNullable(NumSteps);
        writer.Write(Modulation);
    }
}
