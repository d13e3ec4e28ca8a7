using SpikeML.Tests.Encoding.Reference;

namespace SpikeML.Tests.Encoding.Targets;

/// <summary>Means and independence of the draws of rate targets.</summary>
public class RateTargetStatisticsTests
{
    private const int Classes = 20;

    private static readonly RateTargetEncodingOptions Options =
        new() { NumSteps = 200, CorrectRate = 0.6, IncorrectRate = 0.15, FiringPattern = FiringPattern.Poisson, Seed = 12345 };

    private static readonly DrawnStatistics Statistics =
        new([.. Enumerable.Range(0, Classes).Select(neuron => neuron == 7 ? 0.6f : 0.15f)], 200, 1000);

    [Fact]
    public void Poisson_targets_have_the_mean_and_spread_of_their_rates() => Statistics.AssertMeans(Encode);

    [Fact]
    public void Poisson_targets_do_not_correlate()
    {
        Statistics.AssertNoCorrelationWithin(Encode);
        Statistics.AssertNoCorrelation(Encode, (row, targets) => Encode(row + 1, targets));
        Statistics.AssertNoCorrelation(
            Encode, (row, targets) => RateTargetEncoding.Encode([7], targets, Classes, Options with { Seed = 12346 }, row));
    }

    [Fact]
    public void Uniform_targets_fall_on_all_steps_alike()
    {
        RateTargetEncodingOptions options = Options with { FiringPattern = FiringPattern.Uniform, FirstSpikeTime = 50 };
        double[] counts = new double[200];
        float[] targets = new float[200 * Classes];
        for (ulong row = 0; row < 2000; row++)
        {
            RateTargetEncoding.Encode([7], targets, Classes, options, row);
            for (int at = 0; at < targets.Length; at++)
                counts[at / Classes] += at % Classes == 7 ? 0 : targets[at];
        }
        // Of 23 times drawn from 150, each step is among them with a probability of 1 - (149 / 150)^23.
        double p = 1 - Math.Pow(149 / 150.0, 23), trials = 2000 * (Classes - 1);
        Assert.All(counts[..50], count => Assert.Equal(0, count));
        Assert.All(counts[50..], count => Assert.InRange((count - trials * p) / Math.Sqrt(trials * p * (1 - p)), -5, 5));
    }

    private static void Encode(ulong row, float[] targets) => RateTargetEncoding.Encode([7], targets, Classes, Options, row);
}
