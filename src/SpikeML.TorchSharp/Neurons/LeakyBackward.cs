using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpikeML.Torch;

/// <summary>The gradient of leaky neurons over all steps, last step first.</summary>
/// <remarks>
/// With s the surrogate's derivative at membrane - threshold, and no gradient through the reset: gradient[t] = dMembrane[t] +
/// dSpikes[t] s[t] + beta gradient[t+1], where the last term only applies to neurons that are not reset to zero at t+1.
/// </remarks>
internal static class LeakyBackward
{
    /// <summary>Computes the gradients of some of the neurons, which do not depend on the others.</summary>
    /// <param name="membranes">The membranes, [numSteps][neurons].</param>
    /// <param name="spikeGradients">The gradients of the spikes, with the same shape, or empty for zeros.</param>
    /// <param name="membraneGradients">The gradients of the membranes, with the same shape, or empty for zeros.</param>
    /// <param name="gradients">The gradients of the currents, with the same shape.</param>
    /// <param name="numSteps">The number of steps.</param>
    /// <param name="constants">The constants of the neurons.</param>
    /// <param name="first">The first of the neurons.</param>
    /// <param name="count">Their number.</param>
    public static void Run(ReadOnlySpan<float> membranes, ReadOnlySpan<float> spikeGradients,
        ReadOnlySpan<float> membraneGradients, Span<float> gradients, int numSteps, LeakyConstants constants, int first,
        int count)
    {
        int neurons = membranes.Length / numSteps;
        Span<float> last = gradients.Slice((numSteps - 1) * neurons + first, count);
        last.Clear();
        ReadOnlySpan<float> next = last;
        for (int start = (numSteps - 1) * neurons + first; start >= 0; start -= neurons)
        {
            Span<float> now = gradients.Slice(start, count);
            Advance(membranes.Slice(start, count), spikeGradients.IsEmpty ? [] : spikeGradients.Slice(start, count),
                membraneGradients.IsEmpty ? [] : membraneGradients.Slice(start, count), next, now, constants);
            next = now;
        }
    }

    /// <summary>The gradients of the currents of a step.</summary>
    /// <param name="membranes">The membranes after the step.</param>
    /// <param name="spikeGradients">The gradients of the spikes, or empty for zeros.</param>
    /// <param name="membraneGradients">The gradients of the membranes, or empty for zeros.</param>
    /// <param name="next">The gradients of the currents of the next step, which may be those to write.</param>
    /// <param name="gradients">The gradients to write.</param>
    /// <param name="constants">The constants of the neurons.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Advance(ReadOnlySpan<float> membranes, ReadOnlySpan<float> spikeGradients,
        ReadOnlySpan<float> membraneGradients, ReadOnlySpan<float> next, Span<float> gradients, LeakyConstants constants)
    {
        ReadOnlySpan<Vector<float>> wide = MemoryMarshal.Cast<float, Vector<float>>(membranes);
        ReadOnlySpan<Vector<float>> wideSpikes = MemoryMarshal.Cast<float, Vector<float>>(spikeGradients);
        ReadOnlySpan<Vector<float>> wideMembranes = MemoryMarshal.Cast<float, Vector<float>>(membraneGradients);
        ReadOnlySpan<Vector<float>> wideNext = MemoryMarshal.Cast<float, Vector<float>>(next);
        Span<Vector<float>> wideGradients = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        LeakyDerivative derivative = new(constants);
        for (int i = 0; i < wide.Length; i++)
            wideGradients[i] = derivative.Gradient(wide[i], wideSpikes.IsEmpty ? Vector<float>.Zero : wideSpikes[i],
                wideMembranes.IsEmpty ? Vector<float>.Zero : wideMembranes[i], wideNext[i]);
        for (int i = wide.Length * Vector<float>.Count; i < membranes.Length; i++)
            gradients[i] = derivative.Gradient(new(membranes[i]), new(spikeGradients.IsEmpty ? 0 : spikeGradients[i]),
                new(membraneGradients.IsEmpty ? 0 : membraneGradients[i]), new(next[i]))[0];
    }
}
