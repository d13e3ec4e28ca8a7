using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Bernoulli trials, 16 at a time: at each step, each neuron spikes with its probability, independently of all others. Draws are
/// consumed step by step and, within a step, block by block of the neurons with a probability above 0.
/// </summary>
/// <remarks>Changing anything here changes the spikes of every saved model.</remarks>
internal static class BernoulliTrials
{
    /// <summary>Writes the spikes of all steps as ones; the steps before the first are silent.</summary>
    /// <param name="probabilities">The neurons' probabilities; values above 1 are certain.</param>
    /// <param name="key">The key of the draws.</param>
    /// <param name="firstStep">The first step that may hold spikes.</param>
    /// <param name="spikes">Receives steps x neurons values, time-major.</param>
    public static void Encode(ReadOnlySpan<float> probabilities, ulong key, int firstStep, Span<float> spikes)
    {
        spikes.Clear();
        DenseSink sink = new(spikes);
        Trains trains = new(probabilities.Length, firstStep, spikes.Length / Math.Max(1, probabilities.Length));
        Draw(probabilities, key, trains, ref sink);
    }

    /// <summary>Lists the slots of the same spikes; returns false if there is not enough room for them.</summary>
    public static bool TryEncodeSlots(ReadOnlySpan<float> probabilities, ulong key, Trains trains, Span<int> slots, out int count)
    {
        SlotSink sink = new(slots);
        bool complete = Draw(probabilities, key, trains, ref sink);
        count = sink.Count;
        return complete;
    }

    /// <summary>
    /// Room for the slots of more spikes than the trials will almost certainly give: six standard deviations above the expected
    /// number.
    /// </summary>
    public static int RoomForSlots(double mean) => (int)Math.Min(mean + 6 * Math.Sqrt(mean) + 3 * SpikeDraws.Lanes, int.MaxValue);

    /// <summary>The sum of the probabilities |feature * gain|, each at most 1.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static double Expected(ReadOnlySpan<float> features, float gain)
    {
        Vector512<float> sums = Vector512<float>.Zero;
        int slot = 0;
        for (; slot <= features.Length - SpikeDraws.Lanes; slot += SpikeDraws.Lanes)
            sums += Vector512.Min(Vector512.Abs(Vector512.Create(features[slot..]) * gain), Vector512<float>.One);
        double sum = Vector512.Sum(sums);
        for (; slot < features.Length; slot++)
            sum += Math.Min(Math.Abs(features[slot] * gain), 1);
        return sum;
    }

    /// <summary>The trials of neurons with constant probabilities; returns false if the sink is full.</summary>
    public static bool Draw<TSink>(ActiveNeurons active, Trains trains, ref SpikeDraws draws, ref TSink sink)
        where TSink : ISpikeSink, allows ref struct
    {
        for (int step = trains.FirstStep; step < trains.NumSteps; step++)
        {
            if (!DrawStep(active, step * trains.Neurons, ref draws, ref sink))
                return false;
        }
        return true;
    }

    /// <summary>One trial per neuron; returns false if the sink is full.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static bool DrawStep<TSink>(ActiveNeurons active, int firstSlot, ref SpikeDraws draws, ref TSink sink)
        where TSink : ISpikeSink, allows ref struct
    {
        // Copies keep the generator's state and the sink's count in registers.
        SpikeDraws ownDraws = draws;
        TSink ownSink = sink;
        for (int first = 0; first < active.Count; first += SpikeDraws.Lanes)
        {
            if (!ownSink.TryAdd(firstSlot, active.Block(first), active.Spiking(first, ownDraws.Next())))
                return false;
        }
        draws = ownDraws;
        sink = ownSink;
        return true;
    }

    /// <summary>
    /// The trials of neurons with the given probabilities; values above 1 are certain. Returns false if the sink is full.
    /// </summary>
    public static bool Draw<TSink>(ReadOnlySpan<float> probabilities, ulong key, Trains trains, ref TSink sink)
        where TSink : ISpikeSink, allows ref struct
    {
        int capacity = ActiveNeurons.Capacity(probabilities.Length);
        int[] neurons = ArrayPool<int>.Shared.Rent(2 * capacity);
        SpikeDraws draws = new(key);
        ActiveNeurons active = ActiveNeurons.Select(
            probabilities, 1, 0, neurons.AsSpan(0, capacity), MemoryMarshal.Cast<int, uint>(neurons.AsSpan(capacity, capacity)));
        bool complete = Draw(active, trains, ref draws, ref sink);
        ArrayPool<int>.Shared.Return(neurons);
        return complete;
    }

    /// <summary>The number of trains to draw, and their steps.</summary>
    internal readonly record struct Trains(int Neurons, int FirstStep, int NumSteps);
}
