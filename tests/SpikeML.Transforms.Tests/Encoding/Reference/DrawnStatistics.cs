using System.Numerics.Tensors;

namespace SpikeML.Tests.Encoding.Reference;

/// <summary>
/// Whether trains are Bernoulli trials: mean and independence. The seeds are fixed, so a test passes always or never; a sound
/// generator would fail one of these bounds (5 standard deviations) once in thousands of seeds.
/// </summary>
internal sealed class DrawnStatistics(float[] probabilities, int numSteps, int rows)
{
    public const double Bound = 5;

    private readonly float[] _expected =
        [.. Enumerable.Range(0, numSteps * probabilities.Length).Select(at => probabilities[at % probabilities.Length])];

    /// <summary>Each neuron's spikes have the mean, and all together the spread, of its probability.</summary>
    public void AssertMeans(Action<ulong, float[]> encode)
    {
        double[] counts = new double[probabilities.Length];
        float[] spikes = new float[_expected.Length];
        for (ulong row = 0; row < (ulong)rows; row++)
        {
            encode(row, spikes);
            for (int at = 0; at < spikes.Length; at++)
                counts[at % counts.Length] += Math.Abs(spikes[at]);
        }
        double trials = (double)rows * numSteps;
        double[] deviations = [.. counts.Zip(probabilities, (count, p) => p is 0 or 1
            ? count - trials * p : (count - trials * p) / Math.Sqrt(trials * p * (1 - p)))];
        int certain = probabilities.Count(p => p is 0 or 1);
        // A Poisson number has a longer tail than the normal one.
        Assert.All(deviations.Zip(probabilities), pair =>
            Assert.InRange(pair.First, -Bound, Bound + 10 / Math.Sqrt(Math.Max(1, trials * pair.Second))));
        double chiSquared = deviations.Sum(z => z * z), freedom = probabilities.Length - certain;
        double variance = 2 * freedom + probabilities.Sum(p => p is 0 or 1 ? 0 : 1 / (trials * p));
        Assert.InRange((chiSquared - freedom) / Math.Sqrt(variance), -Bound, Bound);
    }

    /// <summary>Neither neurons nor steps of one train go together.</summary>
    public void AssertNoCorrelationWithin(Action<ulong, float[]> encode)
    {
        int neurons = probabilities.Length;
        int[] lags = [1, 2, Math.Min(16, neurons - 1), Math.Min(17, neurons - 1), neurons, 2 * neurons, neurons + 1];
        double[] sums = new double[lags.Length];
        float[] spikes = new float[_expected.Length];
        for (ulong row = 0; row < (ulong)rows; row++)
        {
            Deviate(encode, row, spikes);
            for (int i = 0; i < lags.Length; i++)
                sums[i] += TensorPrimitives.Dot(spikes.AsSpan(..^lags[i]), spikes.AsSpan(lags[i]..));
        }
        for (int i = 0; i < lags.Length; i++)
            AssertSmall(
                sums[i], Enumerable.Range(0, _expected.Length - lags[i]).Sum(at => Variance(at) * Variance(at + lags[i])));
    }

    /// <summary>Nor do the trains of two ways to encode rows.</summary>
    public void AssertNoCorrelation(Action<ulong, float[]> left, Action<ulong, float[]> right)
    {
        float[] a = new float[_expected.Length], b = new float[_expected.Length];
        double sum = 0;
        for (ulong row = 0; row < (ulong)rows; row++)
        {
            Deviate(left, row, a);
            Deviate(right, row, b);
            sum += TensorPrimitives.Dot(a, b);
        }
        AssertSmall(sum, Enumerable.Range(0, _expected.Length).Sum(at => Variance(at) * Variance(at)));
    }

    private void Deviate(Action<ulong, float[]> encode, ulong row, float[] spikes)
    {
        encode(row, spikes);
        TensorPrimitives.Abs(spikes, spikes);
        TensorPrimitives.Subtract(spikes, _expected, spikes);
    }

    private void AssertSmall(double sum, double variance) => Assert.InRange(sum / Math.Sqrt(rows * variance), -Bound, Bound);

    private double Variance(int at) => _expected[at] * (1.0 - _expected[at]);
}
