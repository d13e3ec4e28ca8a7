using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// A step of a dense train as whole vectors. Lanes beyond its last neuron spill into the next step, which is written later; the
/// last steps, at the end of the train, are written to spare memory and copied.
/// </summary>
internal static class DenseStep
{
    /// <summary>The memory for the step that begins at <paramref name="first"/>; close it before opening the next one.</summary>
    public static Span<Vector512<float>> Open(Span<float> train, int first, int neuronCount, Span<Vector512<float>> spare) =>
        IsSpare(train, first, neuronCount)
            ? spare[..Lanes.Vectors(neuronCount)]
            : MemoryMarshal.Cast<float, Vector512<float>>(train.Slice(first, Lanes.Vectors(neuronCount) * Lanes.Count));

    public static void Close(Span<float> train, int first, int neuronCount, ReadOnlySpan<Vector512<float>> spare)
    {
        if (IsSpare(train, first, neuronCount))
            MemoryMarshal.Cast<Vector512<float>, float>(spare)[..neuronCount].CopyTo(train[first..]);
    }

    private static bool IsSpare(Span<float> train, int first, int neuronCount) =>
        train.Length - first < Lanes.Vectors(neuronCount) * Lanes.Count;
}
