using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>
/// Options of spike times: the times of latency coding, in unrounded steps (<see cref="LatencyEncoding.EncodeTimes"/>).
/// </summary>
public sealed record SpikeTimesEncodingOptions : SpikeCode, IOnnxCode, IOnnxDecoder
{
    /// <summary>
    /// The latency code that computes the times. OnTarget, OffTarget and Interpolate apply to spikes, not to times, and must keep
    /// their defaults.
    /// </summary>
    /// <value>A code with default options.</value>
    public LatencyEncodingOptions Latency { get; init; } = new();

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) =>
        inputDimensions.IsEmpty ? [1] : inputDimensions;

    internal override ColumnNotes Notes => new() { SlotNames = ColumnNames.OfSlots };

    internal override bool KeepsScalars => !IsSecondFormat;

    // Times are not limited to NumSteps, so only Normalize needs the largest time.
    internal override bool IsOpen => Latency is { Normalize: true, Linear: false, LargestTime: null };

    internal override ICodeLearner? MakeLearner(IExceptionContext host, DataViewSchema.Column column) => IsOpen
        ? new LatencyLearner(column.Name, Latency, largestTime => this with { Latency = Latency.WithLargestTime(largestTime) })
        : null;

    internal override void Encode(in RowInput row, Span<float> output) =>
        LatencyEncoding.EncodeRowTimes(row.Values, output, Latency);

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) => LatencyOnnx.Times(rows.Singles, Latency);

    internal override InputKind DecodedInput => InputKind.Features;

    internal override ImmutableArray<int>? DecodedDimensions(ImmutableArray<int> spikeDimensions) =>
        spikeDimensions.IsEmpty ? [1] : spikeDimensions;

    internal override ColumnNotes DecodedNotes => Notes;

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first) =>
        new LatencyInverse(Latency).WriteFeatures(rows.Singles);

    internal override void Decode(
        in SpikeValues spikes, ImmutableArray<int> spikeDimensions, ReadOnlySpan<double> initialValues, Span<float> decoded) =>
        LatencyDecoding.DecodeRowTimes(spikes.Values, decoded, Latency);

    internal override void CheckDecodable() => LatencyDecoding.DecodeTimes([], [], Latency);

    internal override void Validate()
    {
        ArgumentNullException.ThrowIfNull(Latency);
        OptionCheck.Require(Latency.OnTarget == 1, Latency.OnTarget, nameof(Latency.OnTarget),
            "OnTarget does not apply to spike times: leave it at 1.");
        OptionCheck.Require(Latency.OffTarget == 0, Latency.OffTarget, nameof(Latency.OffTarget),
            "OffTarget does not apply to spike times: leave it at 0.");
        OptionCheck.Require(!Latency.Interpolate, Latency.Interpolate, nameof(Latency.Interpolate),
            "Interpolate does not apply to spike times: leave it unset.");
        Latency.Validate();
    }

    internal override void Save(BinaryWriter writer) => Latency.Save(writer);

    internal override void SaveLearned(BinaryWriter writer) => Latency.SaveLearned(writer);

    internal override SpikeCode WithLearned(BinaryReader reader) =>
        this with { Latency = (LatencyEncodingOptions)Latency.WithLearned(reader) };

    internal static SpikeTimesEncodingOptions Load(BinaryReader reader) =>
        new() { Latency = LatencyEncodingOptions.Load(reader) };
}
