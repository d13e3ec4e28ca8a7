namespace SpikeML.Nir;

/// <summary>
/// One direction of a convolution from the perspective of its inputs: the outputs whose window contains an input, and the places
/// of the kernel that lead there.
/// </summary>
/// <remarks>
/// The places of the kernel are reordered so that neighbouring outputs need neighbouring places: a run of outputs is then one
/// sum of contiguous weights.
/// </remarks>
internal sealed class WindowRuns
{
    private readonly int[] _starts;
    private readonly Run[] _runs;

    public WindowRuns(NirWindow window, int inputs)
    {
        int outputs = window.Outputs(inputs);
        Order = PlacesByPhase(window);
        int[] placeOf = new int[window.Kernel];
        for (int place = 0; place < Order.Length; place++)
            placeOf[Order[place]] = place;
        _starts = new int[inputs + 1];
        List<Run> runs = [];
        for (int input = 0; input < inputs; input++)
        {
            runs.AddRange(Joined(Hits(window, input, outputs).Select(hit => new Run(hit.Output, placeOf[hit.Kernel], 1))));
            _starts[input + 1] = runs.Count;
        }
        _runs = [.. runs];
    }

    /// <summary>The element of the kernel at each place.</summary>
    public int[] Order { get; }

    /// <summary>The runs of an input.</summary>
    public ReadOnlySpan<Run> Of(int input) => _runs.AsSpan(_starts[input].._starts[input + 1]);

    /// <summary>The outputs, ascending, whose window contains an input, and the element of the kernel at that input.</summary>
    public static IEnumerable<(int Output, int Kernel)> Hits(NirWindow window, int input, int outputs)
    {
        for (int kernel = window.Kernel - 1; kernel >= 0; kernel--)
        {
            int start = input + window.Before - kernel * window.Dilation;
            if (start >= 0 && start % window.Stride == 0 && start / window.Stride < outputs)
                yield return (start / window.Stride, kernel);
        }
    }

    // Elements that one input meets in turn: they differ by a fixed number, and lead to ascending outputs from last to first.
    private static int[] PlacesByPhase(NirWindow window)
    {
        int phases = window.Stride / Common(window.Stride, window.Dilation);
        return [.. from phase in Enumerable.Range(0, Math.Min(phases, window.Kernel))
                   from kernel in Enumerable.Range(0, window.Kernel).Reverse()
                   where kernel % phases == phase
                   select kernel];
    }

    private static IEnumerable<Run> Joined(IEnumerable<Run> single)
    {
        Run? open = null;
        foreach (Run next in single)
        {
            if (open is { } run && next.Output == run.Output + run.Length && next.Place == run.Place + run.Length)
            {
                open = run with { Length = run.Length + 1 };
                continue;
            }
            if (open is not null)
                yield return open.Value;
            open = next;
        }
        if (open is not null)
            yield return open.Value;
    }

    private static int Common(int one, int other) => other == 0 ? one : Common(other, one % other);

    /// <summary>Neighbouring outputs of an input.</summary>
    /// <param name="Output">The first output.</param>
    /// <param name="Place">The place of the kernel that leads to it.</param>
    /// <param name="Length">The number of outputs, and of places.</param>
    internal readonly record struct Run(int Output, int Place, int Length);
}
