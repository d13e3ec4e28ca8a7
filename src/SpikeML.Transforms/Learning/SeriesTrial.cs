using System.Buffers;
using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>Encodes and decodes series with one code and measures the result.</summary>
internal sealed class SeriesTrial(SeriesCode code)
{
    public SeriesCode Code => code;

    public SpikeQuality Quality { get; } = new();

    public void Add(in ColumnValues series, int numSteps)
    {
        if (series.AreDoubles)
            Add(series.Doubles, numSteps);
        else
            Add(series.Singles, numSteps);
    }

    public void Add<T>(ReadOnlySpan<T> series, int numSteps)
        where T : unmanaged => Run(series, numSteps, isOfErrors: false);

    /// <summary>Measures the error and the signal-to-noise ratio alone, which is all that decides between options.</summary>
    public void AddErrors<T>(ReadOnlySpan<T> series, int numSteps)
        where T : unmanaged => Run(series, numSteps, isOfErrors: true);

    [MethodImpl(KernelCompilation.AtOnce)]
    private void Run<T>(ReadOnlySpan<T> series, int numSteps, bool isOfErrors)
        where T : unmanaged
    {
        // Pooled, because fitting makes hundreds of trials.
        int neuronCount = series.Length / numSteps, spikeCount = series.Length * code.Channels;
        float[] rented = ArrayPool<float>.Shared.Rent(spikeCount + series.Length);
        Span<float> spikes = rented.AsSpan(0, spikeCount), decoded = rented.AsSpan(spikeCount, series.Length);
        code.Encode(series, spikes, neuronCount);
        using PooledSpan<double> first = new(neuronCount);
        for (int neuron = 0; neuron < neuronCount; neuron++)
            first.Span[neuron] = ValueLanes.Wide(series[neuron]);
        code.Decode(spikes, first.Span, decoded, neuronCount);
        if (isOfErrors)
            Quality.AddErrors<T, float>(series, decoded);
        else
            Quality.AddSignal<T, float>(series, decoded, spikes);
        ArrayPool<float>.Shared.Return(rented);
    }
}
