using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// The spikes of neurons that fire at equal intervals: the step of each neuron's next spike, 64 neurons side by side in trains of
/// up to 127 steps, and otherwise 16. Silent steps cost little, and the spikes come out in order.
/// </summary>
internal readonly ref struct PeriodicSpikes
{
    /// <summary>The next spike of neurons that do not fire again.</summary>
    public const int Never = int.MaxValue;

    private readonly Span<Vector512<int>> _neurons;

    /// <param name="memory">Room for <see cref="Length"/> vectors.</param>
    /// <param name="neuronCount">The number of neurons.</param>
    public PeriodicSpikes(Span<Vector512<int>> memory, int neuronCount)
    {
        int length = Lanes.Vectors(neuronCount);
        NeuronCount = neuronCount;
        Next = memory[..length];
        Interval = memory.Slice(length, length);
        End = memory.Slice(2 * length, length);
        _neurons = memory.Slice(3 * length, length);
    }

    public int NeuronCount { get; }

    /// <summary>The step of each neuron's next spike; <see cref="Never"/> beyond the last neuron.</summary>
    public Span<Vector512<int>> Next { get; }

    /// <summary>The steps from each neuron's spike to its next spike.</summary>
    public Span<Vector512<int>> Interval { get; }

    /// <summary>The step from which each neuron is silent.</summary>
    public Span<Vector512<int>> End { get; }

    /// <summary>The number of vectors that a number of neurons needs.</summary>
    public static int Length(int neuronCount) => 4 * Lanes.Vectors(neuronCount);

    /// <summary>Writes all steps as dense values.</summary>
    public void WriteDense(Span<float> spikes)
    {
        if (spikes.Length <= (long)sbyte.MaxValue * NeuronCount)
            WriteDense<sbyte>(spikes);
        else
            WriteDense<int>(spikes);
    }

    private void WriteDense<T>(Span<float> spikes)
        where T : unmanaged, IBinaryInteger<T>
    {
        using PooledSpan<PeriodicBlock<T>> blocks = ToBlocks<T>(Next.Length);
        using PooledSpan<ushort> firing = new(blocks.Span.Length * PeriodicBlock<T>.Vectors);
        Span<Vector512<float>> spare = MemoryMarshal.Cast<Vector512<int>, Vector512<float>>(_neurons);
        for (int first = 0, step = 0; first < spikes.Length; first += NeuronCount, step++)
        {
            PeriodicBlock<T>.Advance(blocks.Span, step, firing.Span);
            Write(firing.Span, DenseStep.Open(spikes, first, NeuronCount, spare));
            DenseStep.Close(spikes, first, NeuronCount, spare);
        }
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void Write(Span<ushort> firing, Span<Vector512<float>> spikes)
    {
        for (int i = 0; i < spikes.Length; i++)
            spikes[i] = Lanes.Chosen(firing[i]).AsSingle() & Vector512<float>.One;
    }

    /// <summary>Writes the ascending slots of the spikes; there must be room for all of them.</summary>
    public void WriteSlots(Span<int> slots, int spikeCount)
    {
        int vectors = SelectActive();
        int steps = vectors > 0 ? TensorPrimitives.Max<int>(MemoryMarshal.Cast<Vector512<int>, int>(End[..vectors])) : 0;
        if (steps <= sbyte.MaxValue)
            WriteSlots<sbyte>(slots, spikeCount, vectors);
        else
            WriteSlots<int>(slots, spikeCount, vectors);
    }

    private void WriteSlots<T>(Span<int> slots, int spikeCount, int vectors)
        where T : unmanaged, IBinaryInteger<T>
    {
        using PooledSpan<PeriodicBlock<T>> blocks = ToBlocks<T>(vectors);
        using PooledSpan<ushort> firing = new(blocks.Span.Length * PeriodicBlock<T>.Vectors);
        for (int step = 0, first = 0, count = 0; count < spikeCount; step++, first += NeuronCount)
        {
            PeriodicBlock<T>.Advance(blocks.Span, step, firing.Span);
            count += LanePacking.PackBits(firing.Span[..vectors], _neurons, first, slots[count..]);
        }
    }

    /// <summary>Blocks of the neurons of the first vectors. The caller disposes of them.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private PooledSpan<PeriodicBlock<T>> ToBlocks<T>(int vectors)
        where T : unmanaged, IBinaryInteger<T>
    {
        int each = PeriodicBlock<T>.Vectors;
        PooledSpan<PeriodicBlock<T>> memory = new((vectors + each - 1) / each);
        for (int i = 0; i < memory.Span.Length; i++)
        {
            memory.Span[i] = new PeriodicBlock<T>
            {
                Next = Narrow<T>(Next[..vectors], i, padding: Never),
                Interval = Narrow<T>(Interval[..vectors], i, padding: 0),
                End = Narrow<T>(End[..vectors], i, padding: 0),
            };
        }
        return memory;
    }

    /// <summary>The steps of a block; those beyond what T can hold become the largest that it can.</summary>
    private static Vector512<T> Narrow<T>(ReadOnlySpan<Vector512<int>> steps, int block, int padding)
    {
        if (typeof(T) == typeof(int))
            return steps[block].As<int, T>();
        Vector512<int> rest = Vector512.Create(padding);
        ReadOnlySpan<Vector512<int>> own = steps[(4 * block)..];
        return Vector512.Create(
            LaneNarrowing.Saturate(own[0], own.Length > 1 ? own[1] : rest),
            LaneNarrowing.Saturate(own.Length > 2 ? own[2] : rest, own.Length > 3 ? own[3] : rest)).As<sbyte, T>();
    }

    /// <summary>Packs the neurons that fire at all to the front, and returns the number of vectors that hold them.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private int SelectActive()
    {
        Span<int> next = MemoryMarshal.Cast<Vector512<int>, int>(Next), interval = MemoryMarshal.Cast<Vector512<int>,
            int>(Interval);
        Span<int> end = MemoryMarshal.Cast<Vector512<int>, int>(End), neurons = MemoryMarshal.Cast<Vector512<int>, int>(_neurons);
        int count = 0;
        for (int i = 0; i < Next.Length; i++)
        {
            Vector512<int> own = Next[i], active = ~Vector512.Equals(own, Vector512.Create(Never));
            LanePacking.Pack(Interval[i], active, interval[count..]);
            LanePacking.Pack(End[i], active, end[count..]);
            LanePacking.Pack(Lanes.Indices + Vector512.Create(i * Lanes.Count), active, neurons[count..]);
            count += LanePacking.Pack(own, active, next[count..]);
        }
        int vectors = Lanes.Vectors(count);
        next[count..(vectors * Lanes.Count)].Fill(Never);
        end[count..(vectors * Lanes.Count)].Clear();
        return vectors;
    }
}
