using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Sums of dense trains in double precision, step by step, 16 neurons at a time.</summary>
internal static class DenseSums
{
    private const int Lanes = 16;

    private const int SummedTogether = 4 * Lanes;

    /// <summary>The cumulative sums of the spikes; <paramref name="state"/> holds the last ones.</summary>
    public static void CumulativeSum(ReadOnlySpan<float> spikes, Span<double> state, Span<float> sums)
    {
        if (state.Length < Lanes)
        {
            CumulativeSumOfFew(spikes, state, sums);
            return;
        }
        for (int first = 0; first < spikes.Length; first += state.Length)
            Add(spikes.Slice(first, state.Length), state, sums.Slice(first, state.Length));
    }

    /// <summary>Adds a step's spikes to the sums and writes these in single precision.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void Add(ReadOnlySpan<float> spikes, Span<double> sums, Span<float> narrow)
    {
        int neuron = 0;
        for (; neuron <= spikes.Length - Lanes; neuron += Lanes)
        {
            (Vector512<double> low, Vector512<double> high) = Vector512.Widen(Vector512.Create(spikes[neuron..]));
            low += Vector512.Create<double>(sums[neuron..]);
            high += Vector512.Create<double>(sums[(neuron + Lanes / 2)..]);
            low.CopyTo(sums[neuron..]);
            high.CopyTo(sums[(neuron + Lanes / 2)..]);
            LaneNarrowing.Narrow(low, high).CopyTo(narrow[neuron..]);
        }
        for (; neuron < spikes.Length; neuron++)
            narrow[neuron] = (float)(sums[neuron] += spikes[neuron]);
    }

    /// <summary>Adds a step's weighted spikes to the sums, and replaces them by the sums in single precision.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Move(Span<float> step, Span<double> sums, double weight)
    {
        ref float value = ref MemoryMarshal.GetReference(step);
        ref double sum = ref MemoryMarshal.GetReference(sums[..step.Length]);
        int neuron = 0;
        for (; neuron <= step.Length - Lanes; neuron += Lanes)
        {
            (Vector512<double> low, Vector512<double> high) = Vector512.Widen(Vector512.LoadUnsafe(ref value, (nuint)neuron));
            low = low * weight + Vector512.LoadUnsafe(ref sum, (nuint)neuron);
            high = high * weight + Vector512.LoadUnsafe(ref sum, (nuint)(neuron + Lanes / 2));
            low.StoreUnsafe(ref sum, (nuint)neuron);
            high.StoreUnsafe(ref sum, (nuint)(neuron + Lanes / 2));
            LaneNarrowing.Narrow(low, high).StoreUnsafe(ref value, (nuint)neuron);
        }
        for (; neuron < step.Length; neuron++)
            step[neuron] = (float)(sums[neuron] += weight * step[neuron]);
    }

    private static void CumulativeSumOfFew(ReadOnlySpan<float> spikes, Span<double> state, Span<float> sums)
    {
        for (int neuron = 0; neuron < state.Length; neuron++)
        {
            double sum = state[neuron];
            for (int at = neuron; at < spikes.Length; at += state.Length)
                sums[at] = (float)(sum += spikes[at]);
            state[neuron] = sum;
        }
    }

    /// <summary>The sums of each neuron's spikes.</summary>
    public static void Sum(ReadOnlySpan<float> spikes, Span<double> sums)
    {
        sums.Clear();
        if (sums.Length >= SummedTogether)
        {
            // The last neurons are summed once more where they are no whole block.
            for (int first = 0; first < sums.Length; first += SummedTogether)
                SumBlock(spikes, sums, Math.Min(first, sums.Length - SummedTogether));
            return;
        }
        if (sums.Length >= Lanes)
        {
            for (int first = 0; first < spikes.Length; first += sums.Length)
                Add(spikes.Slice(first, sums.Length), sums);
            return;
        }
        for (int neuron = 0; neuron < sums.Length; neuron++)
        {
            double sum = 0;
            for (int at = neuron; at < spikes.Length; at += sums.Length)
                sum += spikes[at];
            sums[neuron] = sum;
        }
    }

    /// <summary>Sums the spikes of 64 neurons, whose sums stay in registers from step to step.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void SumBlock(ReadOnlySpan<float> spikes, Span<double> sums, int first)
    {
        DoubleLanes one = default, two = default, three = default, four = default;
        for (int at = first; at <= spikes.Length - SummedTogether; at += sums.Length)
        {
            one += DoubleLanes.Widen(Vector512.Create(spikes[at..]));
            two += DoubleLanes.Widen(Vector512.Create(spikes[(at + Lanes)..]));
            three += DoubleLanes.Widen(Vector512.Create(spikes[(at + 2 * Lanes)..]));
            four += DoubleLanes.Widen(Vector512.Create(spikes[(at + 3 * Lanes)..]));
        }
        one.CopyTo(sums[first..]);
        two.CopyTo(sums[(first + Lanes)..]);
        three.CopyTo(sums[(first + 2 * Lanes)..]);
        four.CopyTo(sums[(first + 3 * Lanes)..]);
    }

    /// <summary>Adds a step's spikes to the sums.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Add(ReadOnlySpan<float> spikes, Span<double> sums)
    {
        int neuron = 0;
        for (; neuron <= spikes.Length - Lanes; neuron += Lanes)
        {
            (Vector512<double> low, Vector512<double> high) = Vector512.Widen(Vector512.Create(spikes[neuron..]));
            (Vector512.Create<double>(sums[neuron..]) + low).CopyTo(sums[neuron..]);
            (Vector512.Create<double>(sums[(neuron + Lanes / 2)..]) + high).CopyTo(sums[(neuron + Lanes / 2)..]);
        }
        for (; neuron < spikes.Length; neuron++)
            sums[neuron] += spikes[neuron];
    }

    /// <summary>Writes the sums in single precision.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Narrow(ReadOnlySpan<double> sums, Span<float> narrow)
    {
        int neuron = 0;
        for (; neuron <= sums.Length - Lanes; neuron += Lanes)
            LaneNarrowing.Narrow(Vector512.Create(sums[neuron..]), Vector512.Create(sums[(neuron + Lanes / 2)..]))
                .CopyTo(narrow[neuron..]);
        for (; neuron < sums.Length; neuron++)
            narrow[neuron] = (float)sums[neuron];
    }
}
