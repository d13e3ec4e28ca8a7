using System.Numerics.Tensors;

namespace SpikeML.Torch;

/// <summary>Products of a sparse matrix of spikes and a dense matrix, for a block of columns of the dense matrix.</summary>
/// <remarks>
/// A block of <see cref="BlockWidth"/> columns of the weights stays in the second-level cache, whereas a matrix product would
/// read every weight for every silent neuron. Blocks are independent, so each can run on its own thread, and the sums are the
/// same for any number of threads.
/// </remarks>
internal static class EventWeighting
{
    public const int BlockWidth = 256;

    /// <summary>output[row] = bias + the sum over the row's events of value * weights[column].</summary>
    /// <param name="events">The spikes, [rows][inputs].</param>
    /// <param name="weights">The weights, [inputs][outputs].</param>
    /// <param name="bias">The biases, [outputs].</param>
    /// <param name="output">The currents, [rows][outputs].</param>
    /// <param name="first">The first output of the block.</param>
    public static void Forward(InputEvents events, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, Span<float> output,
        int first)
    {
        int outputs = bias.Length, width = Math.Min(BlockWidth, outputs - first);
        for (int row = 0; row < events.Rows; row++)
        {
            Span<float> sums = output.Slice(row * outputs + first, width);
            bias.Slice(first, width).CopyTo(sums);
            for (int i = events.Starts[row]; i < events.Starts[row + 1]; i++)
                Weighting.Add(weights.Slice(events.Columns[i] * outputs + first, width), events.Values[i], sums);
        }
    }

    /// <summary>gradients[column] += value * outputGradients[row], for each event.</summary>
    /// <param name="events">The spikes, [rows][inputs].</param>
    /// <param name="outputGradients">The gradients of the currents, [rows][outputs].</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="gradients">The gradients of the weights, [inputs][outputs].</param>
    /// <param name="first">The first output of the block.</param>
    public static void Backward(InputEvents events, ReadOnlySpan<float> outputGradients, int outputs, Span<float> gradients,
        int first)
    {
        int width = Math.Min(BlockWidth, outputs - first);
        for (int row = 0; row < events.Rows; row++)
        {
            ReadOnlySpan<float> now = outputGradients.Slice(row * outputs + first, width);
            // Many rows have no gradient, for example for neurons far from their threshold.
            if (events.Starts[row] == events.Starts[row + 1] || TensorPrimitives.SumOfMagnitudes(now) == 0)
                continue;
            for (int i = events.Starts[row]; i < events.Starts[row + 1]; i++)
                Weighting.Add(now, events.Values[i], gradients.Slice(events.Columns[i] * outputs + first, width));
        }
    }
}
