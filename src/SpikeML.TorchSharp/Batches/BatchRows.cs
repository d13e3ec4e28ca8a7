namespace SpikeML.Torch;

/// <summary>
/// Puts rows of spikes, each [numSteps x neurons], into a time-major batch of zeros, [numSteps x batchSize x neurons].
/// </summary>
internal static class BatchRows
{
    public static void Copy(ReadOnlySpan<float> values, Span<float> batch, int row, int batchSize, int neurons)
    {
        for (int from = 0, to = row * neurons; from < values.Length; from += neurons, to += batchSize * neurons)
            values.Slice(from, neurons).CopyTo(batch[to..]);
    }

    /// <param name="slots">The indices of the values in the row, ascending.</param>
    /// <param name="values">As many values.</param>
    /// <param name="batch">The batch, zeros at this row.</param>
    /// <param name="row">The row's place in the batch.</param>
    /// <param name="batchSize">The rows of a step.</param>
    /// <param name="neurons">The neurons of a row.</param>
    public static void Scatter(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, Span<float> batch, int row, int batchSize,
        int neurons)
    {
        // Where slot 0 of the current step would lie: slots ascend, so that no division is needed to find a slot's step.
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
