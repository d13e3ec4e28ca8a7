using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpikeML.Torch;

/// <summary>One update by Adam in a single pass over memory.</summary>
/// <remarks>
/// Each result is rounded where torch's operations round it. Only the root differs: here it is always rounded to the nearest
/// number, in libtorch it is not.
/// </remarks>
/// <param name="StepSize">The learning rate over the first moment's bias, with a minus.</param>
/// <param name="Bias">The root of the second moment's bias.</param>
internal readonly record struct AdamKernel(float StepSize, float Bias)
{
    private const float FirstDecay = (float)AdamSteps.FirstDecay, FirstShare = (float)(1 - AdamSteps.FirstDecay),
        SecondDecay = (float)AdamSteps.SecondDecay, SecondShare = (float)(1 - AdamSteps.SecondDecay),
        Epsilon = (float)AdamSteps.Epsilon;

    /// <summary>Updates parameters and their moments, all of the same length.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public void Run(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second)
    {
        Span<Vector<float>> wideParameters = MemoryMarshal.Cast<float, Vector<float>>(parameters),
            wideFirst = MemoryMarshal.Cast<float, Vector<float>>(first),
            wideSecond = MemoryMarshal.Cast<float, Vector<float>>(second);
        ReadOnlySpan<Vector<float>> wideGradients = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        for (int i = 0; i < wideParameters.Length; i++)
            wideParameters[i] = Next(wideParameters[i], wideGradients[i], ref wideFirst[i], ref wideSecond[i]);
        for (int i = wideParameters.Length * Vector<float>.Count; i < parameters.Length; i++)
        {
            Vector<float> moment = new(first[i]), square = new(second[i]);
            parameters[i] = Next(new(parameters[i]), new(gradients[i]), ref moment, ref square)[0];
            (first[i], second[i]) = (moment[0], square[0]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<float> Next(Vector<float> parameter, Vector<float> gradient, ref Vector<float> first,
        ref Vector<float> second)
    {
        first = Vector.FusedMultiplyAdd(gradient, new(FirstShare), first * FirstDecay);
        second = Vector.FusedMultiplyAdd(gradient * SecondShare, gradient, second * SecondDecay);
        Vector<float> divisor = Vector.SquareRoot(second) / Bias + new Vector<float>(Epsilon);
        return parameter + first * StepSize / divisor;
    }
}
