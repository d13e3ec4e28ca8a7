using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpikeML.Torch;

/// <summary>Runs leaky neurons over all steps: spikes and membranes from currents, each [numSteps][neurons].</summary>
internal static class LeakyForward
{
    /// <summary>Runs some of the neurons, which do not depend on the others.</summary>
    /// <param name="currents">The currents.</param>
    /// <param name="spikes">The spikes.</param>
    /// <param name="membranes">The membranes.</param>
    /// <param name="numSteps">The number of steps.</param>
    /// <param name="constants">The constants of the neurons.</param>
    /// <param name="first">The first of the neurons to run.</param>
    /// <param name="count">Their number.</param>
    public static void Run(ReadOnlySpan<float> currents, Span<float> spikes, Span<float> membranes, int numSteps,
        LeakyConstants constants, int first, int count)
    {
        int neurons = currents.Length / numSteps;
        Span<float> rest = membranes.Slice(first, count);
        rest.Clear();
        ReadOnlySpan<float> before = rest;
        for (int start = first; start < currents.Length; start += neurons)
        {
            Span<float> now = membranes.Slice(start, count);
            Advance(before, currents.Slice(start, count), now, spikes.Slice(start, count), constants);
            before = now;
        }
    }

    /// <summary>The membranes and spikes after a step.</summary>
    /// <param name="before">The membranes before it, which may be those to write.</param>
    /// <param name="currents">The currents.</param>
    /// <param name="membranes">The membranes to write.</param>
    /// <param name="spikes">The spikes to write.</param>
    /// <param name="constants">The constants of the neurons.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Advance(ReadOnlySpan<float> before, ReadOnlySpan<float> currents, Span<float> membranes,
        Span<float> spikes, LeakyConstants constants)
    {
        ReadOnlySpan<Vector<float>> wideBefore = MemoryMarshal.Cast<float, Vector<float>>(before);
        ReadOnlySpan<Vector<float>> wideCurrents = MemoryMarshal.Cast<float, Vector<float>>(currents);
        Span<Vector<float>> wide = MemoryMarshal.Cast<float, Vector<float>>(membranes);
        Span<Vector<float>> wideSpikes = MemoryMarshal.Cast<float, Vector<float>>(spikes);
        Vector<float> beta = new(constants.Beta), threshold = new(constants.Threshold);
        ResetMechanism reset = constants.Reset;
        for (int i = 0; i < wide.Length; i++)
        {
            wide[i] = LeakyStep.Next(wideBefore[i], wideCurrents[i], beta, threshold, reset);
            wideSpikes[i] = Vector.ConditionalSelect(
                Vector.GreaterThan(wide[i], threshold), Vector<float>.One, Vector<float>.Zero);
        }
        for (int i = wide.Length * Vector<float>.Count; i < membranes.Length; i++)
        {
            membranes[i] = LeakyStep.Next(new(before[i]), new(currents[i]), beta, threshold, reset)[0];
            spikes[i] = membranes[i] > constants.Threshold ? 1 : 0;
        }
    }
}
