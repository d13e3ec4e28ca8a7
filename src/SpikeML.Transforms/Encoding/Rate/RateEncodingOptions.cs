using System.Collections.Immutable;

namespace SpikeML;

/// <summary>
/// Rate coding: at each step, a neuron spikes with its feature as the probability (snnTorch's <c>spikegen.rate</c>). The defaults
/// are those of snnTorch's <c>spikegen.rate</c>.
/// </summary>
/// <remarks>The options of <see cref="RateEncoding"/>.</remarks>
public sealed record RateEncodingOptions : FeatureCode, ISlotCode, IOnnxCode, IOnnxDecoder
{
    private readonly int? _numSteps;

    /// <summary>
    /// The number of time steps, at least 1. With <see cref="TimeVarying"/>, leave it unset: the number of steps is the column's
    /// first dimension + <see cref="FirstSpikeTime"/>, and any other value is an error.
    /// </summary>
    /// <value>100 by default.</value>
    public int NumSteps { get => _numSteps ?? 100; init => _numSteps = value; }

    /// <summary>The factor that features are multiplied by before they are clipped to [0, 1] as probabilities.</summary>
    /// <value>1 by default.</value>
    public double Gain { get; init; } = 1;

    /// <summary>The offset that is added to the features after <see cref="Gain"/>, before they are clipped to [0, 1].</summary>
    /// <value>0 by default.</value>
    public double Offset { get; init; }

    /// <summary>
    /// The first step that may hold a spike, 0 or above. Earlier steps are silent; for a <see cref="TimeVarying"/> input, that
    /// many silent steps are added in front.
    /// </summary>
    /// <value>0 by default.</value>
    public int FirstSpikeTime { get; init; }

    /// <summary>Whether the column's first dimension is already time, so that each step has its own probabilities.</summary>
    /// <value>False by default.</value>
    public bool TimeVarying { get; init; }

    /// <inheritdoc cref="CodeDraws.Seed"/>
    public int? Seed { get => OwnDraws.Seed; init => OwnDraws = OwnDraws with { Seed = value }; }

    /// <inheritdoc cref="CodeDraws.RowKeyColumnName"/>
    public string? RowKeyColumnName
    {
        get => OwnDraws.RowKeyColumnName; init =>
        OwnDraws = OwnDraws with { RowKeyColumnName = value };
    }

    /// <summary>Two codes are equal if all their options are equal.</summary>
    public bool Equals(RateEncodingOptions? other) =>
        base.Equals(other) && NumSteps == other.NumSteps && Gain.Equals(other.Gain) && Offset.Equals(other.Offset)
        && FirstSpikeTime == other.FirstSpikeTime && TimeVarying == other.TimeVarying && OwnDraws.Equals(other.OwnDraws)
        && (!TimeVarying || _numSteps == other._numSteps);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(base.GetHashCode(), NumSteps, Gain, Offset, FirstSpikeTime, TimeVarying, OwnDraws);

    /// <inheritdoc cref="CodeDraws.OnnxDraws"/>
    public OnnxDraws OnnxDraws { get => OwnDraws.OnnxDraws; init => OwnDraws = OwnDraws with { OnnxDraws = value }; }

    private CodeDraws OwnDraws { get; init; }

    internal override CodeDraws? Draws => OwnDraws;

    internal override SpikeCode WithDraws(CodeDraws draws) => this with { OwnDraws = draws };

