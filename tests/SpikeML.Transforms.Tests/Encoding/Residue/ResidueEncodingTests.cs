using CsCheck;

namespace SpikeML.Tests.Encoding.Residue;

public class ResidueEncodingTests
{
    [Fact]
    public void Encode_gives_the_published_vector() =>
        Assert.Equal([0, 0, 0.5f, 0.75f, 0, -1.25f], Encode([0, 0.25f, 0.5f, 1.25f, 1.25f, 0], 1, new() { Threshold = 0.5 }));

    [Fact]
    public void Decode_stays_within_the_threshold() =>
        SeriesCodes.Any.Sample((series, neurons) =>
        {
            ResidueEncodingOptions options = new() { Threshold = 0.75 };
            float[] decoded = SeriesCodes.Decode(Encode(series, neurons, options), series, neurons, (from, first, into) =>
                ResidueEncoding.Decode(from, first, into, options));
            Assert.InRange(SeriesCodes.LargestError(series, decoded), 0, MathF.BitDecrement(0.75f));
        }, iter: 300);

    private static float[] Encode(float[] series, int neurons, ResidueEncodingOptions options) =>
        SeriesCodes.Encode(series, 1, (from, spikes) => ResidueEncoding.Encode(from, spikes, neurons, options));
}
