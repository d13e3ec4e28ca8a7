using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpikeML.Torch;

/// <summary>One step of leaky integrate-and-fire neurons, computed like <see cref="Leaky"/>.</summary>
internal static class LeakyStep
{
    /// <summary>Advances the membranes; a neuron fires if its membrane is then above the threshold.</summary>
    /// <param name="before">The membranes before the step, which may be those to write.</param>
    /// <param name="currents">The currents.</param>
    /// <param name="membranes">The membranes to write.</param>
    /// <param name="beta">The decay.</param>
    /// <param name="threshold">The threshold.</param>
    /// <param name="reset">What a spike does to the membrane.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Advance(ReadOnlySpan<float> before, ReadOnlySpan<float> currents, Span<float> membranes, float beta,
        float threshold, ResetMechanism reset)
    {
        ReadOnlySpan<Vector<float>> wideBefore = MemoryMarshal.Cast<float, Vector<float>>(before);
        ReadOnlySpan<Vector<float>> wideCurrents = MemoryMarshal.Cast<float, Vector<float>>(currents);
        Span<Vector<float>> wide = MemoryMarshal.Cast<float, Vector<float>>(membranes);
        for (int i = 0; i < wide.Length; i++)
            wide[i] = Next(wideBefore[i], wideCurrents[i], new(beta), new(threshold), reset);
        for (int i = wide.Length * Vector<float>.Count; i < membranes.Length; i++)
            membranes[i] = Next(new(before[i]), new(currents[i]), new(beta), new(threshold), reset)[0];
    }

    /// <summary>The spikes of the membranes: 1 above the threshold, else 0.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Fire(ReadOnlySpan<float> membranes, Span<float> spikes, float threshold)
    {
        ReadOnlySpan<Vector<float>> wide = MemoryMarshal.Cast<float, Vector<float>>(membranes);
        Span<Vector<float>> wideSpikes = MemoryMarshal.Cast<float, Vector<float>>(spikes);
        for (int i = 0; i < wide.Length; i++)
            wideSpikes[i] = Vector.ConditionalSelect(Vector.GreaterThan(wide[i], new Vector<float>(threshold)), Vector<float>.One,
                Vector<float>.Zero);
        for (int i = wide.Length * Vector<float>.Count; i < membranes.Length; i++)
            spikes[i] = membranes[i] > threshold ? 1 : 0;
    }

    /// <summary>The membranes after a step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Next(Vector<float> membrane, Vector<float> current, Vector<float> beta, Vector<float> threshold,
        ResetMechanism reset)
    {
        Vector<int> fired = Vector.GreaterThan(membrane, threshold);
        if (reset == ResetMechanism.Zero)
            membrane = Vector.ConditionalSelect(fired, Vector<float>.Zero, membrane);
        Vector<float> next = beta * membrane + current;
        return reset == ResetMechanism.Subtract ? next - Vector.ConditionalSelect(fired, threshold, Vector<float>.Zero) : next;
    }
}
