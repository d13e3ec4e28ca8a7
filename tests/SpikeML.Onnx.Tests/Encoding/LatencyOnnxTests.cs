using Microsoft.ML;

namespace SpikeML.Onnx.Tests.Encoding;

public class LatencyOnnxTests
{
    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<LatencyEncodingOptions> Cases => new((LatencyEncodingOptions[])
    [
        new(),
        new() { Linear = true, NumSteps = 20, Tau = 10 },
        new() { Linear = true, Normalize = true, NumSteps = 25 },
        new() { Normalize = true, NumSteps = 25 },
        new() { Normalize = true, NumSteps = 25, FirstSpikeTime = 3, Clip = true },
        new() { NumSteps = null, Tau = 5 },
        new() { NumSteps = 10, Tau = 5, Bypass = true },
        new() { NumSteps = 40, Tau = 3, Interpolate = true, OnTarget = 0.7, OffTarget = 0.1 },
        new() { NumSteps = 5, Tau = 3, Interpolate = true, Bypass = true },
        new() { NumSteps = 20, OnTarget = 2, OffTarget = -1, Clip = true, Threshold = 0.2 },
    ]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void ConvertToOnnx_writes_the_same_spikes_when_the_code_is_latency(LatencyEncodingOptions options) =>
        SameBits.Verify(_context, _context.Transforms.Spikes.EncodeLatency("Spikes", "Features", options),
            Rows.Of(_context, [5, 8], HardValues.Features(200, 40)), "Spikes");
}
