using SpikeML.Tests.Encoding.Reference;

namespace SpikeML.Tests.Encoding.SignedRate;

/// <summary>Means and independence of signed rate coding's draws, over more than 10^8 of them.</summary>
public class SignedRateStatisticsTests
{
    private const int Neurons = 784;
    private const int Steps = 100;
    private const int Rows = 300;

    private static readonly SignedRateEncodingOptions Options = new() { NumSteps = Steps, Seed = 12345 };
    private static readonly float[] Halves = [.. Enumerable.Range(0, Neurons).Select(i => i % 3 == 0 ? -0.5f : 0.5f)];
    private static readonly DrawnStatistics OfHalves = new([.. Halves.Select(Math.Abs)], Steps, Rows);

    [Fact]
    public void Spikes_have_the_mean_and_spread_of_their_probabilities_and_the_signs_of_their_features()
    {
        float[] features = [.. Enumerable.Range(1, Neurons).Select(i => (i % 2 == 0 ? 1 : -1) * i / (float)(Neurons + 1))];
        new DrawnStatistics([.. features.Select(Math.Abs)], Steps, Rows).AssertMeans((row, spikes) =>
        {
            SignedRateEncoding.Encode(features, spikes, Options, row);
            for (int at = 0; at < spikes.Length; at++)
                Assert.True(spikes[at] * features[at % Neurons] >= 0);
        });
    }

    [Fact]
    public void Spikes_of_one_row_do_not_correlate() => OfHalves.AssertNoCorrelationWithin(Encode);

    [Fact]
    public void Trains_of_successive_row_keys_do_not_correlate() =>
        OfHalves.AssertNoCorrelation(Encode, (row, spikes) => SignedRateEncoding.Encode(Halves, spikes, Options, row + 1));

    [Fact]
    public void Trains_of_successive_seeds_do_not_correlate() =>
        OfHalves.AssertNoCorrelation(
            Encode, (row, spikes) => SignedRateEncoding.Encode(Halves, spikes, Options with { Seed = 12346 }, row));

    [Fact]
    public void Trains_of_a_row_and_its_negative_do_not_correlate() => OfHalves.AssertNoCorrelation(
        Encode, (row, spikes) => SignedRateEncoding.Encode([.. Halves.Select(half => -half)], spikes, Options, row));

    [Fact]
    public void Trains_of_rows_that_differ_in_the_last_bit_of_one_value_do_not_correlate() =>
        OfHalves.AssertNoCorrelation(Encode, (row, spikes) =>
        {
            float[] features = [.. Halves];
            features[row % Neurons] = MathF.BitIncrement(features[row % Neurons]);
            SignedRateEncoding.Encode(features, spikes, Options, row);
        });

    private static void Encode(ulong row, float[] spikes) => SignedRateEncoding.Encode(Halves, spikes, Options, row);
}
