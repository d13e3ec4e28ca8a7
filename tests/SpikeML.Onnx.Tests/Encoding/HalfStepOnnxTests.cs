using Microsoft.ML;

namespace SpikeML.Onnx.Tests.Encoding;

/// <summary>Features whose spikes fall halfway between two steps, to within a few units in the last place.</summary>
public class HalfStepOnnxTests
{
    private readonly MLContext _context = new(seed: 1);

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(7.3)]
    public void Latency_rounds_half_steps_alike(double tau) => Verify(
        _context.Transforms.Spikes.EncodeLatency("Spikes", "Features", new() { NumSteps = 40, Tau = tau, Bypass = true }),
        half => 0.01 / (1 - Math.Exp(-half / tau)));

    [Fact]
    public void Linear_latency_rounds_half_steps_alike() => Verify(
        _context.Transforms.Spikes.EncodeLatency("Spikes", "Features", new() { NumSteps = 40, Linear = true, Normalize = true }),
        half => 1 - half / 39);

    [Fact]
    public void Log_latency_rounds_half_steps_alike() => Verify(
        _context.Transforms.Spikes.EncodeLogLatency("Spikes", "Features", new() { NumSteps = 40 }),
        half => (Math.Exp(39 - half) - 1) / (Math.Exp(39) - 1));

    [Fact]
    public void Receptive_fields_round_half_steps_alike()
    {
        ReceptiveFieldEncodingOptions code = new() { NumSteps = 40, NumFields = 5, Range = new(0, 1) };
        double sigma = 1 / (code.WidthFactor * 3);
        Verify(_context.Transforms.Spikes.EncodeReceptiveFields("Spikes", "Features", code),
            half => 0.5 + sigma * Math.Sqrt(-2 * Math.Log(1 - half / 40)));
    }

    [Fact]
    public void Delta_compares_the_threshold_alike() => SameBits.Verify(_context,
        _context.Transforms.Spikes.EncodeDelta("Spikes", "Features", new() { Threshold = 0.1, OffSpike = true }),
        Rows.Of(_context, [40], Enumerable.Range(-20, 40).Select(ulps => Steps(0.1f, ulps))), "Spikes");

    private void Verify(IEstimator<ITransformer> encoder, Func<double, double> featureAt)
    {
        float[] features = [.. Enumerable.Range(0, 39).SelectMany(step => Around((float)featureAt(step + 0.5)))
            .Where(value => value is >= 0 and <= 1)];
        SameBits.Verify(_context, encoder, Rows.Of(_context, [features.Length], [features]), "Spikes");
    }

    private static IEnumerable<float> Around(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value);
        return Enumerable.Range(-8, 17).Select(ulps => BitConverter.Int32BitsToSingle(Math.Max(0, bits + ulps)));
    }

    /// <summary>A series that rises and falls by a change to within some units in the last place.</summary>
    private static float[] Steps(float change, int ulps)
    {
        float near = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(change) + ulps);
        return [.. Enumerable.Range(0, 40).Select(step => step % 2 == 0 ? step * 0.01f : step * 0.01f + near)];
    }
}