    internal override InputKind Input => TimeVarying ? InputKind.Series : InputKind.Features;

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) =>
        TimeVarying ? inputDimensions.SetItem(0, TimeVaryingSteps(inputDimensions[0])) : base.OutputDimensions(inputDimensions);

    internal override ColumnNotes Notes => TimeVarying
        ? ColumnNotes.Spikes with
        {
            SlotNames = FirstSpikeTime == 0 ? ColumnNames.OfSlots : null,
            NeuronNames = ColumnNames.OfNeurons
        }
        : base.Notes;

    internal override ValueLimits? Limits => ValueLimits.OfProbability(Gain, Offset);

    internal override bool HasGain => true;

    internal override RowEncoder MakeEncoder(RowShape shape) => new SlotRowEncoder<RateEncodingOptions>(this, shape);

    int ISlotCode.RoomForSlots(in RowInput row) => RateEncoding.RoomForSlots(row.Numbers, this);

    bool ISlotCode.TryEncodeSlots(in RowInput row, Span<int> slots, Span<float> values, out int count) =>
        RateEncoding.TryEncodeRow(row.Numbers, row.Shape.OutputLength, slots, this, row.Key, out count);

    internal override void Encode(in RowInput row, Span<float> output) =>
        RateEncoding.EncodeRow(row.Numbers, output, this, row.Key);

    internal override void Encode(ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        RateEncoding.EncodeRow(features, spikes, this, rowKey);

    internal override int StepsOf(int featureCount) => NumSteps;

    internal override bool DecodesSparse => true;

    string? IOnnxCode.OnnxObstacle => OnnxDraws == OnnxDraws.Refuse ? OnnxReason : null;

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) => RateOnnx.Spikes(rows, this);

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first) =>
        ((DecodingOnnx.Counts(rows) / (NumSteps - FirstSpikeTime) - Offset) / Gain).As(OnnxType.Single).WithoutNegativeZeros();

    internal override void Decode(in SpikeValues spikes, Span<float> features) =>
        RateDecoding.DecodeRow(spikes, features, this);

    internal override void Validate()
    {
        OptionCheck.AtLeast(1, NumSteps, nameof(NumSteps));
        OptionCheck.FirstSpikeTime(FirstSpikeTime, TimeVarying ? null : NumSteps);
        OptionCheck.Finite(Gain, nameof(Gain));
        OptionCheck.Finite(Offset, nameof(Offset));
        OwnDraws.Validate();
    }

    /// <summary>The number of steps for an input whose first dimension is <paramref name="inputSteps"/>.</summary>
    internal int TimeVaryingSteps(int inputSteps)
    {
        OptionCheck.Require(inputSteps <= int.MaxValue - FirstSpikeTime, FirstSpikeTime, nameof(FirstSpikeTime),
            $"FirstSpikeTime plus the {inputSteps} steps of the input must be at most {int.MaxValue}.");
        int numSteps = inputSteps + FirstSpikeTime;
        OptionCheck.Require(_numSteps is null || _numSteps == numSteps, _numSteps, nameof(NumSteps),
            $"With TimeVarying the input sets the number of steps: {inputSteps} + FirstSpikeTime ({FirstSpikeTime}) = "
                + $"{numSteps}. Leave NumSteps unset.");
        return numSteps;
    }

    /// <summary>
    /// Checks NumSteps against a series whose number of values is all that is known; the number must be a multiple of NumSteps.
    /// </summary>
    internal void CheckTimeVaryingSteps(int valueCount) =>
        OptionCheck.Require(_numSteps is not int numSteps || valueCount % numSteps == 0, _numSteps, nameof(NumSteps),
            $"With TimeVarying the input sets the number of steps, and {valueCount} values do not divide into {_numSteps} steps. "
                + "Leave NumSteps unset.");

    internal static RateEncodingOptions Load(BinaryReader reader)
    {
        int? numSteps = reader.ReadNullableInt32();
        RateEncodingOptions options = new()
        {
            Gain = reader.ReadDouble(),
            Offset = reader.ReadDouble(),
            FirstSpikeTime = reader.ReadInt32(),
            TimeVarying = reader.ReadBoolean(),
            OwnDraws = CodeDraws.Load(reader),
        };
        return (numSteps is int steps ? options with { NumSteps = steps } : options).Validated();
    }

    internal override void Save(BinaryWriter writer)
    {
        writer.WriteNullable(_numSteps);
        writer.Write(Gain);
        writer.Write(Offset);
        writer.Write(FirstSpikeTime);
        writer.Write(TimeVarying);
        OwnDraws.Save(writer);
    }
}
