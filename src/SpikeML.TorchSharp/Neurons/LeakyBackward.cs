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
    /// <summary>The neurons of a block, whose steps follow one another in memory.</summary>
    private const int BlockWidth = PanelSum.Width;

    /// <summary>Whether there is a derivative in vectors.</summary>
    public static bool Has(Surrogate surrogate) => surrogate.Shape is SurrogateShape.FastSigmoid or SurrogateShape.Atan
        or SurrogateShape.StraightThrough or SurrogateShape.Triangular;

    /// <summary>Computes the gradients of the currents.</summary>
    /// <param name="walk">What they are computed from.</param>
    /// <param name="constants">The constants of the neurons, with a surrogate that <see cref="Has"/> accepts.</param>
    public static void Run(in LeakyWalk walk, LeakyConstants constants)
    {
        switch (constants.Surrogate.Shape)
        {
            case SurrogateShape.FastSigmoid:
                Run<FastSigmoidDerivative>(walk, constants);
                break;
            case SurrogateShape.Atan:
                Run<AtanDerivative>(walk, constants);
                break;
            case SurrogateShape.StraightThrough:
                Run<StraightThroughDerivative>(walk, constants);
                break;
            case SurrogateShape.Triangular:
                Run<TriangularDerivative>(walk, constants);
                break;
            default:
                throw new NotSupportedException($"{constants.Surrogate.Shape} has no derivative in vectors.");
        }
    }

    private static void Run<TDerivative>(in LeakyWalk walk, LeakyConstants constants)
        where TDerivative : struct, ISurrogateDerivative
    {
        if (walk is { Count: BlockWidth, OfSpikes.IsEmpty: false, OfMembranes.IsEmpty: true }
            && walk.Membranes.Length == BlockWidth * walk.NumSteps)
            RunBlock<TDerivative>(walk, constants);
        else
            RunSteps<TDerivative>(walk, constants);
    }

    private static void RunSteps<TDerivative>(in LeakyWalk walk, LeakyConstants constants)
        where TDerivative : struct, ISurrogateDerivative
    {
        int neurons = walk.Membranes.Length / walk.NumSteps, count = walk.Count;
        using PooledSpan<float> pooled = new(count);
        Span<float> zeros = pooled.Span;
        zeros.Clear();
        ReadOnlySpan<float> next = zeros;
        for (int start = (walk.NumSteps - 1) * neurons + walk.First; start >= 0; start -= neurons)
        {
            Span<float> now = walk.OfCurrents.Slice(start, count);
            Advance<TDerivative>(walk.Membranes.Slice(start, count),
                walk.OfSpikes.IsEmpty ? zeros : walk.OfSpikes.Slice(start, count),
                walk.OfMembranes.IsEmpty ? zeros : walk.OfMembranes.Slice(start, count), next, now, constants);
            next = now;
        }
    }

    /// <summary>The gradients of the currents of a step.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void Advance<TDerivative>(ReadOnlySpan<float> membranes, ReadOnlySpan<float> ofSpikes,
        ReadOnlySpan<float> ofMembranes, ReadOnlySpan<float> next, Span<float> gradients, LeakyConstants constants)
        where TDerivative : struct, ISurrogateDerivative
    {
        LeakyGradient<TDerivative> gradient = new(constants);
        int width = Vector<float>.Count, whole = membranes.Length - membranes.Length % width;
        ref float membrane = ref MemoryMarshal.GetReference(membranes), ofSpike = ref MemoryMarshal.GetReference(ofSpikes),
            ofMembrane = ref MemoryMarshal.GetReference(ofMembranes), after = ref MemoryMarshal.GetReference(next);
        for (int i = 0; i < whole; i += width)
            gradient.Of(Vector.LoadUnsafe(ref membrane, (nuint)i), Vector.LoadUnsafe(ref ofSpike, (nuint)i),
                Vector.LoadUnsafe(ref ofMembrane, (nuint)i), Vector.LoadUnsafe(ref after, (nuint)i)).CopyTo(gradients[i..]);
        for (int i = whole; i < membranes.Length; i++)
            gradients[i] = gradient.Of(new(membranes[i]), new(ofSpikes[i]), new(ofMembranes[i]), new(next[i]))[0];
    }

    /// <summary>A block alone, vector by vector of its neurons: the next step's gradient stays in a register.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void RunBlock<TDerivative>(in LeakyWalk walk, LeakyConstants constants)
        where TDerivative : struct, ISurrogateDerivative
    {
        LeakyGradient<TDerivative> gradient = new(constants);
        int length = walk.Membranes.Length;
        ref float membrane = ref MemoryMarshal.GetReference(walk.Membranes),
            ofSpike = ref MemoryMarshal.GetReference(walk.OfSpikes[..length]),
            ofCurrent = ref MemoryMarshal.GetReference(walk.OfCurrents[..length]);
        for (int neuron = 0; neuron < BlockWidth; neuron += Vector<float>.Count)
        {
            Vector<float> next = Vector<float>.Zero;
            for (int at = length - BlockWidth + neuron; at >= 0; at -= BlockWidth)
            {
                next = gradient.Of(Vector.LoadUnsafe(ref membrane, (nuint)at), Vector.LoadUnsafe(ref ofSpike, (nuint)at),
                    Vector<float>.Zero, next);
                next.StoreUnsafe(ref ofCurrent, (nuint)at);
            }
        }
    }
}
