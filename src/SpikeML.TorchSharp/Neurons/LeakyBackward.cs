using System.Numerics;
using System.Runtime.InteropServices;

namespace SpikeML.Torch;

/// <summary>The gradient of leaky neurons over all steps, last step first.</summary>
/// <remarks>
/// With s the surrogate's derivative at membrane - threshold, and no gradient through the reset: gradient[t] = dMembrane[t] +
/// dSpikes[t] s[t] + beta gradient[t+1], where the last term only applies to neurons that are not reset to zero at t+1.
/// </remarks>
internal static class LeakyBackward
{
    /// <param name="membranes">The membranes, [numSteps][neurons].</param>
    /// <param name="spikeGradients">The gradients of the spikes, with the same shape, or empty for zeros.</param>
    /// <param name="membraneGradients">The gradients of the membranes, with the same shape, or empty for zeros.</param>
    /// <param name="gradients">The gradients of the currents, with the same shape.</param>
    /// <param name="numSteps">The number of steps.</param>
    /// <param name="constants">The constants of the neurons.</param>
    public static void Run(ReadOnlySpan<float> membranes, ReadOnlySpan<float> spikeGradients,
        ReadOnlySpan<float> membraneGradients,
        Span<float> gradients, int numSteps, LeakyConstants constants)
    {
        int neurons = membranes.Length / numSteps;
        for (int step = numSteps - 1; step >= 0; step--)
        {
            int start = step * neurons;
            Span<float> now = gradients.Slice(start, neurons);
            ReadOnlySpan<float> membrane = membranes.Slice(start, neurons);
            if (membraneGradients.IsEmpty)
                now.Clear();
            else
                membraneGradients.Slice(start, neurons).CopyTo(now);
            if (!spikeGradients.IsEmpty)
                AddSpikes(membrane, spikeGradients.Slice(start, neurons), now, constants);
            if (step < numSteps - 1)
                AddNext(membrane, gradients.Slice(start + neurons, neurons), now, constants);
        }
    }

    private static void AddSpikes(ReadOnlySpan<float> membranes, ReadOnlySpan<float> spikeGradients, Span<float> gradients,
        LeakyConstants constants)
    {
        ReadOnlySpan<Vector<float>> wide = MemoryMarshal.Cast<float, Vector<float>>(membranes);
        ReadOnlySpan<Vector<float>> wideSpikes = MemoryMarshal.Cast<float, Vector<float>>(spikeGradients);
        Span<Vector<float>> wideGradients = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        (Surrogate surrogate, Vector<float> threshold) = (constants.Surrogate, new(constants.Threshold));
        for (int i = 0; i < wide.Length; i++)
            wideGradients[i] += wideSpikes[i] * Derivative(surrogate, wide[i] - threshold);
        for (int i = wide.Length * Vector<float>.Count; i < membranes.Length; i++)
            gradients[i] += spikeGradients[i] * Derivative(surrogate, new Vector<float>(membranes[i] - constants.Threshold))[0];
    }

    private static void AddNext(ReadOnlySpan<float> membranes, ReadOnlySpan<float> next, Span<float> gradients,
        LeakyConstants constants)
    {
        ReadOnlySpan<Vector<float>> wide = MemoryMarshal.Cast<float, Vector<float>>(membranes);
        ReadOnlySpan<Vector<float>> wideNext = MemoryMarshal.Cast<float, Vector<float>>(next);
        Span<Vector<float>> wideGradients = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        // A reset to zero separates a neuron from its past; with an infinite threshold, there is no reset.
        float cut = constants.Reset == ResetMechanism.Zero ? constants.Threshold : float.PositiveInfinity;
        for (int i = 0; i < wide.Length; i++)
            wideGradients[i] += Vector.ConditionalSelect(Vector.GreaterThan(wide[i], new Vector<float>(cut)), Vector<float>.Zero,
                wideNext[i] * constants.Beta);
        for (int i = wide.Length * Vector<float>.Count; i < membranes.Length; i++)
            gradients[i] += membranes[i] > cut ? 0 : next[i] * constants.Beta;
    }

    private static Vector<float> Derivative(Surrogate surrogate, Vector<float> shifted)
    {
        float parameter = (float)surrogate.Parameter;
        switch (surrogate.Shape)
        {
            case SurrogateShape.FastSigmoid:
                Vector<float> distance = Vector.Abs(shifted) * parameter + Vector<float>.One;
                return Vector<float>.One / (distance * distance);
            case SurrogateShape.Atan:
                Vector<float> scaled = shifted * (float)(Math.PI / 2 * surrogate.Parameter);
                return new Vector<float>(parameter / 2) / (Vector<float>.One + scaled * scaled);
            case SurrogateShape.StraightThrough:
                return Vector<float>.One;
            default:
                return Vector.ConditionalSelect(Vector.LessThan(shifted, Vector<float>.Zero), new Vector<float>(parameter),
                    new Vector<float>(-parameter));
        }
    }
}
