using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>Readouts of sparse trains, given the ascending slots of their spikes.</summary>
internal static class SparseReadout
{
    /// <summary>With fewer spikes a step than this, nobody can predict where a step ends, so each slot is divided.</summary>
    private const int FewSpikes = 16;

    /// <summary>The spikes of a neuron beyond which its first one is found sooner from the first step on.</summary>
    private const int FewOfNeuron = 4;

    /// <summary>The number of spikes of each neuron.</summary>
    public static void Count(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, Span<float> counts)
    {
        counts.Clear();
        if (SpikeBuffers.Count(values) < values.Length)
            CountNotZero(slots, values, counts);
        else if (AreFew(slots, counts.Length))
            CountFew(slots, counts);
        else
            CountAll(slots, counts);
    }

    private static bool AreFew(ReadOnlySpan<int> slots, int neurons) =>
        neurons > 1 && !slots.IsEmpty && (long)slots.Length * neurons < (long)FewSpikes * slots[^1];

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void CountFew(ReadOnlySpan<int> slots, Span<float> counts)
    {
        SlotDivision division = new(counts.Length);
        foreach (int slot in slots)
            counts[division.Of(slot).Neuron]++;
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void CountAll(ReadOnlySpan<int> slots, Span<float> counts)
    {
        for (int i = 0, start = 0; i < slots.Length;)
        {
            start = StartOfStep(slots[i], start, counts.Length);
            for (; i < slots.Length && (uint)(slots[i] - start) < (uint)counts.Length; i++)
                counts[slots[i] - start]++;
        }
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void CountNotZero(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, Span<float> counts)
    {
        for (int i = 0, start = 0; i < slots.Length; i++)
        {
            start = StartOfStep(slots[i], start, counts.Length);
            counts[slots[i] - start] += values[i] != 0 ? 1 : 0;
        }
    }

    /// <summary>The sum of each neuron's spikes.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Sum(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, Span<double> sums)
    {
        sums.Clear();
        using PooledSpan<float> step = new(sums.Length);
        for (int i = 0, start = 0; i < slots.Length;)
        {
            start = StartOfStep(slots[i], start, sums.Length);
            if (SparseSteps.AreMany(slots, i, start, sums.Length))
            {
                i = SparseSteps.Spread(slots, values, i, start, step.Span);
                DenseSums.Add(step.Span, sums);
                continue;
            }
            for (; i < slots.Length && (uint)(slots[i] - start) < (uint)sums.Length; i++)
                sums[slots[i] - start] += values[i];
        }
    }

    /// <summary>The step of each neuron's first spike, or <paramref name="numSteps"/> if there is none.</summary>
    public static void FirstSpikeTime(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, int numSteps, Span<float> times)
    {
        times.Fill(numSteps);
        if (SpikeBuffers.Count(values) < values.Length)
            FirstNotZero(slots, values, numSteps, times);
        else if (AreFew(slots, times.Length) && slots.Length <= FewOfNeuron * times.Length)
            FirstOfFew(slots, times);
        else
            FirstOfAll(slots, numSteps, times);
    }

    /// <summary>Writing backwards leaves the earliest spike.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void FirstOfFew(ReadOnlySpan<int> slots, Span<float> times)
    {
        SlotDivision division = new(times.Length);
        for (int i = slots.Length - 1; i >= 0; i--)
        {
            (int step, int neuron) = division.Of(slots[i]);
            times[neuron] = step;
        }
    }

    /// <summary>
    /// Every spike sets the time of its neuron, because nobody can predict which is the first. After as many spikes as there are
    /// neurons, a look at the times says whether to go on.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void FirstOfAll(ReadOnlySpan<int> slots, int numSteps, Span<float> times)
    {
        float none = numSteps;
        for (int i = 0, start = 0, nextLook = times.Length; i < slots.Length;)
        {
            start = StartOfStep(slots[i], start, times.Length);
            float step = start / times.Length;
            for (; i < slots.Length && (uint)(slots[i] - start) < (uint)times.Length; i++)
            {
                ref float time = ref times[slots[i] - start];
                time = float.MinNative(time, step);
            }
            if (i < nextLook)
                continue;
            if (!times.Contains(none))
                return;
            nextLook = i + times.Length;
        }
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void FirstNotZero(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, int numSteps, Span<float> times)
    {
        for (int i = 0, start = 0, waiting = times.Length; i < slots.Length && waiting > 0; i++)
        {
            start = StartOfStep(slots[i], start, times.Length);
            ref float time = ref times[slots[i] - start];
            if (time != numSteps || values[i] == 0)
                continue;
            time = start / times.Length;
            waiting--;
        }
    }

    /// <summary>Adds the spikes of some steps to the sums and writes the sums after each step.</summary>
    /// <param name="slots">The slots.</param>
    /// <param name="values">Their values.</param>
    /// <param name="next">The first spike that has not been added yet.</param>
    /// <param name="firstSlot">The first slot of the steps.</param>
    /// <param name="state">The sums, one per neuron.</param>
    /// <param name="sums">Receives the sums of complete steps.</param>
    /// <returns>The first spike after these steps.</returns>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static int CumulativeSum(
        ReadOnlySpan<int> slots, ReadOnlySpan<float> values, int next, int firstSlot, Span<double> state, Span<float> sums)
    {
        for (int at = 0; at < sums.Length; at += state.Length)
        {
            int start = firstSlot + at;
            if (SparseSteps.AreMany(slots, next, start, state.Length))
            {
                Span<float> step = sums.Slice(at, state.Length);
                next = SparseSteps.Spread(slots, values, next, start, step);
                DenseSums.Move(step, state, weight: 1);
                continue;
            }
            for (; next < slots.Length && (uint)(slots[next] - start) < (uint)state.Length; next++)
                state[slots[next] - start] += values[next];
            DenseSums.Narrow(state, sums[at..]);
        }
        return next;
    }

    /// <summary>
    /// The first slot of the step that contains a slot, starting the search at the step that begins at <paramref name="start"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int StartOfStep(int slot, int start, int neurons)
    {
        if (slot - start < neurons)
            return start;
        // It is most likely the next step.
        return slot - start - neurons < neurons ? start + neurons : slot - slot % neurons;
    }
}
