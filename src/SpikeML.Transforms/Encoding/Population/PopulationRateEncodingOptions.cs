namespace SpikeML;

/// <summary>
/// Population rate coding: each feature drives a group of neurons with Gaussian receptive fields, whose activations are spike
/// probabilities (Norse, SpikingJelly). The fields are those of receptive-field coding.
/// </summary>
/// <remarks>The options of <see cref="PopulationRateEncoding"/>.</remarks>
public sealed record PopulationRateEncodingOptions : PopulationCode, ISlotCode, IOnnxCode, IOnnxDecoder
{
    /// <summary>The distance between two centres divided by a field's width, above 0.</summary>
    /// <value>1.5 by default.</value>
    public double WidthFactor { get; init; } = 1.5;

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

    internal override RowEncoder MakeEncoder(RowShape shape) =>
        IsSecondFormat ? base.MakeEncoder(shape) : new SlotRowEncoder<PopulationRateEncodingOptions>(this, shape);

    int ISlotCode.RoomForSlots(in RowInput row)
    {
        ValueRange range = Range.GetValueOrDefault();
        return PopulationRateEncoding.RoomForSlots(row.Numbers, RangesOf(in range), this);
    }

    bool ISlotCode.TryEncodeSlots(in RowInput row, Span<int> slots, Span<float> values, out int count)
    {
        ValueRange range = Range.GetValueOrDefault();
        return PopulationRateEncoding.TryEncodeSlots(row.Numbers, slots, RangesOf(in range), this, row.Key, out count);
    }

    private protected override void Encode(in ColumnValues features, ulong rowKey, Span<float> spikes,
        ReadOnlySpan<ValueRange> ranges) =>
        PopulationRateEncoding.EncodeRow(features, spikes, ranges, this, rowKey);

    string? IOnnxCode.OnnxObstacle => OnnxDraws == OnnxDraws.Refuse ? OnnxReason : null;

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows)
    {
        ValueRange range = Range.GetValueOrDefault();
        OnnxTensor activations = ReceptiveFieldOnnx.Activations(rows.Numbers, RangesOf(in range), NumFields, WidthFactor);
        return DrawnOnnx.Spikes(activations.As(OnnxType.Single).Reshape(0, rows.Shape.OutputWidth), NumSteps);
    }

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first)
    {
        ValueRange range = Range.GetValueOrDefault();
        return CentreMeanOnnx.Features(rows, RangesOf(in range), this, PopulationRateEncoding.WeightOfStep);
    }

    private protected override void Decode(in SpikeValues spikes, Span<float> features, ReadOnlySpan<ValueRange> ranges) =>
        PopulationRateEncoding.DecodeRow(spikes, features, ranges, this);

    internal override void Validate()
    {
        base.Validate();
        OptionCheck.Positive(WidthFactor, nameof(WidthFactor));
        OwnDraws.Validate();
    }

    internal static PopulationRateEncodingOptions Load(BinaryReader reader) => new PopulationRateEncodingOptions
    {
        NumSteps = reader.ReadInt32(),
        NumFields = reader.ReadInt32(),
        WidthFactor = reader.ReadDouble(),
        Range = reader.ReadRange(),
        OwnDraws = CodeDraws.Load(reader),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
        writer.Write(NumFields);
        writer.Write(WidthFactor);
        writer.WriteRange(Range);
        OwnDraws.Save(writer);
    }
}
