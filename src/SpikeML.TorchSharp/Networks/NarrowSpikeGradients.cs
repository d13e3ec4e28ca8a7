using System.Runtime.CompilerServices;

namespace SpikeML.Torch;

/// <summary>
/// The gradients of the spikes that go into at most <see cref="NarrowEventWeighting.MostOutputs"/> neurons: a product of a
/// matrix with few columns and one with few rows.
/// </summary>
/// <remarks>Each sum has the order of the outputs, so rows can be computed on any thread.</remarks>
internal static class NarrowSpikeGradients
{
    private static readonly int[] Outputs = [.. Enumerable.Range(0, NarrowEventWeighting.MostOutputs)];
    private static readonly float[] Zeros = new float[PanelSum.Width];

    /// <summary>gradients[row] = the sum over the outputs of outputGradients[row] * weights, for some of the rows.</summary>
    /// <param name="outputGradients">The gradients of the outputs, [rows][outputs].</param>
    /// <param name="weights">The weights, [inputs][outputs].</param>
    /// <param name="gradients">The gradients to write, [rows][inputs].</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="rows">The rows to compute.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Run(ReadOnlySpan<float> outputGradients, ReadOnlySpan<float> weights, Span<float> gradients, int outputs,
        Range rows)
    {
        int inputs = weights.Length / outputs, blocks = PanelSum.Blocks(inputs);
        int blockLength = outputs * PanelSum.Width;
        using PooledSpan<float> transposed = new(blocks * blockLength);
        for (int block = 0; block < blocks; block++)
            ReadBlock(weights, outputs, block, transposed.Span.Slice(block * blockLength, blockLength));
        Span<float> sums = stackalloc float[PanelSum.Width];
        (int from, int count) = rows.GetOffsetAndLength(outputGradients.Length / outputs);
        for (int at = from * blocks; at < (from + count) * blocks; at++)
        {
            int row = at / blocks, block = at % blocks, width = Math.Min(PanelSum.Width, inputs - block * PanelSum.Width);
            Sum(outputGradients.Slice(row * outputs, outputs), transposed.Span.Slice(block * blockLength, blockLength), sums);
            sums[..width].CopyTo(gradients[(row * inputs + block * PanelSum.Width)..]);
        }
    }

    /// <summary>Copies the weights of a block of inputs, with zeros for inputs that do not exist.</summary>
    /// <param name="weights">The weights, [inputs][outputs].</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="block">The block of <see cref="PanelSum.Width"/> inputs.</param>
    /// <param name="transposed">The weights to write, [outputs][<see cref="PanelSum.Width"/>].</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void ReadBlock(ReadOnlySpan<float> weights, int outputs, int block, Span<float> transposed)
    {
        transposed.Clear();
        int first = block * PanelSum.Width;
        for (int input = first; input < Math.Min(first + PanelSum.Width, weights.Length / outputs); input++)
        {
            for (int output = 0; output < outputs; output++)
                transposed[output * PanelSum.Width + input - first] = weights[input * outputs + output];
        }
    }

    /// <summary>The gradients of a block of inputs: the sum over i of factors[i] * block[i].</summary>
    /// <param name="factors">The gradients of the outputs.</param>
    /// <param name="block">The weights, [outputs][<see cref="PanelSum.Width"/>].</param>
    /// <param name="sums">The gradients to write, <see cref="PanelSum.Width"/> values.</param>
    public static void Sum(ReadOnlySpan<float> factors, ReadOnlySpan<float> block, Span<float> sums) =>
        PanelSum.Add(block, Outputs.AsSpan(0, factors.Length), factors, Zeros, sums);
}
