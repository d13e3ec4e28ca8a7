namespace SpikeML;

/// <summary>Burst coding: larger features give more spikes, closer together (Guo et al. 2021, Spikify).</summary>
/// <remarks>The options of <see cref="BurstEncoding"/>.</remarks>
public sealed record BurstEncodingOptions : FeatureCode, ISlotCode, IOnnxCode, IOnnxDecoder
{
    /// <summary>The number of time steps, at least 1.</summary>
    /// <value>100 by default.</value>
    public int NumSteps { get; init; } = 100;

    /// <summary>The number of spikes for a feature of 1, at least 1.</summary>
    /// <value>5 by default.</value>
    public int MaxSpikes { get; init; } = 5;

    /// <summary>The silent steps between the spikes for a feature of 1, at least 0.</summary>
    /// <value>2 by default.</value>
    public int MinGap { get; init; } = 2;

    /// <summary>The silent steps between spikes for a feature that approaches 0, at least <see cref="MinGap"/>.</summary>
    /// <value>20 by default.</value>
    public int MaxGap { get; init; } = 20;

    internal override int StepsOf(int featureCount) => NumSteps;

    internal override RowEncoder MakeEncoder(RowShape shape) => new SlotRowEncoder<BurstEncodingOptions>(this, shape);

    int ISlotCode.RoomForSlots(in RowInput row) => SpikeBuffers.LargestSparseCount(row.Shape.OutputLength);

    bool ISlotCode.TryEncodeSlots(in RowInput row, Span<int> slots, Span<float> values, out int count) =>
        BurstEncoding.TryEncodeSlots(row.Values, slots, this, out count);

    internal override void Encode(ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        BurstEncoding.EncodeDense(features, spikes, this);

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) => BurstOnnx.Spikes(rows.Singles, this);

    internal override bool DecodesSparse => true;

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first) =>
        BurstOnnx.Features(DecodingOnnx.Counts(rows), this);

    internal override void Decode(in SpikeValues spikes, Span<float> features) =>
        BurstEncoding.DecodeRow(spikes, features, this);

    internal override void Validate()
    {
        OptionCheck.AtLeast(1, NumSteps, nameof(NumSteps));
        OptionCheck.Require(MaxSpikes is >= 1 and <= 1 << 20, MaxSpikes, nameof(MaxSpikes), "MaxSpikes must be 1 to 1,048,576.");
        OptionCheck.AtLeast(0, MinGap, nameof(MinGap));
        OptionCheck.Require(MaxGap >= MinGap, MaxGap, nameof(MaxGap), $"MaxGap must be at least MinGap ({MinGap}).");
        long needed = BurstEncoding.StepsNeeded(this);
        OptionCheck.Require(NumSteps >= needed, NumSteps, nameof(NumSteps),
            $"NumSteps must be at least {needed} for the longest burst to fit.");
    }

    internal static BurstEncodingOptions Load(BinaryReader reader) => new BurstEncodingOptions
    {
        NumSteps = reader.ReadInt32(),
        MaxSpikes = reader.ReadInt32(),
        MinGap = reader.ReadInt32(),
        MaxGap = reader.ReadInt32(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
        writer.Write(MaxSpikes);
        writer.Write(MinGap);
        writer.Write(MaxGap);
    }
}
