using System.Buffers;

namespace SpikeML;

/// <summary>Encodes and decodes series with one code and measures the result.</summary>
internal sealed class SeriesTrial(SeriesCode code)
{
    public SeriesCode Code => code;

    public SpikeQuality Quality { get; } = new();

    public void Add(ReadOnlySpan<float> series, int numSteps)
    {
        // Rented, since fitting makes hundreds of trials.
        int neuronCount = series.Length / numSteps, spikeCount = series.Length * code.Channels;
        float[] rented = ArrayPool<float>.Shared.Rent(spikeCount + series.Length);
        Span<float> spikes = rented.AsSpan(0, spikeCount), decoded = rented.AsSpan(spikeCount, series.Length);
        code.Encode(series, spikes, neuronCount);
        code.Decode(spikes, series[..neuronCount], decoded, neuronCount);
        Quality.Add(series, decoded, spikes);
        ArrayPool<float>.Shared.Return(rented);
    }
}
