using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// The spikes of neurons that fire at equal intervals: the step of each one's next spike, 16 neurons side by side. Steps cost
/// little where nobody fires, and what they give is in order already.
/// </summary>
internal readonly ref struct PeriodicSpikes
{
    /// <summary>The next spike of neurons that fire no more.</summary>
    public const int Never = int.MaxValue;

    /// <summary>With fewer spikes than one in so many blocks of neurons, those without any are skipped.</summary>
    private const int RareFiring = 10;

    private readonly Span<int> _neurons;

    /// <param name="memory">Room for <see cref="Length"/> numbers.</param>
    /// <param name="neuronCount">The number of neurons.</param>
    public PeriodicSpikes(Span<int> memory, int neuronCount)
    {
        int padded = Lanes.Padded(neuronCount);
        NeuronCount = neuronCount;
        Next = memory[..padded];
        Interval = memory.Slice(padded, padded);
        End = memory.Slice(2 * padded, padded);
        _neurons = memory.Slice(3 * padded, padded);
    }

    public int NeuronCount { get; }

    /// <summary>The step of each neuron's next spike; <see cref="Never"/> behind the last neuron.</summary>
    public Span<int> Next { get; }

    /// <summary>The steps from each neuron's spike to its next one.</summary>
    public Span<int> Interval { get; }

    /// <summary>The step from which on each neuron is silent.</summary>
    public Span<int> End { get; }

    /// <summary>The numbers that so many neurons need.</summary>
    public static int Length(int neuronCount) => 4 * Lanes.Padded(neuronCount);

    /// <summary>Writes all steps as dense values.</summary>
    public void WriteDense(Span<float> spikes)
    {
        for (int first = 0, step = 0; first < spikes.Length; first += NeuronCount, step++)
            WriteStep(step, Next, Interval, End, spikes.Slice(first, NeuronCount));
    }

    /// <summary>Writes the ascending slots of the spikes, whose number is known and for which there is room.</summary>
    public void WriteSlots(Span<int> slots, int spikeCount)
    {
        if (spikeCount == 0)
            return;
        int active = SelectActive(), steps = TensorPrimitives.Max<int>(End[..active]), count = 0;
        bool rare = (long)RareFiring * spikeCount < (long)active / Lanes.Count * steps;
        for (int step = 0, first = 0; count < spikeCount; step++, first += NeuronCount)
            count += AddStep(step, first, rare, _neurons[..active], Next[..active], Interval[..active], End[..active], slots[count..]);
    }

    private static void WriteStep(int step, Span<int> next, ReadOnlySpan<int> interval, ReadOnlySpan<int> end, Span<float> spikes)
    {
        for (int neuron = 0; neuron < next.Length; neuron += Lanes.Count)
        {
            Vector512<int> own = Vector512.Create<int>(next[neuron..]), firing = Vector512.Equals(own, Vector512.Create(step));
            Lanes.Store(firing.AsSingle() & Vector512<float>.One, spikes, neuron);
            MoveOn(own, firing, interval[neuron..], end[neuron..]).CopyTo(next[neuron..]);
        }
    }

    private static int AddStep(int step, int first, bool rare, ReadOnlySpan<int> neurons,
        Span<int> next, ReadOnlySpan<int> interval, ReadOnlySpan<int> end, Span<int> slots)
    {
        int count = 0;
        for (int neuron = 0; neuron < next.Length; neuron += Lanes.Count)
        {
            Vector512<int> own = Vector512.Create<int>(next[neuron..]), firing = Vector512.Equals(own, Vector512.Create(step));
            if (rare && firing == Vector512<int>.Zero)
                continue;
            count += LanePacking.Pack(Vector512.Create(neurons[neuron..]) + Vector512.Create(first), firing, slots[count..]);
            MoveOn(own, firing, interval[neuron..], end[neuron..]).CopyTo(next[neuron..]);
        }
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> MoveOn(Vector512<int> next, Vector512<int> firing, ReadOnlySpan<int> interval, ReadOnlySpan<int> end)
    {
        next += Vector512.Create(interval) & firing;
        Vector512<int> over = Vector512.GreaterThanOrEqual(next, Vector512.Create(end));
        return Vector512.ConditionalSelect(over, Vector512.Create(Never), next);
    }

    /// <summary>Packs the neurons that fire at all to the front, and returns the length of the blocks that hold them.</summary>
    private int SelectActive()
    {
        int count = 0;
        for (int neuron = 0; neuron < Next.Length; neuron += Lanes.Count)
        {
            Vector512<int> next = Vector512.Create<int>(Next[neuron..]), active = ~Vector512.Equals(next, Vector512.Create(Never));
            LanePacking.Pack(Vector512.Create<int>(Interval[neuron..]), active, Interval[count..]);
            LanePacking.Pack(Vector512.Create<int>(End[neuron..]), active, End[count..]);
            LanePacking.Pack(Vector512<int>.Indices + Vector512.Create(neuron), active, _neurons[count..]);
            count += LanePacking.Pack(next, active, Next[count..]);
        }
        Next[count..Lanes.Padded(count)].Fill(Never);
        End[count..Lanes.Padded(count)].Clear();
        return Lanes.Padded(count);
    }
}
