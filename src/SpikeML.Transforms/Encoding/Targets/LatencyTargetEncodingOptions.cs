using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>
/// Latency-coded targets: for each label, the correct class fires first and all others last (snnTorch's <c>targets_latency</c>).
/// The defaults are those of snnTorch's <c>targets_latency</c>.
/// </summary>
/// <remarks>The options of <see cref="LatencyTargetEncoding"/>.</remarks>
public sealed record LatencyTargetEncodingOptions : SpikeCode, IOnnxCode
{
    /// <summary>The number of classes; see <see cref="RateTargetEncodingOptions.NumClasses"/>.</summary>
    /// <value>Null by default.</value>
    public int? NumClasses { get; init; }

    /// <summary>How the one-hot label is encoded: the correct class is a feature of 1, all others are features of 0.</summary>
    /// <value>A code with default options.</value>
    public LatencyEncodingOptions Latency { get; init; } = new();

    internal override InputKind Input => InputKind.Labels;

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) =>
        [Latency.NumSteps!.Value, .. inputDimensions, NumClasses!.Value];

    internal override ColumnNotes Notes => ColumnNotes.Spikes with { NeuronNames = ColumnNames.OfClasses };

    // The options decide whether and when classes fire.
    internal override bool ShouldFire => false;

    internal override bool IsOpen => NumClasses is null;

    /// <summary>The latest spike time of a one-hot label does not depend on data, so the number of steps is known.</summary>
    internal override SpikeCode ForColumn(IExceptionContext host, DataViewSchema.Column column) =>
        (NumClasses ?? LabelClasses.Cardinality(column)) is int classes ? WithClasses(classes) : this;

    internal override ICodeLearner? MakeLearner(IExceptionContext host, DataViewSchema.Column column) =>
        IsOpen ? new ClassLearner(WithClasses) : null;

    private LatencyTargetEncodingOptions WithClasses(int classes) => this with
    {
        NumClasses = classes,
        Latency = Latency.NumSteps is null
            ? Latency.WithLargestTime(LatencyTargetEncoding.LargestTime(Latency, classes)) : Latency,
    };

    internal override RowEncoder MakeEncoder(RowShape shape) => TargetRowEncoder.Of(this, shape);

    internal override void Encode(in RowInput row, Span<float> output) =>
        LatencyTargetEncoding.EncodeRow(row.Values, output, NumClasses!.Value, this);

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows)
    {
        float[] first = new float[rows.Shape.OutputSteps * NumClasses!.Value];
        LatencyTargetEncoding.EncodeRow([0], first, NumClasses.Value, this);
        return TargetOnnx.Targets(rows.Classes, first, NumClasses.Value);
    }

    internal override void Validate()
    {
        OptionCheck.AtLeast(1, NumClasses ?? 1, nameof(NumClasses));
        ArgumentNullException.ThrowIfNull(Latency);
        Latency.Validate();
    }

    internal override void Save(BinaryWriter writer)
    {
        writer.WriteNullable(NumClasses);
        Latency.Save(writer);
    }

    internal override void SaveLearned(BinaryWriter writer) => writer.Write(NumClasses!.Value);

    internal override SpikeCode WithLearned(BinaryReader reader) => (this with { NumClasses = reader.ReadInt32() }).Validated();

    internal static LatencyTargetEncodingOptions Load(BinaryReader reader) => new LatencyTargetEncodingOptions
    {
        NumClasses = reader.ReadNullableInt32(),
        Latency = LatencyEncodingOptions.Load(reader),
    }.Validated();
}
