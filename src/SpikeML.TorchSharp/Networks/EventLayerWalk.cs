using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SpikeML.Torch;

/// <summary>
/// Runs a block of <see cref="PanelSum.Width"/> leaky neurons over all steps of a batch's events, forward and backward.
/// </summary>
/// <remarks>
/// The sums are those of <see cref="EventWeighting"/>, the steps those of <see cref="LeakyForward"/> and
/// <see cref="LeakyBackward"/>: blocks, examples and inputs can each run on any thread.
/// </remarks>
internal static class EventLayerWalk
{
    /// <summary>The number of values in a cache line.</summary>
    private const int CacheLine = 16;

    /// <summary>The membranes and the spikes of a block, for some examples.</summary>
    /// <param name="events">The spikes that come in, [numSteps * examples][inputs].</param>
    /// <param name="weights">The weights, [inputs][neurons].</param>
    /// <param name="bias">The biases, [neurons].</param>
    /// <param name="membranes">
    /// The membranes of the block to write, [examples][numSteps][<see cref="PanelSum.Width"/>].
    /// </param>
    /// <param name="fired">Takes the spikes.</param>
    /// <param name="constants">The constants of the neurons.</param>
    /// <param name="block">The block.</param>
    /// <param name="examples">The examples.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Forward(InputEvents events, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, Span<float> membranes,
        HiddenEvents fired, LeakyConstants constants, int block, Range examples)
    {
        int first = block * PanelSum.Width, width = Math.Min(PanelSum.Width, bias.Length - first);
        ulong neurons = ulong.MaxValue >> (PanelSum.Width - width);
        using PooledSpan<float> panel = new(events.ColumnCount * PanelSum.Width);
        Panel.Read(weights, bias.Length, first, panel.Span);
        Span<float> start = stackalloc float[PanelSum.Width], currents = stackalloc float[PanelSum.Width],
            rest = stackalloc float[PanelSum.Width];
        start.Clear();
        rest.Clear();
        bias.Slice(first, width).CopyTo(start);
        (int from, int count) = examples.GetOffsetAndLength(events.Examples);
        // Step after step of an example: if its spikes are those of the same inputs, their weights stay in the nearest cache.
        for (int example = from, at = from * events.NumSteps * PanelSum.Width; example < from + count; example++)
        {
            ReadOnlySpan<float> before = rest;
            for (int step = 0; step < events.NumSteps; step++, at += PanelSum.Width)
            {
                int row = events.RowOf(example, step);
                PanelSum.Add(panel.Span, events.ColumnsOf(row), events.ValuesOf(row), start, currents);
                Span<float> now = membranes.Slice(at, PanelSum.Width);
                fired.Set(row, block, neurons & Advance(before, currents, now, constants));
                before = now;
            }
        }
    }

    /// <summary>The gradients of a block's weights and biases, for some of the inputs.</summary>
    /// <param name="events">The spikes that came in, [numSteps * examples][inputs].</param>
    /// <param name="membranes">The membranes of the block, [examples][numSteps][<see cref="PanelSum.Width"/>].</param>
    /// <param name="outputGradients">The gradients of the outputs' currents, [numSteps * examples][outputs].</param>
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
        int outputs = outputGradients.Length / events.Rows, length = events.NumSteps * PanelSum.Width;
        Span<float> weights = stackalloc float[outputs * PanelSum.Width];
        NarrowSpikeGradients.ReadBlock(outputWeights, outputs, block, weights);
        EventTiles tiles = events.Tiles;
        using PanelGradients sums = new(tiles, columns);
        using PooledSpan<float> gradients = new(tiles.MostRows * PanelSum.Width), spikeGradients = new(length);
        for (int tile = 0; tile < tiles.Count; tile++)
        {
            (int first, int end) = tiles.ExamplesOf(tile);
            for (int example = first; example < end; example++)
            {
                ReadOnlySpan<float> own = membranes.Slice(example * length, length);
                for (int step = 0; step < events.NumSteps; step++)
                {
                    Prefetch(own.Slice(step * PanelSum.Width, PanelSum.Width));
                    NarrowSpikeGradients.Sum(outputGradients.Slice(events.RowOf(example, step) * outputs, outputs), weights,
                        spikeGradients.Span.Slice(step * PanelSum.Width, PanelSum.Width));
                }
                LeakyBackward.Run(new()
                {
                    Membranes = own,
                    OfSpikes = spikeGradients.Span,
                    OfCurrents = gradients.Span.Slice((example - first) * length, length),
                    NumSteps = events.NumSteps,
                    First = 0,
                    Count = PanelSum.Width,
                }, constants);
            }
            sums.Add(tile, gradients.Span[..((end - first) * length)]);
        }
        sums.CopyTo(weightGradients, biasGradients, block * PanelSum.Width);
    }

    /// <summary>Brings values into the nearest cache while something else is computed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Prefetch(ReadOnlySpan<float> values)
    {
        if (!Sse.IsSupported)
            return;
        fixed (float* first = values)
        {
            for (int at = 0; at < values.Length; at += CacheLine)
                Sse.Prefetch0(first + at);
        }
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
