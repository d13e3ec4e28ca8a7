using System.Numerics.Tensors;

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

    private static readonly (int Neurons, int Steps)[] Lags = [(1, 0), (16, 0), (17, 0), (0, 1), (0, 2), (1, 1)];

    [Fact]
    public void Spike_counts_have_the_mean_and_spread_of_Bernoulli_trials()
    {
        float[] features = [.. Enumerable.Range(1, Neurons).Select(i => i / (float)(Neurons + 1))];
        // Exact in single precision: no neuron has more than 140,000 trials.
        float[] counts = new float[Neurons], spikes = NewTrain();
        for (ulong row = 0; row < Rows; row++)
        {
            RateEncoding.Encode(features, spikes, Options, row);
            for (int step = 0; step < Steps; step++)
                TensorPrimitives.Add(counts, spikes.AsSpan(step * Neurons, Neurons), counts);
        }

        double trials = (double)Rows * Steps;
        double[] deviations = [.. counts.Select((count, i) =>
            (count - trials * features[i]) / Math.Sqrt(trials * features[i] * (1 - features[i])))];
        Assert.All(deviations, z => Assert.InRange(z, -Bound, Bound));
        // The sum of squared deviations is chi-squared: mean n, variance 2n.
        double chiSquared = deviations.Sum(z => z * z);
        Assert.InRange((chiSquared - Neurons) / Math.Sqrt(2.0 * Neurons), -Bound, Bound);
    }

    [Fact]
    public void Spikes_of_one_row_do_not_correlate()
    {
        double[] sums = new double[Lags.Length];
        float[] spikes = NewTrain();
        for (ulong row = 0; row < Rows; row++)
        {
            RateEncoding.Encode(Halves, spikes, Options, row);
            for (int i = 0; i < Lags.Length; i++)
                sums[i] += SignProducts(spikes.AsSpan(..^Lag(i)), spikes.AsSpan(Lag(i)));
        }
        Assert.All(Lags, (_, i) => Assert.InRange(sums[i] / Math.Sqrt((double)Rows * (Steps * Neurons - Lag(i))), -Bound, Bound));
    }

    [Fact]
    public void Trains_of_successive_row_keys_do_not_correlate() => AssertSuccessiveAreIndependent((row, spikes) =>
        RateEncoding.Encode(Halves, spikes, Options, row));

    [Fact]
    public void Trains_of_successive_seeds_do_not_correlate() => AssertSuccessiveAreIndependent((row, spikes) =>
        RateEncoding.Encode(Halves, spikes, Options with { Seed = (int)row }, 0));

    [Fact]
    public void Trains_of_rows_that_differ_in_the_last_bit_of_one_value_do_not_correlate() => AssertIndependent(
        (row, spikes) => RateEncoding.Encode(Halves, spikes, Options, row),
        (row, spikes) => RateEncoding.Encode(WithLastBitChanged((int)row % Neurons), spikes, Options, row));

    [Fact]
    public void Trains_of_rows_with_the_same_values_in_other_slots_do_not_correlate()
    {
        float[] first = [.. Halves], second = [.. Halves];
        (first[3], second[4]) = (0.25f, 0.25f);
        AssertIndependent(
            (row, spikes) => RateEncoding.Encode(first, spikes, Options, row),
            (row, spikes) => RateEncoding.Encode(second, spikes, Options, row), except: [3, 4]);
    }

    private static void AssertSuccessiveAreIndependent(Action<ulong, float[]> encode)
    {
        float[] train = NewTrain(), next = NewTrain();
        encode(0, train);
        double sum = 0;
        for (ulong row = 0; row < Rows; row++)
        {
            encode(row + 1, next);
            sum += SignProducts(train, next);
            (train, next) = (next, train);
        }
        AssertSmall(sum, Neurons);
    }

    private static void AssertIndependent(Action<ulong, float[]> left, Action<ulong, float[]> right, params int[] except)
    {
        float[] a = NewTrain(), b = NewTrain();
        double sum = 0;
        for (ulong row = 0; row < Rows; row++)
        {
            left(row, a);
            right(row, b);
            sum += SignProducts(a, b);
            for (int slot = 0; slot < a.Length; slot += Neurons)
                sum -= except.Sum(neuron => Sign(a[slot + neuron]) * Sign(b[slot + neuron]));
        }
        AssertSmall(sum, Neurons - except.Length);
    }

    private static void AssertSmall(double sum, int neurons) =>
        Assert.InRange(sum / Math.Sqrt((double)Rows * Steps * neurons), -Bound, Bound);

    private static float[] NewTrain() => new float[Steps * Neurons];

    private static float[] WithLastBitChanged(int slot)
    {
        float[] features = [.. Halves];
        features[slot] = MathF.BitIncrement(features[slot]);
        return features;
    }

    private static int Lag(int i) => Lags[i].Steps * Neurons + Lags[i].Neurons;

    /// <summary>The sum of the products of signs, a spike being 1 and none -1. The sums of a row's spikes are exact.</summary>
    private static double SignProducts(ReadOnlySpan<float> a, ReadOnlySpan<float> b) =>
        4.0 * TensorPrimitives.Dot(a, b) - 2.0 * (TensorPrimitives.Sum(a) + TensorPrimitives.Sum(b)) + a.Length;

    private static double Sign(float spike) => 2 * spike - 1;
}
