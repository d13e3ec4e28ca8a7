using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Rounds spike times to steps, half-to-even as in the reference.</summary>
internal static class LatencyRounding
{
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Round(Span<float> times)
    {
        int i = 0;
        for (; i <= times.Length - Vector512<float>.Count; i += Vector512<float>.Count)
            Vector512.Round(Vector512.Create<float>(times[i..])).CopyTo(times[i..]);
        for (; i < times.Length; i++)
            times[i] = MathF.Round(times[i]);
    }

    /// <summary>Rounds times in place to whole steps; those after the last step become <paramref name="numSteps"/>.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void ToSteps(Span<float> times, int numSteps)
    {
        Span<int> steps = MemoryMarshal.Cast<float, int>(times);
        int i = 0;
        for (; i <= times.Length - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            Vector512<float> rounded = Vector512.Min(Vector512.Round(Vector512.Create<float>(times[i..])),
                Vector512.Create((float)numSteps));
            Vector512.ConvertToInt32(rounded).CopyTo(steps[i..]);
        }
        for (; i < times.Length; i++)
            steps[i] = (int)Math.Min(MathF.Round(times[i]), numSteps);
    }

    /// <summary>The first neuron whose rounded time is after the last step, or -1.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static int FindTooLate(ReadOnlySpan<float> rounded, int numSteps)
    {
        Vector512<float> latest = Vector512.Create(numSteps - 1f);
        int i = 0;
        while (i <= rounded.Length - Vector512<float>.Count && !Vector512.GreaterThanAny(Vector512.Create(rounded[i..]), latest))
            i += Vector512<float>.Count;
        for (; i < rounded.Length; i++)
        {
            if (rounded[i] >= numSteps)
                return i;
        }
        return -1;
    }

    /// <summary>The error for a neuron that fires after the last step.</summary>
    public static InvalidFeatureException TooLate(int slot, float feature, float step, int numSteps) => new(slot, feature,
        $"It fires at step {step}, after the last step ({numSteps - 1}): raise NumSteps, lower Tau, set Normalize, or set Bypass "
            + "to drop such spikes.");
}
