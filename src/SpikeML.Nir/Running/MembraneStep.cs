using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML.Nir;

/// <summary>Steps of neurons, 16 at a time. Every product and sum is rounded, in the order of the formula.</summary>
internal static class MembraneStep
{
    /// <summary>Advances membranes: decay * v + gain * current + leak.</summary>
    /// <param name="constants">The constants.</param>
    /// <param name="currents">The input currents, of whole vectors.</param>
    /// <param name="membranes">The membranes, of whole vectors.</param>
    /// <param name="count">The number of neurons.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Integrate(in MembraneConstants constants, float[] currents, float[] membranes, int count)
    {
        for (int at = 0; at < count; at += Lanes.Count)
            Next(constants, currents, membranes, at).CopyTo(membranes, at);
    }

    /// <summary>Advances membranes; those above their threshold fire and are reset.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Fire(in MembraneConstants constants, float[] currents, float[] membranes, float[] spikes, int count)
    {
        for (int at = 0; at < count; at += Lanes.Count)
        {
            Vector512<float> next = Next(constants, currents, membranes, at);
            Vector512<float> fired = Vector512.GreaterThan(next, constants.Threshold.At(at));
            (fired & Vector512<float>.One).CopyTo(spikes, at);
            Lanes.Select(fired, constants.Reset.At(at), next).CopyTo(membranes, at);
        }
    }

    /// <summary>Advances synaptic currents: decay * current + gain * input.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Filter(in NodeConstants decay, in NodeConstants gain, float[] inputs, float[] currents, int count)
    {
        for (int at = 0; at < count; at += Lanes.Count)
            (decay.At(at) * Vector512.Create(currents, at) + gain.At(at) * Vector512.Create(inputs, at)).CopyTo(currents, at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Next(in MembraneConstants constants, float[] currents, float[] membranes, int at) =>
        constants.Decay.At(at) * Vector512.Create(membranes, at) + constants.Gain.At(at) * Vector512.Create(currents, at)
            + constants.Leak.At(at);
}
