using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Spike counts and first spikes of dense trains, step by step, 16 neurons at a time.</summary>
internal static class DenseReadout
{
    private const int Lanes = 16;

    /// <summary>Up to this number, single precision counts by ones, so counts can be added from parts.</summary>
    private const int LargestCount = 1 << 24;

    /// <summary>The number of spikes of each neuron.</summary>
    public static void Count(ReadOnlySpan<float> spikes, Span<float> counts)
    {
        counts.Clear();
        int folded = counts.Length < Lanes && spikes.Length <= LargestCount ? CountFolded(spikes, counts) : 0;
        for (int first = folded; first < spikes.Length; first += counts.Length)
            CountStep(spikes.Slice(first, counts.Length), counts);
    }

    /// <summary>Counts 16 steps of a few neurons as one step of 16 times as many neurons; returns the number of values.</summary>
    private static int CountFolded(ReadOnlySpan<float> spikes, Span<float> counts)
    {
        Span<float> wide = stackalloc float[Lanes * Lanes];
        wide = wide[..(counts.Length * Lanes)];
        wide.Clear();
        int at = 0;
        for (; wide.Length > 0 && at <= spikes.Length - wide.Length; at += wide.Length)
            CountStep(spikes.Slice(at, wide.Length), wide);
        for (int lane = 0; lane < wide.Length; lane++)
            counts[lane % counts.Length] += wide[lane];
        return at;
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void CountStep(ReadOnlySpan<float> spikes, Span<float> counts)
    {
        int neuron = 0;
        for (; neuron <= spikes.Length - Lanes; neuron += Lanes)
        {
            Vector512<float> silent = Vector512.Equals(Vector512.Create(spikes[neuron..]), Vector512<float>.Zero);
            (Vector512.Create<float>(counts[neuron..]) + Vector512.AndNot(Vector512<float>.One, silent)).CopyTo(counts[neuron..]);
        }
        for (; neuron < spikes.Length; neuron++)
            counts[neuron] += spikes[neuron] != 0 ? 1 : 0;
    }

    /// <summary>The step of each neuron's first spike, or the number of steps if there is none.</summary>
    public static void FirstSpikeTime(ReadOnlySpan<float> spikes, Span<float> times)
    {
        int numSteps = spikes.Length / Math.Max(1, times.Length);
        times.Fill(numSteps);
        if (times.Length < Lanes)
        {
            FirstSpikesOfFew(spikes, numSteps, times);
            return;
        }
        bool isOpen = true;
        for (int step = 0; step < numSteps && isOpen; step++)
            isOpen = FirstSpikes(spikes.Slice(step * times.Length, times.Length), step, numSteps, times);
    }

    /// <summary>Skips 16 silent values at a time and stops when all neurons have spiked.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void FirstSpikesOfFew(ReadOnlySpan<float> spikes, int numSteps, Span<float> times)
    {
        for (int at = 0, waiting = times.Length; at < spikes.Length && waiting > 0; at++)
        {
            if (spikes.Length - at >= Lanes && Vector512.EqualsAll(Vector512.Create(spikes[at..]), Vector512<float>.Zero))
            {
                at += Lanes - 1;
                continue;
            }
            (int step, int neuron) = Math.DivRem(at, times.Length);
            if (spikes[at] == 0 || times[neuron] != numSteps)
                continue;
            times[neuron] = step;
            waiting--;
        }
    }

    /// <summary>Writes the step for each neuron whose first spike it is; returns false if all neurons have spiked.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static bool FirstSpikes(ReadOnlySpan<float> spikes, int step, int numSteps, Span<float> times)
    {
        Vector512<float> none = Vector512.Create((float)numSteps), now = Vector512.Create((float)step);
        Vector512<float> open = Vector512<float>.Zero;
        int neuron = 0;
        for (; neuron <= spikes.Length - Lanes; neuron += Lanes)
        {
            Vector512<float> own = Vector512.Create<float>(times[neuron..]);
            Vector512<float> silent = Vector512.Equals(Vector512.Create(spikes[neuron..]), Vector512<float>.Zero);
            Vector512<float> waiting = Vector512.Equals(own, none);
            SpikeML.Lanes.Select(Vector512.AndNot(waiting, silent), now, own).CopyTo(times[neuron..]);
            open |= waiting & silent;
        }
        bool isOpen = open.AsInt32() != Vector512<int>.Zero;
        for (; neuron < spikes.Length; neuron++)
        {
            if (times[neuron] != none[0])
                continue;
            times[neuron] = spikes[neuron] != 0 ? step : times[neuron];
            isOpen |= spikes[neuron] == 0;
        }
        return isOpen;
    }
}
