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
    /// <summary>So few neurons that the gradients of all their steps are in the nearest cache.</summary>
    private const int Few = 64;

    /// <summary>Whether there is a derivative in vectors.</summary>
    public static bool Has(Surrogate surrogate) => surrogate.Shape is SurrogateShape.FastSigmoid or SurrogateShape.Atan
        or SurrogateShape.StraightThrough or SurrogateShape.Triangular;

    /// <summary>Computes the gradients of the currents.</summary>
    /// <param name="gradients">The gradients.</param>
    /// <param name="constants">The constants of the neurons, with a surrogate that <see cref="Has"/> accepts.</param>
    public static void Run(in LeakyGradients gradients, LeakyConstants constants)
    {
        switch (constants.Surrogate.Shape)
        {
            case SurrogateShape.FastSigmoid:
                Run<FastSigmoidDerivative>(gradients, constants);
                break;
            case SurrogateShape.Atan:
                Run<AtanDerivative>(gradients, constants);
                break;
            case SurrogateShape.StraightThrough:
                Run<StraightThroughDerivative>(gradients, constants);
                break;
            case SurrogateShape.Triangular:
                Run<TriangularDerivative>(gradients, constants);
                break;
            default:
                throw new NotSupportedException($"{constants.Surrogate.Shape} has no derivative in vectors.");
        }
    }

    private static void Run<TDerivative>(in LeakyGradients gradients, LeakyConstants constants)
        where TDerivative : struct, ISurrogateDerivative
    {
        if (gradients is { Count: Few, OfSpikes.IsEmpty: false, OfMembranes.IsEmpty: true }
            && gradients.Membranes.Length == Few * gradients.NumSteps)
            RunFew<TDerivative>(gradients, constants);
        else
            RunSteps<TDerivative>(gradients, constants);
    }

    private static void RunSteps<TDerivative>(in LeakyGradients gradients, LeakyConstants constants)
        where TDerivative : struct, ISurrogateDerivative
    {
        int neurons = gradients.Membranes.Length / gradients.NumSteps, count = gradients.Count;
        using PooledSpan<float> pooled = new(count);
        Span<float> zeros = pooled.Span;
        zeros.Clear();
        ReadOnlySpan<float> next = zeros;
        for (int start = (gradients.NumSteps - 1) * neurons + gradients.First; start >= 0; start -= neurons)
        {
            Span<float> now = gradients.OfCurrents.Slice(start, count);
            Advance<TDerivative>(gradients.Membranes.Slice(start, count),
                gradients.OfSpikes.IsEmpty ? zeros : gradients.OfSpikes.Slice(start, count),
                gradients.OfMembranes.IsEmpty ? zeros : gradients.OfMembranes.Slice(start, count), next, now, constants);
            next = now;
        }
    }

    /// <summary>The gradients of the currents of a step.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void Advance<TDerivative>(ReadOnlySpan<float> membranes, ReadOnlySpan<float> ofSpikes,
        ReadOnlySpan<float> ofMembranes, ReadOnlySpan<float> next, Span<float> gradients, LeakyConstants constants)
        where TDerivative : struct, ISurrogateDerivative
    {
        LeakyVectors<TDerivative> vectors = new(constants);
        int width = Vector<float>.Count, whole = membranes.Length - membranes.Length % width;
        ref float membrane = ref MemoryMarshal.GetReference(membranes), ofSpike = ref MemoryMarshal.GetReference(ofSpikes),
            ofMembrane = ref MemoryMarshal.GetReference(ofMembranes), after = ref MemoryMarshal.GetReference(next);
        for (int i = 0; i < whole; i += width)
            vectors.Gradient(Vector.LoadUnsafe(ref membrane, (nuint)i), Vector.LoadUnsafe(ref ofSpike, (nuint)i),
                Vector.LoadUnsafe(ref ofMembrane, (nuint)i), Vector.LoadUnsafe(ref after, (nuint)i)).CopyTo(gradients[i..]);
        for (int i = whole; i < membranes.Length; i++)
            gradients[i] = vectors.Gradient(new(membranes[i]), new(ofSpikes[i]), new(ofMembranes[i]), new(next[i]))[0];
    }

    /// <summary>The gradients of few neurons, one after another, with that of the next step in a register.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void RunFew<TDerivative>(in LeakyGradients gradients, LeakyConstants constants)
        where TDerivative : struct, ISurrogateDerivative
    {
        LeakyVectors<TDerivative> vectors = new(constants);
        int length = gradients.Membranes.Length;
        ref float membrane = ref MemoryMarshal.GetReference(gradients.Membranes),
            ofSpike = ref MemoryMarshal.GetReference(gradients.OfSpikes[..length]),
            ofCurrent = ref MemoryMarshal.GetReference(gradients.OfCurrents[..length]);
        for (int neuron = 0; neuron < Few; neuron += Vector<float>.Count)
        {
            Vector<float> next = Vector<float>.Zero;
            for (int at = length - Few + neuron; at >= 0; at -= Few)
            {
                next = vectors.Gradient(Vector.LoadUnsafe(ref membrane, (nuint)at), Vector.LoadUnsafe(ref ofSpike, (nuint)at),
                    Vector<float>.Zero, next);
                next.StoreUnsafe(ref ofCurrent, (nuint)at);
            }
        }
    }
}
