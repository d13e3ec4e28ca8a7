using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The spikes of <see cref="MovingWindowEncoding"/>: the means of windows, and what lies above and below them.</summary>
/// <remarks>
/// A window's values are added up from its first on, so that rounding depends on nothing else. Where no sum is rounded, any order
/// gives the same, and sums follow from those of the step before. The loops are compiled in full at once: what the runtime makes
/// of them from a profile was several times slower on some machines.
/// </remarks>
internal readonly ref struct WindowMeans<T>(ReadOnlySpan<T> series, int neuronCount, int width, double threshold)
    where T : unmanaged
{
    private readonly ReadOnlySpan<T> _series = series;

    /// <summary>
    /// Whether sums of the row's windows are exact, and following them from step to step costs less than adding up each of them.
    /// </summary>
    public bool CanFollow()
    {
        // Sums of two doubles are rounded already.
        if (typeof(T) == typeof(double))
        {
            FeatureCheck.AllFinite(_series);
            return false;
        }
        Vector512<uint> magnitude = Vector512.Create((uint)int.MaxValue), largest = Vector512<uint>.Zero;
        Vector512<uint> leastBelow = Vector512<uint>.AllBitsSet;
        for (int at = 0; at < _series.Length; at += Vector512<uint>.Count)
        {
            Vector512<uint> own = ValueLanes.SinglesUpTo(_series, at).AsUInt32() & magnitude;
            largest = Vector512.Max(largest, own);
            // One less, so that zeros, which do not count, are the largest of all.
            leastBelow = Vector512.Min(leastBelow, own - Vector512<uint>.One);
        }
        uint most = 0, least = uint.MaxValue;
        for (int lane = 0; lane < Vector512<uint>.Count; lane++)
            (most, least) = (Math.Max(most, largest[lane]), Math.Min(least, leastBelow[lane]));
        if (most >= BitConverter.SingleToUInt32Bits(float.PositiveInfinity))
            FeatureCheck.AllFinite(_series);
        bool cheaper = (long)Math.Min(neuronCount, DoubleLanes.Count) * width > 160;
        // A double has 53 binary digits: the 24 of a single value, those of the exponents between, and those of the count.
        int exponents = least == uint.MaxValue ? 0 : (int)(most >> 23) - (int)Math.Max(1, (least + 1) >> 23);
        return cheaper && exponents + int.Log2(width) + 1 <= 53 - 24;
    }

    /// <summary>Adds up the first window of each neuron.</summary>
    public void AddFirst(Span<double> sums)
    {
        for (int first = 0; first < neuronCount; first += DoubleLanes.Count)
            Add(first, first + width * neuronCount, whole: false).CopyTo(sums[first..]);
    }

    /// <summary>Encodes steps from the sums of their windows, which follow each other.</summary>
    public void Follow(int firstStep, Span<float> spikes, Span<double> sums)
    {
        int together = neuronCount - neuronCount % DoubleLanes.Count;
        // The last neurons first: what their vectors write beyond them, the first neurons of the next step overwrite.
        if (together < neuronCount)
            FollowLanes(firstStep, spikes, together, sums);
        for (int first = 0; first < together; first += DoubleLanes.Count)
            FollowLanes(firstStep, spikes, first, sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FollowLanes(int firstStep, Span<float> spikes, int first, Span<double> sums)
    {
        DoubleLanes sum = DoubleLanes.Create(sums[first..]);
        int step = firstStep, at = first, slot = firstStep * neuronCount + first;
        for (; at <= spikes.Length - DoubleLanes.Count; at += neuronCount, slot += neuronCount, step++)
        {
            sum = Next(sum, step, slot, whole: true);
            Spikes(slot, sum, whole: true).CopyTo(spikes[at..]);
        }
        sum.CopyTo(sums[first..]);
        if (at < spikes.Length)
            FollowRest(step, spikes[at..], slot, sums[first..]);
    }

    /// <summary>The last steps, in which fewer than sixteen values are left.</summary>
    private void FollowRest(int step, Span<float> spikes, int slot, Span<double> sums)
    {
        DoubleLanes sum = DoubleLanes.Create(sums);
        for (int at = 0; at < spikes.Length; at += neuronCount, slot += neuronCount, step++)
        {
            sum = Next(sum, step, slot, whole: false);
            StepLanes.Store(Spikes(slot, sum, whole: false), spikes, at);
        }
        sum.CopyTo(sums);
    }

    /// <summary>
    /// Encodes steps after the first window, each from the values of its own; any number of them is one long row.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddEach(int firstStep, Span<float> spikes)
    {
        int at = 0, slot = firstStep * neuronCount;
        for (; at <= spikes.Length - DoubleLanes.Count; at += DoubleLanes.Count, slot += DoubleLanes.Count)
            Spikes(slot, Add(slot - width * neuronCount, slot, whole: true), whole: true).CopyTo(spikes[at..]);
        if (at < spikes.Length)
            AddRest(slot, spikes[at..]);
    }

    private void AddRest(int slot, Span<float> spikes) =>
        StepLanes.Store(Spikes(slot, Add(slot - width * neuronCount, slot, whole: false), whole: false), spikes, 0);

    /// <summary>Writes the mean of each value's window, for sixteen neurons.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CopyTo(Span<double> means)
    {
        bool follow = CanFollow();
        AddFirst(means);
        DoubleLanes sum = DoubleLanes.Create(means);
        for (int step = 0, slot = 0; slot < means.Length; step++, slot += DoubleLanes.Count)
        {
            if (follow)
                sum = Next(sum, step, slot, whole: true);
            else if (step > width)
                sum = Add(slot - width * neuronCount, slot, whole: true);
            (sum / width).CopyTo(means[slot..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private DoubleLanes Add(int from, int to, bool whole)
    {
        DoubleLanes sum = DoubleLanes.Zero;
        for (; from < to; from += neuronCount)
            sum += At(from, whole);
        return sum;
    }

    /// <summary>
    /// Moves a window on: the value before a slot comes, that of the window's first step goes. The steps of the first window have
    /// its mean, and so has the one after.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private DoubleLanes Next(DoubleLanes sum, int step, int slot, bool whole) =>
        step > width ? sum - At(slot - neuronCount - width * neuronCount, whole) + At(slot - neuronCount, whole) : sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> Spikes(int slot, DoubleLanes sum, bool whole)
    {
        DoubleLanes mean = sum / width;
        return DoubleLanes.Signs(At(slot, whole), mean + threshold, mean - threshold);
    }

    /// <summary>Sixteen values from a slot on; all of them are there where they are <paramref name="whole"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private DoubleLanes At(int slot, bool whole) =>
        whole ? ValueLanes.Load(_series, slot) : ValueLanes.LoadUpTo(_series, slot);
}
