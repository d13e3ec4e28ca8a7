using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML.Torch;

/// <summary>
/// Runs a block of <see cref="PanelSum.Width"/> leaky neurons over all steps of a batch's events, forward and backward.
/// </summary>
/// <remarks>
/// The sums are those of <see cref="EventWeighting"/>, the steps those of <see cref="LeakyForward"/> and
/// <see cref="LeakyBackward"/>: blocks, rows of the batch and inputs can each run on any thread.
/// </remarks>
internal static class EventLayerWalk
{
    /// <summary>The membranes and the spikes of a block, for some rows of the batch.</summary>
    /// <param name="events">The spikes that come in, [numSteps * batch][inputs].</param>
    /// <param name="weights">The weights, [inputs][neurons].</param>
    /// <param name="bias">The biases, [neurons].</param>
    /// <param name="membranes">The membranes of the block to write, [numSteps * batch][<see cref="PanelSum.Width"/>].</param>
    /// <param name="fired">Takes the spikes.</param>
    /// <param name="constants">The constants of the neurons.</param>
    /// <param name="block">The block.</param>
    /// <param name="rows">The rows of the batch.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Forward(InputEvents events, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, Span<float> membranes,
        HiddenEvents fired, LeakyConstants constants, int block, Range rows)
    {
        int first = block * PanelSum.Width, width = Math.Min(PanelSum.Width, bias.Length - first);
        int batch = events.Rows / events.NumSteps;
        ulong neurons = ulong.MaxValue >> (PanelSum.Width - width);
        using PooledSpan<float> panel = new(events.ColumnCount * PanelSum.Width);
        Panel.Read(weights, bias.Length, first, panel.Span);
        Span<float> start = stackalloc float[PanelSum.Width], currents = stackalloc float[PanelSum.Width],
            rest = stackalloc float[PanelSum.Width];
        start.Clear();
        rest.Clear();
        bias.Slice(first, width).CopyTo(start);
        (int from, int count) = rows.GetOffsetAndLength(batch);
        for (int step = 0; step < events.NumSteps; step++)
        {
            for (int row = step * batch + from; row < step * batch + from + count; row++)
            {
                PanelSum.Add(panel.Span, events.ColumnsOf(row), events.ValuesOf(row), start, currents);
                ReadOnlySpan<float> before = step == 0 ? rest : membranes.Slice((row - batch) * PanelSum.Width, PanelSum.Width);
                fired.Set(row, block, neurons
                    & Advance(before, currents, membranes.Slice(row * PanelSum.Width, PanelSum.Width), constants));
            }
        }
    }

    /// <summary>The gradients of a block's weights and biases, for some of the inputs.</summary>
    /// <param name="events">The spikes that came in, [numSteps * batch][inputs].</param>
    /// <param name="membranes">The membranes of the block, [numSteps * batch][<see cref="PanelSum.Width"/>].</param>
    /// <param name="outputGradients">The gradients of the outputs' currents, [numSteps * batch][outputs].</param>
    /// <param name="outputWeights">The weights of the outputs, [neurons][outputs].</param>
    /// <param name="weightGradients">The gradients of the weights, [inputs][neurons], to overwrite.</param>
    /// <param name="biasGradients">The gradients of the biases, [neurons], to overwrite with input 0.</param>
    /// <param name="constants">The constants of the neurons.</param>
    /// <param name="block">The block.</param>
    /// <param name="columns">The inputs.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Backward(InputEvents events, ReadOnlySpan<float> membranes, ReadOnlySpan<float> outputGradients,
        ReadOnlySpan<float> outputWeights, Span<float> weightGradients, Span<float> biasGradients, LeakyConstants constants,
        int block, Range columns)
    {
        int outputs = outputGradients.Length / events.Rows, next = events.Rows / events.NumSteps * PanelSum.Width;
        // The gradients of the currents, followed by zeros for the step after the last one.
        using PooledSpan<float> pooled = new((events.Rows * PanelSum.Width) + next);
        Span<float> gradients = pooled.Span, spikeGradients = stackalloc float[PanelSum.Width],
            weights = stackalloc float[outputs * PanelSum.Width];
        gradients[^next..].Clear();
        NarrowSpikeGradients.ReadBlock(outputWeights, outputs, block, weights);
        for (int row = events.Rows - 1; row >= 0; row--)
        {
            int at = row * PanelSum.Width;
            NarrowSpikeGradients.Sum(outputGradients.Slice(row * outputs, outputs), weights, spikeGradients);
            LeakyBackward.Advance(membranes.Slice(at, PanelSum.Width), spikeGradients, [],
                gradients.Slice(at + next, PanelSum.Width), gradients.Slice(at, PanelSum.Width), constants);
        }
        EventWeighting.Backward(events, gradients[..^next], weightGradients, biasGradients, block * PanelSum.Width, columns);
    }

    /// <summary>Advances a block by a step, and returns which of its neurons fire, the first one in the lowest bit.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static ulong Advance(ReadOnlySpan<float> before, ReadOnlySpan<float> currents, Span<float> membranes,
        LeakyConstants constants)
    {
        LeakyStep.Advance(before, currents, membranes, constants.Beta, constants.Threshold, constants.Reset);
        ulong fired = 0;
        for (int first = 0; first < PanelSum.Width; first += Lanes.Count)
            fired |= Vector512.GreaterThan(Vector512.Create<float>(membranes[first..]), Vector512.Create(constants.Threshold))
                .ExtractMostSignificantBits() << first;
        return fired;
    }
}
