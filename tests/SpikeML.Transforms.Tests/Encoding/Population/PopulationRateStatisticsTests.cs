using SpikeML.Tests.Encoding.Reference;

namespace SpikeML.Tests.Encoding.Population;

/// <summary>Means and independence of population rate coding's draws.</summary>
public class PopulationRateStatisticsTests
{
    private const int Features = 60;
    private const int Fields = 8;

    private static readonly PopulationRateEncodingOptions Options = new() { NumSteps = 100, NumFields = Fields, Seed = 12345 };
    private static readonly float[] Values =
        [.. Enumerable.Range(0, Features).Select(i => (i * 7 % Features + 0.25f) / Features)];
    private static readonly DrawnStatistics Statistics = new([.. Values.SelectMany(Activations)], 100, 200);

    [Fact]
    public void Spikes_have_the_mean_and_spread_of_the_activations() => Statistics.AssertMeans(Encode);

    [Fact]
    public void Spikes_of_one_row_do_not_correlate() => Statistics.AssertNoCorrelationWithin(Encode);

    [Fact]
    public void Trains_of_successive_row_keys_do_not_correlate() =>
        Statistics.AssertNoCorrelation(Encode, (row, spikes) => Encode(row + 1, spikes));

    [Fact]
    public void Trains_of_successive_seeds_do_not_correlate() => Statistics.AssertNoCorrelation(
        Encode, (row, spikes) =>
            PopulationRateEncoding.Encode(Values, spikes, [ValueRange.Unit], Options with { Seed = 12346 }, row));

    private static void Encode(ulong row, float[] spikes) =>
        PopulationRateEncoding.Encode(Values, spikes, [ValueRange.Unit], Options, row);

    /// <summary>Centres lie 1/6 apart, fields are 1/9 wide; what is below 2^-32 is nothing.</summary>
    private static IEnumerable<float> Activations(float value) => Enumerable.Range(0, Fields).Select(field =>
    {
        double offset = (value - (2 * field - 1) / 12.0) * 9, activation = Math.Exp(-offset * offset / 2);
        return activation < 1e-9 ? 0 : (float)activation;
    });
}
