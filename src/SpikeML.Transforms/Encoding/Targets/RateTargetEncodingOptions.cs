using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>
/// Rate-coded targets: for each label, the correct class fires at one rate and the others at another (snnTorch's
/// <c>targets_rate</c>). The defaults are those of snnTorch's <c>targets_rate</c>.
/// </summary>
/// <remarks>The options of <see cref="RateTargetEncoding"/>.</remarks>
public sealed record RateTargetEncodingOptions : SpikeCode, ISlotCode, IOnnxCode
{
    /// <summary>The number of time steps, at least 1.</summary>
    /// <value>100 by default.</value>
    public int NumSteps { get; init; } = 100;

    /// <summary>
    /// The number of classes, at least 1. If null, it is the cardinality of a key column; for a numeric column, it is fitted: the
    /// largest label of the data + 1.
    /// </summary>
    /// <value>Null by default.</value>
    public int? NumClasses { get; init; }

    /// <summary>The share of the steps at which the correct class fires, 0 to 1.</summary>
    /// <value>1 by default.</value>
    public double CorrectRate { get; init; } = 1;

    /// <summary>The share of the steps at which each other class fires, 0 to <see cref="CorrectRate"/>.</summary>
    /// <value>0 by default.</value>
    public double IncorrectRate { get; init; }

    /// <summary>The first step at which a class may fire, 0 to NumSteps.</summary>
    /// <value>0 by default.</value>
    public int FirstSpikeTime { get; init; }

    /// <summary>The value at a spike.</summary>
    /// <value>1 by default.</value>
    public double OnTarget { get; init; } = 1;

    /// <summary>The value where there is no spike.</summary>
    /// <value>0 by default.</value>
    public double OffTarget { get; init; }

    /// <summary>When a class fires at its rate.</summary>
    /// <value><see cref="FiringPattern.Regular"/> by default.</value>
    public FiringPattern FiringPattern { get; init; } = FiringPattern.Regular;

    /// <summary>
    /// Whether values rise linearly from <see cref="OffTarget"/> after a spike to <see cref="OnTarget"/> at the next one.
    /// </summary>
    /// <value>False by default.</value>
    public bool Interpolate { get; init; }

    /// <inheritdoc cref="CodeDraws.Seed"/>
    public int? Seed { get => OwnDraws.Seed; init => OwnDraws = OwnDraws with { Seed = value }; }

    /// <inheritdoc cref="CodeDraws.RowKeyColumnName"/>
    public string? RowKeyColumnName
    {
        get => OwnDraws.RowKeyColumnName; init =>
        OwnDraws = OwnDraws with { RowKeyColumnName = value };
    }

    private CodeDraws OwnDraws { get; init; }

    internal override CodeDraws? Draws => OwnDraws;

    internal override SpikeCode WithDraws(CodeDraws draws) => this with { OwnDraws = draws };

    internal override bool IsDrawn => FiringPattern != FiringPattern.Regular;

    internal override InputKind Input => InputKind.Labels;

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) =>
        [NumSteps, .. inputDimensions, NumClasses!.Value];

    internal override ColumnNotes Notes => ColumnNotes.Spikes with { NeuronNames = ColumnNames.OfClasses };

    // The options decide whether and how often classes fire.
    internal override bool ShouldFire => false;

    internal override bool IsOpen => NumClasses is null;

    internal override SpikeCode ForColumn(IExceptionContext host, DataViewSchema.Column column) =>
        this with { NumClasses = NumClasses ?? LabelClasses.Cardinality(column) };

    internal override ICodeLearner? MakeLearner(IExceptionContext host, DataViewSchema.Column column) =>
        IsOpen ? new ClassLearner(classes => this with { NumClasses = classes }) : null;

    internal override RowEncoder MakeEncoder(RowShape shape) =>
        DrawnTargets.AreSlots(this) ? new SlotRowEncoder<RateTargetEncodingOptions>(this, shape)
            : IsDrawn ? base.MakeEncoder(shape) : TargetRowEncoder.Of(this, shape);

    int ISlotCode.RoomForSlots(in RowInput row) => DrawnTargets.RoomForSlots(row.Values.Length, NumClasses!.Value, this);

    float? ISlotCode.SpikeValue => (float)OnTarget;

    bool ISlotCode.TryEncodeSlots(in RowInput row, Span<int> slots, Span<float> values, out int count) =>
        DrawnTargets.TryEncodeSlots(row.Values, slots, NumClasses!.Value, this, row.Key, out count);

    internal override void Encode(in RowInput row, Span<float> output) =>
        RateTargetEncoding.EncodeRow(row.Values, output, NumClasses!.Value, this, row.Key);

    string? IOnnxCode.OnnxObstacle => IsDrawn
        ? "its targets are drawn at random, which ONNX's operations cannot repeat" : null;

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows)
    {
        float[] first = new float[rows.Shape.OutputSteps * NumClasses!.Value];
        RateTargetEncoding.EncodeRow([0], first, NumClasses.Value, this, rowKey: 0);
        return TargetOnnx.Targets(rows.Classes, first, NumClasses.Value);
    }

    internal override void Validate()
    {
        OptionCheck.AtLeast(1, NumSteps, nameof(NumSteps));
        OptionCheck.AtLeast(1, NumClasses ?? 1, nameof(NumClasses));
        OptionCheck.Require(CorrectRate is >= 0 and <= 1, CorrectRate, nameof(CorrectRate), "CorrectRate must be 0 to 1.");
        OptionCheck.Require(IncorrectRate >= 0 && IncorrectRate <= CorrectRate, IncorrectRate, nameof(IncorrectRate),
            $"IncorrectRate must be 0 to CorrectRate ({CorrectRate}).");
        OptionCheck.Require(FirstSpikeTime >= 0 && FirstSpikeTime <= NumSteps, FirstSpikeTime, nameof(FirstSpikeTime),
            $"FirstSpikeTime must be 0 to NumSteps ({NumSteps}).");
        OptionCheck.Finite(OnTarget, nameof(OnTarget));
        OptionCheck.Finite(OffTarget, nameof(OffTarget));
        OptionCheck.Require(Enum.IsDefined(FiringPattern), FiringPattern, nameof(FiringPattern),
            "FiringPattern must be Regular, Uniform or Poisson.");
        OwnDraws.Validate();
    }

    internal static RateTargetEncodingOptions Load(BinaryReader reader) => new RateTargetEncodingOptions
    {
        NumSteps = reader.ReadInt32(),
        NumClasses = reader.ReadNullableInt32(),
        CorrectRate = reader.ReadDouble(),
        IncorrectRate = reader.ReadDouble(),
        FirstSpikeTime = reader.ReadInt32(),
        OnTarget = reader.ReadDouble(),
        OffTarget = reader.ReadDouble(),
        FiringPattern = (FiringPattern)reader.ReadInt32(),
        Interpolate = reader.ReadBoolean(),
        OwnDraws = CodeDraws.Load(reader),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
        writer.WriteNullable(NumClasses);
        writer.Write(CorrectRate);
        writer.Write(IncorrectRate);
        writer.Write(FirstSpikeTime);
        writer.Write(OnTarget);
        writer.Write(OffTarget);
        writer.Write((int)FiringPattern);
        writer.Write(Interpolate);
        OwnDraws.Save(writer);
    }

    internal override void SaveLearned(BinaryWriter writer) => writer.Write(NumClasses!.Value);

    internal override SpikeCode WithLearned(BinaryReader reader) => (this with { NumClasses = reader.ReadInt32() }).Validated();
}
