namespace SpikeML.Tests.Encoding.Rate;

/// <summary>
/// Whether the draws are Bernoulli trials: mean and independence, over more than 10^8 draws. The seeds are fixed, so a test
/// passes always or never; a sound generator would fail one of these bounds (5 standard deviations) once in thousands of seeds.
/// </summary>
public class RateStatisticsTests
{
    private const int Neurons = 784;
    private const int Steps = 100;
    private const int Rows = 1400;
    private const double Bound = 5;

    private static readonly float[] Halves = [.. Enumerable.Repeat(0.5f, Neurons)];
    private static readonly RateEncodingOptions Options = new() { NumSteps = Steps, Seed = 12345 };

    [Fact]
    public void Spike_counts_have_the_mean_and_spread_of_Bernoulli_trials()
    {
        float[] features = [.. Enumerable.Range(1, Neurons).Select(i => i / (float)(Neurons + 1))];
        double[] counts = new double[Neurons];
        for (ulong row = 0; row < Rows; row++)
        {
            float[] spikes = Encode(features, Options, row);
            for (int slot = 0; slot < spikes.Length; slot++)
                counts[slot % Neurons] += spikes[slot];
        }

        double trials = (double)Rows * Steps;
        double[] deviations = [.. counts.Select((count, i) => (count - trials * features[i]) / Math.Sqrt(trials * features[i] * (1 - features[i])))];
        Assert.All(deviations, z => Assert.InRange(z, -Bound, Bound));
        // The sum of squared deviations is chi-squared: mean n, variance 2n.
        double chiSquared = deviations.Sum(z => z * z);
        Assert.InRange((chiSquared - Neurons) / Math.Sqrt(2.0 * Neurons), -Bound, Bound);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(16, 0)]
    [InlineData(17, 0)]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(1, 1)]
    public void Spikes_of_one_row_do_not_correlate(int neuronLag, int stepLag)
    {
        double sum = 0;
        long pairs = 0;
        int lag = stepLag * Neurons + neuronLag;
        for (ulong row = 0; row < Rows; row++)
        {
            float[] spikes = Encode(Halves, Options, row);
            for (int slot = 0; slot + lag < spikes.Length; slot++)
                sum += Sign(spikes[slot]) * Sign(spikes[slot + lag]);
            pairs += spikes.Length - lag;
        }
        Assert.InRange(sum / Math.Sqrt(pairs), -Bound, Bound);
    }

    [Fact]
    public void Trains_of_successive_row_keys_do_not_correlate() =>
        AssertIndependent(row => Encode(Halves, Options, row), row => Encode(Halves, Options, row + 1));

    [Fact]
    public void Trains_of_successive_seeds_do_not_correlate() =>
        AssertIndependent(row => Encode(Halves, Options with { Seed = (int)row }, 0), row => Encode(Halves, Options with { Seed = (int)row + 1 }, 0));

    [Fact]
    public void Trains_of_rows_that_differ_in_the_last_bit_of_one_value_do_not_correlate() =>
        AssertIndependent(row => Encode(Halves, Options, row), row => Encode(WithLastBitChanged((int)row % Neurons), Options, row));

    [Fact]
    public void Trains_of_rows_with_the_same_values_in_other_slots_do_not_correlate()
    {
        float[] first = [.. Halves], second = [.. Halves];
        (first[3], second[4]) = (0.25f, 0.25f);
        AssertIndependent(row => Encode(first, Options, row), row => Encode(second, Options, row), except: [3, 4]);
    }

    private static void AssertIndependent(Func<ulong, float[]> left, Func<ulong, float[]> right, params int[] except)
    {
        double sum = 0;
        for (ulong row = 0; row < Rows; row++)
        {
            float[] a = left(row), b = right(row);
            for (int slot = 0; slot < a.Length; slot++)
                sum += except.Contains(slot % Neurons) ? 0 : Sign(a[slot]) * Sign(b[slot]);
        }
        Assert.InRange(sum / Math.Sqrt((double)Rows * Steps * (Neurons - except.Length)), -Bound, Bound);
    }

    private static float[] WithLastBitChanged(int slot)
    {
        float[] features = [.. Halves];
        features[slot] = MathF.BitIncrement(features[slot]);
        return features;
    }

    private static float[] Encode(float[] features, RateEncodingOptions options, ulong rowKey)
    {
        float[] spikes = new float[options.NumSteps * features.Length];
        RateEncoding.Encode(features, spikes, options, rowKey);
        return spikes;
    }

    private static double Sign(float spike) => 2 * spike - 1;
}
