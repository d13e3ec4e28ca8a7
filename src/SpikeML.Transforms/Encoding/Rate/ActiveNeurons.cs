using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// The neurons that can spike (probability above 0), packed together so that silent ones cost no draws. Each carries the largest
/// draw at which it spikes: draw &lt;= ceil(p * 2^32) - 1, which is exact for every single-precision p of 2^-9 and above, never
/// silent below that, and certain for p = 1.
/// </summary>
internal readonly ref struct ActiveNeurons
{
    private readonly Span<int> _neurons;
    private readonly Span<uint> _limits;

    private ActiveNeurons(Span<int> neurons, Span<uint> limits, int count)
    {
        _neurons = neurons;
        _limits = limits;
        Count = count;
    }

    public int Count { get; }

    /// <summary>The room that the two buffers need for a number of neurons: whole blocks of lanes.</summary>
    public static int Capacity(int neuronCount) => (neuronCount + SpikeDraws.Lanes - 1) / SpikeDraws.Lanes * SpikeDraws.Lanes;

    public static ActiveNeurons Select(ReadOnlySpan<float> features, float gain, float offset, Span<int> neurons, Span<uint> limits)
    {
        int count = 0;
        for (int neuron = 0; neuron < features.Length; neuron++)
        {
            float probability = features[neuron] * gain + offset;
            if (probability > 0)
            {
                neurons[count] = neuron;
                limits[count++] = probability < 1 ? (uint)((long)Math.Ceiling(probability * 4294967296.0) - 1) : uint.MaxValue;
            }
        }
        int padded = Capacity(count);
        neurons[count..padded].Clear();
        limits[count..padded].Clear();
        return new ActiveNeurons(neurons[..padded], limits[..padded], count);
    }

    /// <summary>The neurons of one block of lanes.</summary>
    public Vector512<int> Block(int first) => Vector512.Create<int>(_neurons.Slice(first, SpikeDraws.Lanes));

    /// <summary>All ones for each neuron of the block that spikes with these draws.</summary>
    public Vector512<int> Spiking(int first, Vector512<uint> draws)
    {
        Vector512<uint> limits = Vector512.Create<uint>(_limits.Slice(first, SpikeDraws.Lanes));
        Vector512<int> spiking = Vector512.LessThanOrEqual(draws, limits).AsInt32();
        int lanes = Count - first;
        return lanes < SpikeDraws.Lanes ? spiking & Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(lanes)) : spiking;
    }
}
