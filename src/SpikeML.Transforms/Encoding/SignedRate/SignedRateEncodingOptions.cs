namespace SpikeML;

/// <summary>Signed rate coding: spikes or off-spikes, with the feature's absolute value as the probability (Norse).</summary>
/// <remarks>The options of <see cref="SignedRateEncoding"/>.</remarks>
public sealed record SignedRateEncodingOptions : FeatureCode, ISlotCode, IOnnxCode, IOnnxDecoder
{
    /// <summary>The number of time steps, at least 1.</summary>
    /// <value>100 by default.</value>
    public int NumSteps { get; init; } = 100;

    /// <summary>
    /// The factor that features are multiplied by before their absolute value is clipped to 1 as a probability.
    /// </summary>
    /// <value>1 by default.</value>
    public double Gain { get; init; } = 1;

    /// <inheritdoc cref="CodeDraws.Seed"/>
    public int? Seed { get => OwnDraws.Seed; init => OwnDraws = OwnDraws with { Seed = value }; }

    /// <inheritdoc cref="CodeDraws.RowKeyColumnName"/>
    public string? RowKeyColumnName
    {
        get => OwnDraws.RowKeyColumnName; init =>
        OwnDraws = OwnDraws with { RowKeyColumnName = value };
    }

    /// <inheritdoc cref="CodeDraws.OnnxDraws"/>
    public OnnxDraws OnnxDraws { get => OwnDraws.OnnxDraws; init => OwnDraws = OwnDraws with { OnnxDraws = value }; }

    private CodeDraws OwnDraws { get; init; }

    internal override CodeDraws? Draws => OwnDraws;

    internal override SpikeCode WithDraws(CodeDraws draws) => this with { OwnDraws = draws };

    internal override int StepsOf(int featureCount) => NumSteps;

    internal override ValueLimits? Limits => ValueLimits.OfProbability(Gain, offset: 0, lowest: -1);

    internal override bool HasGain => true;

    internal override RowEncoder MakeEncoder(RowShape shape) =>
        IsSecondFormat ? base.MakeEncoder(shape) : new SlotRowEncoder<SignedRateEncodingOptions>(this, shape);

    int ISlotCode.RoomForSlots(in RowInput row) => SignedRateEncoding.RoomForSlots(row.Values, this);

    float? ISlotCode.SpikeValue => null;

    bool ISlotCode.TryEncodeSlots(in RowInput row, Span<int> slots, Span<float> values, out int count) =>
        SignedRateEncoding.TryEncodeSlots(row.Values, slots, values, this, row.Key, out count);

    internal override void Encode(ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        SignedRateEncoding.EncodeRow(features, spikes, this, rowKey);

    internal override void CheckDecodable() => SignedRateEncoding.Decode([], [], this);

    internal override bool DecodesSparse => true;

    string? IOnnxCode.OnnxObstacle => OnnxDraws == OnnxDraws.Refuse ? OnnxReason : null;

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows)
    {
        OnnxTensor scaled = rows.Singles * (float)Gain;
        return DrawnOnnx.Spikes(scaled.Abs(), NumSteps) * scaled.Unary("Sign").Unsqueeze(1);
    }

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first) =>
        (DecodingOnnx.Sums(rows).As(OnnxType.Double) / (NumSteps * Gain)).As(OnnxType.Single).WithoutNegativeZeros();

    internal override void Decode(in SpikeValues spikes, Span<float> features) =>
        SignedRateEncoding.DecodeRow(spikes, features, this);

    internal override void Validate()
    {
        OptionCheck.AtLeast(1, NumSteps, nameof(NumSteps));
        OwnDraws.Validate();
        OptionCheck.Finite(Gain, nameof(Gain));
    }

    internal static SignedRateEncodingOptions Load(BinaryReader reader) => new SignedRateEncodingOptions
    {
        NumSteps = reader.ReadInt32(),
        Gain = reader.ReadDouble(),
        OwnDraws = CodeDraws.Load(reader),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
        writer.Write(Gain);
        OwnDraws.Save(writer);
    }
}
