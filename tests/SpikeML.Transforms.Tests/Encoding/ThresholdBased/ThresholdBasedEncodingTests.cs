using CsCheck;

namespace SpikeML.Tests.Encoding.ThresholdBased;

public class ThresholdBasedEncodingTests
{
    // Changes 1, 1, 2, 0, 0: mean 0.8, sample deviation 0.8367.
    private static readonly float[] Series = [0, 1, 2, 4, 4];

    public static TheoryData<float[], ThresholdBasedEncodingOptions, float[]> Vectors => new()
    {
        { Series, new() { Factor = 0 }, [1, 1, 1, 0, 0] },
        { Series, new() { Factor = 1 }, [0, 0, 1, 0, 0] },
        { Series, new() { Factor = 3 }, [0, 0, 0, 0, 0] },
        // The last change stands twice.
        { [0, 0, 0, 2], new() { Threshold = 1 }, [0, 0, 1, 1] },
        { [2, 0, 1, 1], new() { Threshold = 0.5 }, [-1, 1, 0, 0] },
        { [3], new() { Factor = 1 }, [0] },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Encode_gives_spikes_at_changes_above_the_threshold(float[] series, ThresholdBasedEncodingOptions options, float[] expected) =>
        Assert.Equal(expected, Encode(series, 1, options));

    [Fact]
    public void Decode_is_off_by_no_more_than_what_the_changes_differ_from_their_spikes() =>
        SeriesCodes.Any.Sample((series, neurons) =>
        {
            ThresholdBasedEncodingOptions options = new() { Threshold = 0.5 };
            float[] spikes = Encode(series, neurons, options);
            float[] decoded = SeriesCodes.Decode(spikes, series, neurons, (from, first, into) => ThresholdBasedEncoding.Decode(from, first, into, options));
            for (int slot = neurons; slot < series.Length; slot++)
            {
                double bound = 0;
                for (int before = slot - neurons; before >= 0; before -= neurons)
                    bound += Math.Abs(series[before + neurons] - series[before] - 0.5 * spikes[before]);
                Assert.InRange(Math.Abs(decoded[slot] - series[slot]), 0, bound + 1e-5);
            }
        }, iter: 300);

    [Fact]
    public void Factor_and_threshold_exclude_each_other() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Encode(Series, 1, new() { Factor = 1, Threshold = 1 }));

    private static float[] Encode(float[] series, int neurons, ThresholdBasedEncodingOptions options) =>
        SeriesCodes.Encode(series, 1, (from, spikes) => ThresholdBasedEncoding.Encode(from, spikes, neurons, options));
}
