using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// The neurons that can spike (probability above 0), packed together so that silent neurons take no draws. Each has the largest
/// draw at which it spikes: draw &lt;= ceil(p * 2^32) - 1, which is exact for every single-precision p of at least 2^-9, never 0
/// below that, and certain for p = 1.
/// </summary>
internal readonly ref struct ActiveNeurons
{
    private readonly Span<int> _neurons;
    private readonly Span<uint> _limits;

    private ActiveNeurons(Span<int> neurons, Span<uint> limits, int count)
    {
        int padded = Capacity(count);
        neurons[count..padded].Clear();
        limits[count..padded].Clear();
        _neurons = neurons[..padded];
        _limits = limits[..padded];
        Count = count;
    }

    public int Count { get; }

    /// <summary>The room that each of the two buffers needs for a number of neurons: whole blocks of lanes.</summary>
    public static int Capacity(int neuronCount) => (neuronCount + SpikeDraws.Lanes - 1) / SpikeDraws.Lanes * SpikeDraws.Lanes;

    /// <summary>The neurons whose probability, feature * gain + offset, is above 0.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static ActiveNeurons Select(
        ReadOnlySpan<float> features, float gain, float offset, Span<int> neurons, Span<uint> limits)
    {
        int count = 0;
        for (int first = 0; first < features.Length; first += SpikeDraws.Lanes)
        {
            Vector512<float> probabilities = Lanes.Load(features, first, padding: 0) * gain + Vector512.Create(offset);
            Add(Numbers(first), probabilities, features.Length - first, neurons, limits, ref count);
        }
        return new ActiveNeurons(neurons, limits, count);
    }

    /// <summary>
    /// The neurons whose probability, the absolute value of feature * gain, is above 0; if feature * gain is negative, the sign
    /// bit of the neuron's number is set.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static ActiveNeurons SelectSigned(ReadOnlySpan<float> features, float gain, Span<int> neurons, Span<uint> limits)
    {
        int count = 0;
        for (int first = 0; first < features.Length; first += SpikeDraws.Lanes)
        {
            Vector512<float> scaled = Lanes.Load(features, first, padding: 0) * gain;
            Vector512<int> signs = scaled.AsInt32() & Vector512.Create(int.MinValue);
            Add(Numbers(first) | signs, Vector512.Abs(scaled), features.Length - first, neurons, limits, ref count);
        }
        return new ActiveNeurons(neurons, limits, count);
    }

    /// <summary>The neurons of one block of lanes.</summary>
    public Vector512<int> Block(int first) => Vector512.Create<int>(_neurons.Slice(first, SpikeDraws.Lanes));

    /// <summary>All ones for each neuron of the block that spikes with these draws.</summary>
    public Vector512<int> Spiking(int first, Vector512<uint> draws)
    {
        Vector512<uint> limits = Vector512.Create<uint>(_limits.Slice(first, SpikeDraws.Lanes));
        Vector512<int> spiking = Vector512.LessThanOrEqual(draws, limits).AsInt32();
        int lanes = Count - first;
        return lanes < SpikeDraws.Lanes ? spiking & Vector512.LessThan(Lanes.Indices, Vector512.Create(lanes)) : spiking;
    }

    private static void Add(
        Vector512<int> numbers, Vector512<float> probabilities, int lanes, Span<int> neurons, Span<uint> limits, ref int count)
    {
        Vector512<int> active = Vector512.GreaterThan(probabilities, Vector512<float>.Zero).AsInt32()
            & Vector512.LessThan(Lanes.Indices, Vector512.Create(lanes));
        LanePacking.Pack(numbers, active, neurons[count..]);
        count += LanePacking.Pack(Limits(probabilities), active, MemoryMarshal.Cast<uint, int>(limits[count..]));
    }

    /// <summary>ceil(p * 2^32) - 1 in 32 bits, exact because single precision has no fractions above 2^24.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Limits(Vector512<float> probabilities)
    {
        Vector512<float> ceilings = Vector512.Ceiling(probabilities * 4294967296f);
        Vector512<int> certain = Vector512.GreaterThanOrEqual(probabilities, Vector512<float>.One).AsInt32();
        // Machines convert numbers out of range differently, but only those of certain or silent neurons are.
        return (Lanes.ToUInt32(ceilings) - Vector512<uint>.One).AsInt32() | certain;
    }

    private static Vector512<int> Numbers(int first) => Lanes.Indices + Vector512.Create(first);
}
