using static SpikeML.Tests.Conformance.CaseKinds;

namespace SpikeML.Tests.Conformance;

/// <summary>Codes of streams, one line each.</summary>
internal static class StreamCases
{
    public static IEnumerable<ConformanceCase> All =>
    [
        Stream("delta stream", (spikes, output, input) => spikes.EncodeStream(output, input,
            new DeltaEncodingOptions { OffSpike = true }), RowOrder.AsRead),
        Stream("step-forward stream", (spikes, output, input) =>
            spikes.EncodeStream(output, input, new StepForwardEncodingOptions { Threshold = 0.25 }), RowOrder.AsRead),
        Stream("delta stream, sorted", (spikes, output, input) =>
            spikes.EncodeStream(output, input, new DeltaEncodingOptions { OffSpike = true },
            new() { OrderColumnName = "Id", OutOfOrder = OutOfOrderPolicy.Sort }),
                RowOrder.ByColumn) with { OtherInputs = ["Id"] }
            with { DamagedEverywhere = true },
    ];
}
