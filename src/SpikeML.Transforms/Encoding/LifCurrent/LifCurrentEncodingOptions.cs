namespace SpikeML;

/// <summary>
/// LIF current coding: the spikes of a leaky integrate-and-fire neuron driven by the feature as a current (Norse). The defaults
/// are those of Norse's <c>constant_current_lif_encode</c>.
/// </summary>
/// <remarks>The options of <see cref="LifCurrentEncoding"/>.</remarks>
public sealed record LifCurrentEncodingOptions : FeatureCode, ISlotCode, IOnnxCode, IOnnxDecoder
{
    /// <summary>The number of time steps, at least 1.</summary>
    /// <value>100 by default.</value>
    public int NumSteps { get; init; } = 100;

    /// <summary>The length of a step in seconds, above 0.</summary>
    /// <value>0.001 by default.</value>
    public double StepSeconds { get; init; } = 0.001;

    /// <summary>The inverse of the membrane's time constant, per second, above 0.</summary>
    /// <value>100 by default.</value>
    public double MembraneRate { get; init; } = 100;

    /// <summary>The potential that the membrane decays to.</summary>
    /// <value>0 by default.</value>
    public double LeakPotential { get; init; }

    /// <summary>The potential at which the neuron fires, above <see cref="ResetPotential"/>.</summary>
    /// <value>1 by default.</value>
    public double Threshold { get; init; } = 1;

    /// <summary>The potential after a spike and before the first step.</summary>
    /// <value>0 by default.</value>
    public double ResetPotential { get; init; }

    /// <summary>The current for a feature of 1. A current causes spikes only if it exceeds threshold - leak potential.</summary>
    /// <value>1 by default.</value>
    public double Gain { get; init; } = 1;

    internal override int StepsOf(int featureCount) => NumSteps;

    internal override bool HasGain => true;

    internal override RowEncoder MakeEncoder(RowShape shape) => new SlotRowEncoder<LifCurrentEncodingOptions>(this, shape);

    int ISlotCode.RoomForSlots(in RowInput row) => SpikeBuffers.LargestSparseCount(row.Shape.OutputLength);

    bool ISlotCode.TryEncodeSlots(in RowInput row, Span<int> slots, Span<float> values, out int count) =>
        LifCurrentEncoding.TryEncodeSlots(row.Numbers, slots, this, out count);

    internal override void Encode(in RowInput row, Span<float> output) =>
        LifCurrentEncoding.EncodeDense(row.Numbers, output, this);

    internal override void Encode(ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        LifCurrentEncoding.EncodeDense(features, spikes, this);

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) => LifCurrentOnnx.Spikes(rows.Numbers, this);

    internal override bool DecodesSparse => true;

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first) => LifCurrentOnnx.Features(rows, this);

    internal override void Decode(in SpikeValues spikes, Span<float> features) =>
        LifCurrentEncoding.DecodeRow(spikes, features, this);

    internal override void Validate()
    {
        OptionCheck.AtLeast(1, NumSteps, nameof(NumSteps));
        OptionCheck.Positive(StepSeconds, nameof(StepSeconds));
        OptionCheck.Positive(MembraneRate, nameof(MembraneRate));
        OptionCheck.Require(StepSeconds * MembraneRate <= 1, StepSeconds, nameof(StepSeconds),
            $"StepSeconds must be at most 1 / MembraneRate ({1 / MembraneRate}), or the membrane overshoots.");
        OptionCheck.Finite(LeakPotential, nameof(LeakPotential));
        OptionCheck.Finite(ResetPotential, nameof(ResetPotential));
        OptionCheck.Require(double.IsFinite(Threshold), Threshold, nameof(Threshold), "Threshold must be a finite number.");
        OptionCheck.Require(Threshold > ResetPotential, Threshold, nameof(Threshold),
            $"Threshold must be above ResetPotential ({ResetPotential}).");
        OptionCheck.Finite(Gain, nameof(Gain));
    }

    internal static LifCurrentEncodingOptions Load(BinaryReader reader) => new LifCurrentEncodingOptions
    {
        NumSteps = reader.ReadInt32(),
        StepSeconds = reader.ReadDouble(),
        MembraneRate = reader.ReadDouble(),
        LeakPotential = reader.ReadDouble(),
        Threshold = reader.ReadDouble(),
        ResetPotential = reader.ReadDouble(),
        Gain = reader.ReadDouble(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
        writer.Write(StepSeconds);
        writer.Write(MembraneRate);
        writer.Write(LeakPotential);
        writer.Write(Threshold);
        writer.Write(ResetPotential);
        writer.Write(Gain);
    }
}
