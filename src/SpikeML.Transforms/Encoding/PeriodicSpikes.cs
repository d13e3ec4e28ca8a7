using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// The spikes of neurons that fire at equal intervals: the step of each neuron's next spike, 16 neurons side by side. Silent
/// steps cost little, and the spikes come out in order.
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
        using PooledSpan<PeriodicBlock> blocks = new(Next.Length);
        ToBlocks(blocks.Span);
        Span<Vector512<float>> spare = MemoryMarshal.Cast<Vector512<int>, Vector512<float>>(_neurons);
        for (int first = 0, step = 0; first < spikes.Length; first += NeuronCount, step++)
        {
            PeriodicBlock.WriteStep(blocks.Span, step, DenseStep.Open(spikes, first, NeuronCount, spare));
            DenseStep.Close(spikes, first, NeuronCount, spare);
        }
    }

    /// <summary>Writes the ascending slots of the spikes; there must be room for all of them.</summary>
    public void WriteSlots(Span<int> slots, int spikeCount)
    {
        using PooledSpan<PeriodicBlock> memory = new(SelectActive());
        Span<PeriodicBlock> blocks = memory.Span;
        ToBlocks(blocks);
        bool rare = PeriodicBlock.FiresRarely(spikeCount, blocks.Length, LastStep(blocks.Length));
        for (int step = 0, first = 0, count = 0; count < spikeCount; step++, first += NeuronCount)
        {
            Span<int> rest = slots[count..];
            count += rest.Length >= (blocks.Length + 1) * Lanes.Count
                ? PeriodicBlock.AddStep(blocks, step, first, rare, ref MemoryMarshal.GetReference(rest))
                : PeriodicBlock.AddStep(blocks, step, first, rest);
        }
    }

    private int LastStep(int blocks) =>
        blocks > 0 ? TensorPrimitives.Max<int>(MemoryMarshal.Cast<Vector512<int>, int>(End[..blocks])) : 0;

    private void ToBlocks(Span<PeriodicBlock> blocks)
    {
        for (int i = 0; i < blocks.Length; i++)
            blocks[i] = new PeriodicBlock { Next = Next[i], Interval = Interval[i], End = End[i], Neurons = _neurons[i] };
    }

    /// <summary>Packs the neurons that fire at all to the front, and returns the number of vectors that hold them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
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
            LanePacking.Pack(Vector512<int>.Indices + Vector512.Create(i * Lanes.Count), active, neurons[count..]);
            count += LanePacking.Pack(own, active, next[count..]);
        }
        int vectors = Lanes.Vectors(count);
        next[count..(vectors * Lanes.Count)].Fill(Never);
        end[count..(vectors * Lanes.Count)].Clear();
        return vectors;
    }
}
