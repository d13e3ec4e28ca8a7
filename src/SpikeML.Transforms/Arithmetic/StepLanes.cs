using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Encodes one value of one neuron, or one value of each of sixteen neurons.</summary>
/// <remarks>The state is at most two numbers per neuron; a code that needs fewer ignores the others.</remarks>
internal interface IStepKernel
{
    /// <summary>The number of values in the state of a neuron, 1 or 2.</summary>
    static abstract int StateNumbers { get; }

    float Step(double value, ref double state, ref double second);

    Vector512<float> Step(DoubleLanes values, ref DoubleLanes state, ref DoubleLanes second);
}

/// <summary>
/// Runs a kernel over some steps of a series, sixteen neurons side by side, keeping their state in registers from step to step.
/// </summary>
internal static class StepLanes
{
    /// <summary>
    /// The size of the state: the number of values per neuron times the number of neurons, rounded up to whole vectors.
    /// </summary>
    public static int StateLength(int neuronCount, int numbers) => numbers * Padded(neuronCount);

    /// <summary>Writes one value for each value of complete steps and advances the state.</summary>
    public static void Run<TKernel, T>(
        TKernel kernel, ReadOnlySpan<T> values, Span<float> results, int neuronCount, Span<double> state)
        where TKernel : struct, IStepKernel
        where T : unmanaged
    {
        // The last neurons come first, because the first neurons of the next step overwrite what their vectors write beyond them.
        int together = neuronCount - neuronCount % DoubleLanes.Count;
        if (neuronCount - together == 1)
            RunOne(kernel, values, results, neuronCount, together, state);
        else if (neuronCount > together)
            RunLanes(kernel, values, results, neuronCount, together, state);
        for (int first = 0; first < together; first += DoubleLanes.Count)
            RunLanes(kernel, values, results, neuronCount, first, state);
    }

    /// <summary>Writes sixteen values, or as many as there is room for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> lanes, Span<float> values, int at)
    {
        if (at <= values.Length - DoubleLanes.Count)
            lanes.CopyTo(values[at..]);
        else
            StoreRest(lanes, values[at..]);
    }

    private static int Padded(int neuronCount) => (neuronCount + DoubleLanes.Count - 1) / DoubleLanes.Count * DoubleLanes.Count;

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void RunOne<TKernel, T>(
        TKernel kernel, ReadOnlySpan<T> values, Span<float> results, int neuronCount, int neuron, Span<double> state)
        where TKernel : struct, IStepKernel
        where T : unmanaged
    {
        int second = neuron + (TKernel.StateNumbers > 1 ? Padded(neuronCount) : 0);
        double one = state[neuron], two = state[second];
        for (int at = neuron; at < values.Length; at += neuronCount)
            results[at] = kernel.Step(ValueLanes.Wide(values[at]), ref one, ref two);
        state[second] = two;
        state[neuron] = one;
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void RunLanes<TKernel, T>(
        TKernel kernel, ReadOnlySpan<T> values, Span<float> results, int neuronCount, int first, Span<double> state)
        where TKernel : struct, IStepKernel
        where T : unmanaged
    {
        Span<double> ones = state[first..], twos = TKernel.StateNumbers > 1 ? state[(Padded(neuronCount) + first)..] : ones;
        DoubleLanes one = DoubleLanes.Create(ones), two = DoubleLanes.Create(twos);
        int at = first;
        for (; at <= values.Length - DoubleLanes.Count; at += neuronCount)
            kernel.Step(ValueLanes.Load(values, at), ref one, ref two).CopyTo(results[at..]);
        two.CopyTo(twos);
        one.CopyTo(ones);
        if (at < values.Length)
            RunRest(kernel, values[at..], results[at..], neuronCount, ones, twos);
    }

    /// <summary>The last steps, in which fewer than sixteen values are left.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void RunRest<TKernel, T>(
        TKernel kernel, ReadOnlySpan<T> values, Span<float> results, int neuronCount, Span<double> ones, Span<double> twos)
        where TKernel : struct, IStepKernel
        where T : unmanaged
    {
        DoubleLanes one = DoubleLanes.Create(ones), two = DoubleLanes.Create(twos);
        for (int at = 0; at < values.Length; at += neuronCount)
            StoreRest(kernel.Step(ValueLanes.LoadUpTo(values, at), ref one, ref two), results[at..]);
        two.CopyTo(twos);
        one.CopyTo(ones);
    }

    private static void StoreRest(Vector512<float> lanes, Span<float> values)
    {
        Span<float> all = stackalloc float[DoubleLanes.Count];
        lanes.CopyTo(all);
        all[..Math.Min(values.Length, all.Length)].CopyTo(values);
    }
}
