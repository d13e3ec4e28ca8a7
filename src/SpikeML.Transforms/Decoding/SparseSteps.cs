using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpikeML;

/// <summary>The steps of sparse trains, one after the other.</summary>
internal static class SparseSteps
{
    /// <summary>Where more than one neuron in this many spikes, a step is processed faster as dense values.</summary>
    private const int NeuronsPerSpike = 5;

    /// <summary>Whether a step has so many spikes that it is processed faster as dense values.</summary>
    /// <param name="slots">The ascending slots of all spikes.</param>
    /// <param name="next">The index of the step's first spike.</param>
    /// <param name="firstSlot">The slot of the step's first neuron.</param>
    /// <param name="neuronCount">The number of neurons.</param>
    /// <param name="channels">The number of slots for each neuron.</param>
    public static bool AreMany(ReadOnlySpan<int> slots, int next, int firstSlot, int neuronCount, int channels = 1)
    {
        int far = next + neuronCount / NeuronsPerSpike;
        return far < slots.Length && slots[far] - firstSlot < neuronCount * channels;
    }

    /// <summary>Writes a step as dense values, and returns the index of the first spike after it.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static int Spread(
        ReadOnlySpan<int> slots, ReadOnlySpan<float> values, int next, int firstSlot, Span<float> step)
    {
        step.Clear();
        // Neurons are checked one by one, because nobody guarantees that slots ascend; the two lists are equally long.
        ref int slot = ref MemoryMarshal.GetReference(slots);
        ref float value = ref MemoryMarshal.GetReference(values[..slots.Length]), first = ref MemoryMarshal.GetReference(step);
        for (; next < slots.Length; next++)
        {
            uint neuron = (uint)(Unsafe.Add(ref slot, next) - firstSlot);
            if (neuron >= (uint)step.Length)
                break;
            Unsafe.Add(ref first, neuron) = Unsafe.Add(ref value, next);
        }
        return next;
    }
}
