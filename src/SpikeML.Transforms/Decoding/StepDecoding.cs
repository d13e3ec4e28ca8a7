using System.Buffers;

namespace SpikeML;

/// <summary>
/// The shared decoder of codes of changes (Petro, Kasabov and Kiss 2020): r[0] = s[0], and each spike moves the series by the
/// threshold, r[t] = r[t-1] + threshold * spike[t].
/// </summary>
public static class StepDecoding
{
    /// <summary>Restores each neuron's series.</summary>
    /// <param name="spikes">Time-major spikes, 1, 0 or -1; those of step 0 are ignored.</param>
    /// <param name="first">The series' values at step 0, one a neuron, which give the number of neurons.</param>
    /// <param name="series">Receives the same number of values as there are spikes.</param>
    /// <param name="threshold">The change that a spike represents, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="threshold"/> is not above 0 and finite, or <paramref name="first"/> is empty.
    /// </exception>
    /// <exception cref="ArgumentException">The lengths do not match, or the spans overlap.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series, double threshold)
    {
        OptionCheck.Positive(threshold, nameof(threshold));
        SeriesCheck.Decoding(spikes, first, series, first.Length);
        using WideValues own = new(first);
        Restore(spikes, own.Span, series, threshold);
    }

    /// <summary>Restores each neuron's series, whose lengths and threshold have been checked.</summary>
    internal static void Restore(ReadOnlySpan<float> spikes, ReadOnlySpan<double> first, Span<float> series, double threshold)
    {
        FeatureCheck.AllFinite(spikes);
        if (series.IsEmpty)
            return;
        // Summing in double precision keeps rounding errors from accumulating over the steps.
        double[] rented = ArrayPool<double>.Shared.Rent(StepLanes.StateLength(first.Length, 1));
        for (int neuron = 0; neuron < first.Length; neuron++)
        {
            // Adding 0 turns -0 into 0.
            rented[neuron] = first[neuron] + 0.0;
            series[neuron] = (float)rented[neuron];
        }
        StepDecodingKernel kernel = new(threshold, sumFirst: true);
        StepLanes.Run(kernel, spikes[first.Length..], series[first.Length..], first.Length, rented);
        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>Adds up each neuron's spikes.</summary>
    /// <param name="spikes">Time-major spikes.</param>
    /// <param name="first">The initial value of each neuron's sum; if empty, 0.</param>
    /// <param name="series">Receives the same number of values.</param>
    /// <param name="neuronCount">The number of neurons.</param>
    /// <param name="kernel">The kernel that adds them up.</param>
    internal static void Sum(
        ReadOnlySpan<float> spikes, ReadOnlySpan<double> first, Span<float> series, int neuronCount, StepDecodingKernel kernel)
    {
        FeatureCheck.AllFinite(spikes);
        double[] rented = ArrayPool<double>.Shared.Rent(StepLanes.StateLength(neuronCount, 1));
        Array.Clear(rented);
        for (int neuron = 0; neuron < first.Length; neuron++)
            rented[neuron] = first[neuron];
        StepLanes.Run(kernel, spikes, series, neuronCount, rented);
        ArrayPool<double>.Shared.Return(rented);
    }
}
