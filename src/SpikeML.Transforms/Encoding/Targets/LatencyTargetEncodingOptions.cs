using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>
/// Targets of a label as times: the correct class fires first, every other last (snnTorch's <c>targets_latency</c>). The defaults
/// are those of snnTorch's <c>targets_latency</c>.
/// </summary>
/// <remarks>The options of <see cref="LatencyTargetEncoding"/>.</remarks>
public sealed record LatencyTargetEncodingOptions : SpikeCode
{
    /// <summary>The number of classes, as in <see cref="RateTargetEncodingOptions.NumClasses"/>.</summary>
    /// <value>Null by default.</value>
    public int? NumClasses { get; init; }

    /// <summary>How the one-hot label is encoded: the correct class is a feature of 1, every other one of 0.</summary>
    /// <value>A code with its own defaults.</value>
    public LatencyEncodingOptions Latency { get; init; } = new();

    internal override InputKind Input => InputKind.Labels;

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) =>
        [Latency.NumSteps!.Value, .. inputDimensions, NumClasses!.Value];

    internal override ColumnNotes Notes => ColumnNotes.Spikes with { NeuronNames = ColumnNames.OfClasses };

    // Whether classes fire, and when, is what the options say.
    internal override bool ShouldFire => false;

    internal override bool IsOpen => NumClasses is null;

    /// <summary>The latest spike time of a one-hot label depends on no data, so that the number of steps is known.</summary>
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

    internal override void Encode(in RowInput row, Span<float> output) =>
        LatencyTargetEncoding.EncodeRow(row.Values, output, NumClasses!.Value, this);

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
