using System.Runtime.CompilerServices;

namespace SpikeML.Torch;

/// <summary>
/// Copies rows of spikes, each [numSteps x neurons], to a time-major batch of zeros, [numSteps x batchSize x neurons].
/// </summary>
internal static class BatchRows
{
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Copy(ReadOnlySpan<float> values, Span<float> batch, int row, int batchSize, int neurons)
    {
        for (int from = 0, to = row * neurons; from < values.Length; from += neurons, to += batchSize * neurons)
            values.Slice(from, neurons).CopyTo(batch[to..]);
    }

    /// <param name="slots">The ascending indices of the values in the row.</param>
    /// <param name="values">The same number of values.</param>
    /// <param name="batch">The batch, zeros at this row.</param>
    /// <param name="row">The position of the row in the batch.</param>
    /// <param name="batchSize">The number of rows in the batch.</param>
    /// <param name="neurons">The number of neurons in a row.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Scatter(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, Span<float> batch, int row, int batchSize,
        int neurons)
    {
        // The position of the current step's slot 0. Slots ascend, so finding a slot's step needs no division.
        int start = row * neurons, stepEnd = neurons, stride = (batchSize - 1) * neurons;
        for (int i = 0; i < slots.Length; i++)
        {
            while (slots[i] >= stepEnd)
            {
                stepEnd += neurons;
                start += stride;
            }
            batch[start + slots[i]] = values[i];
        }
    }
}
