using System.Buffers;
using System.Numerics.Tensors;

namespace SpikeML;

/// <summary>Readouts of spike trains: the count, rate, first spike time and cumulative sum of each neuron's spikes.</summary>
public static class SpikeReadout
{
    /// <summary>
    /// The number of spikes of each neuron. Off-spikes are counted too, and each spike counts once, whatever its value.
    /// </summary>
    /// <param name="spikes">Time-major values: all neurons of step 0 first.</param>
    /// <param name="counts">Receives one value per neuron; its length is the number of neurons.</param>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    public static void Count(ReadOnlySpan<float> spikes, Span<float> counts)
    {
        CheckSteps(spikes.Length, counts.Length);
        DenseReadout.Count(spikes, counts);
    }

    /// <summary>The mean rate of each neuron: its number of spikes / the number of steps.</summary>
    /// <param name="spikes">Time-major values: all neurons of step 0 first.</param>
    /// <param name="rates">Receives one value per neuron; its length is the number of neurons.</param>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    public static void MeanRate(ReadOnlySpan<float> spikes, Span<float> rates)
    {
        Count(spikes, rates);
        Divide(rates, spikes.Length);
    }

    /// <summary>The step of each neuron's first spike.</summary>
    /// <param name="spikes">Time-major values: all neurons of step 0 first.</param>
    /// <param name="times">
    /// Receives one value per neuron, or the number of steps if there is no spike; its length is the number of neurons.
    /// </param>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    public static void FirstSpikeTime(ReadOnlySpan<float> spikes, Span<float> times)
    {
        CheckSteps(spikes.Length, times.Length);
        DenseReadout.FirstSpikeTime(spikes, times);
    }

    /// <summary>The cumulative sum of each neuron's spikes, computed in double precision.</summary>
    /// <param name="spikes">Time-major values: all neurons of step 0 first.</param>
    /// <param name="sums">Receives one value for each value of <paramref name="spikes"/>.</param>
    /// <param name="neuronCount">The number of neurons.</param>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    public static void CumulativeSum(ReadOnlySpan<float> spikes, Span<float> sums, int neuronCount)
    {
        CheckSteps(spikes.Length, neuronCount);
        if (sums.Length != spikes.Length)
            throw new ArgumentException(
                $"The sums of {Counted.Of(spikes.Length, "value")} need room for as many values, got "
                    + $"{sums.Length}.", nameof(sums));
        double[] rented = ArrayPool<double>.Shared.Rent(neuronCount);
        Span<double> own = rented.AsSpan(0, neuronCount);
        own.Clear();
        DenseSums.CumulativeSum(spikes, own, sums);
        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>Converts counts to rates, given the number of values of the train.</summary>
    internal static void Divide(Span<float> counts, int spikeCount)
    {
        float steps = spikeCount / (float)Math.Max(1, counts.Length);
        TensorPrimitives.Divide(counts, steps, counts);
    }

    private static void CheckSteps(int length, int neurons)
    {
        if (neurons == 0 ? length != 0 : length % neurons != 0)
            throw new ArgumentException(
                $"{Counted.Of(length, "value")} cannot be divided into steps of "
                    + $"{Counted.Of(neurons, "neuron")}.", nameof(length));
    }
}
