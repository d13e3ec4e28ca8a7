namespace SpikeML;

/// <summary>Regular rate coding: evenly spaced spikes at a rate set by the feature (Nengo; Voelker 2020).</summary>
/// <remarks>The options of <see cref="RegularRateEncoding"/>.</remarks>
public sealed record RegularRateEncodingOptions : FeatureCode, ISlotCode, IOnnxCode, IOnnxDecoder
{
    /// <summary>The number of time steps, at least 1.</summary>
    /// <value>100 by default.</value>
    public int NumSteps { get; init; } = 100;

    /// <summary>
    /// The spikes per step for a feature of 1, above 0. Where feature * Gain is above 1, spikes have values above 1.
    /// </summary>
    /// <value>1 by default.</value>
    public double Gain { get; init; } = 1;

    /// <summary>The fraction of a spike that has accumulated before the first step, at least 0 and below 1.</summary>
    /// <value>0 by default.</value>
    public double InitialPhase { get; init; }

    internal override int StepsOf(int featureCount) => NumSteps;

    internal override ValueLimits? Limits => new(0, 1 / Gain, "spikes have values above 1") { FollowGain = true };

    internal override bool HasGain => true;

    internal override RowEncoder MakeEncoder(RowShape shape) => new SlotRowEncoder<RegularRateEncodingOptions>(this, shape);

    int ISlotCode.RoomForSlots(in RowInput row) => SpikeBuffers.LargestSparseCount(row.Shape.OutputLength);

    float? ISlotCode.SpikeValue => null;

    bool ISlotCode.TryEncodeSlots(in RowInput row, Span<int> slots, Span<float> values, out int count) =>
        RegularRateSlots.TryEncode(row.Values, slots, values, this, out count);

    internal override void Encode(ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        RegularRateEncoding.EncodeDense(features, spikes, this);

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) => RegularRateOnnx.Spikes(rows.Singles, this);

    internal override bool DecodesSparse => true;

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first) =>
        (DecodingOnnx.Sums(rows).As(OnnxType.Double) / (NumSteps * Gain)).As(OnnxType.Single);

    internal override void Decode(in SpikeValues spikes, Span<float> features) =>
        RegularRateEncoding.DecodeRow(spikes, features, this);

    internal override void Validate()
    {
        OptionCheck.AtLeast(1, NumSteps, nameof(NumSteps));
        OptionCheck.Positive(Gain, nameof(Gain));
        OptionCheck.Require(InitialPhase is >= 0 and < 1, InitialPhase, nameof(InitialPhase),
            "InitialPhase must be at least 0 and below 1.");
    }

    internal static RegularRateEncodingOptions Load(BinaryReader reader) => new RegularRateEncodingOptions
    {
        NumSteps = reader.ReadInt32(),
        Gain = reader.ReadDouble(),
        InitialPhase = reader.ReadDouble(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
        writer.Write(Gain);
        writer.Write(InitialPhase);
    }
}
