using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Computes the spikes of <see cref="MovingWindowEncoding"/>: the means of windows and the values above and below them.
/// </summary>
/// <remarks>
/// The values of a window are added from its first value on, so rounding depends on nothing else. If no sum is rounded, any order
/// gives the same result, and each sum is updated from that of the previous step. The loops are fully optimized at once, because
/// profile-guided code was several times slower on some machines.
/// </remarks>
internal readonly ref struct WindowMeans<T>(ReadOnlySpan<T> series, int neuronCount, int width, double threshold)
    where T : unmanaged
{
    private readonly ReadOnlySpan<T> _series = series;

    /// <summary>
    /// Whether the sums of the row's windows are exact and updating them costs less than adding up each window.
    /// </summary>
    /// <param name="largestValue">The largest magnitude of a value, in single precision.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public bool CanFollow(out double largestValue)
    {
        Vector512<uint> magnitude = Vector512.Create((uint)int.MaxValue), largest = Vector512<uint>.Zero;
        Vector512<uint> leastBelow = Vector512<uint>.AllBitsSet;
        for (int at = 0; at < _series.Length; at += Vector512<uint>.Count)
        {
            Vector512<uint> own = ValueLanes.SinglesUpTo(_series, at).AsUInt32() & magnitude;
            largest = Vector512.Max(largest, own);
            // Subtracting 1 makes zeros, which must not count, the largest of all.
            leastBelow = Vector512.Min(leastBelow, own - Vector512<uint>.One);
        }
        uint most = 0, least = uint.MaxValue;
        for (int lane = 0; lane < Vector512<uint>.Count; lane++)
            (most, least) = (Math.Max(most, largest[lane]), Math.Min(least, leastBelow[lane]));
        if (most >= BitConverter.SingleToUInt32Bits(float.PositiveInfinity))
            FeatureCheck.AllFinite(_series);
        largestValue = BitConverter.UInt32BitsToSingle(most);
        bool cheaper = (long)Math.Min(neuronCount, DoubleLanes.Count) * width > 160;
        // A double has 53 binary digits: the 24 of a single value, those of the exponents between, and those of the count.
        int exponents = (int)(most >> 23) - (int)Math.Max(1, (least + 1) >> 23);
        // Even sums of two doubles are rounded.
        return typeof(T) == typeof(float) && cheaper && exponents + int.Log2(width) + 1 <= 53 - 24;
    }

    /// <summary>
    /// The largest error of a distance from a mean in single precision, four times over; infinite where sums could overflow.
    /// </summary>
    /// <remarks>Numbers below the smallest normal one are rounded more coarsely.</remarks>
    public float ToleranceOf(double largestValue) => largestValue * (width + 1) < 1e38
        ? (float)(Math.ScaleB(largestValue * (width + 8) + 2 * threshold, -22) + 1e-43) : float.PositiveInfinity;

    /// <summary>Adds up the first window of each neuron.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public void AddFirst(Span<double> sums)
    {
        for (int first = 0; first < neuronCount; first += DoubleLanes.Count)
            Add(first, first + width * neuronCount, whole: false).CopyTo(sums[first..]);
    }

    /// <summary>Encodes steps from the sums of their windows, updating the sums from step to step.</summary>
    public void Follow(int firstStep, Span<float> spikes, Span<double> sums)
    {
        int together = neuronCount - neuronCount % DoubleLanes.Count;
        // The last neurons come first, because the first neurons of the next step overwrite what their vectors write beyond them.
        if (together < neuronCount)
            FollowLanes(firstStep, spikes, together, sums);
        for (int first = 0; first < together; first += DoubleLanes.Count)
            FollowLanes(firstStep, spikes, first, sums);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
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

    /// <summary>The last steps, with fewer than sixteen values left.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
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
    /// Encodes steps after the first window, each from the values of its own window; any number of steps is one long row.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public void AddEach(int firstStep, Span<float> spikes)
    {
        int at = 0, slot = firstStep * neuronCount;
        for (; at <= spikes.Length - DoubleLanes.Count; at += DoubleLanes.Count, slot += DoubleLanes.Count)
            Spikes(slot, Add(slot - width * neuronCount, slot, whole: true), whole: true).CopyTo(spikes[at..]);
        if (at < spikes.Length)
            AddRest(slot, spikes[at..]);
    }

    /// <summary>
    /// What <see cref="AddEach"/> gives: distances from the mean are taken in single precision, and exactly only where one is so
    /// close to the threshold that rounding could decide.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public void Estimate(int firstStep, Span<float> spikes, float tolerance)
    {
        int at = 0, slot = firstStep * neuronCount;
        Vector512<float> share = Vector512.Create(1f / width), high = Vector512.Create((float)threshold), low = -high;
        for (; at <= spikes.Length - DoubleLanes.Count; at += DoubleLanes.Count, slot += DoubleLanes.Count)
        {
            int from = slot - width * neuronCount;
            Vector512<float> sum = ValueLanes.Singles(_series, from);
            for (from += neuronCount; from < slot; from += neuronCount)
                sum += ValueLanes.Singles(_series, from);
            Vector512<float> distance = ValueLanes.Singles(_series, slot) - sum * share;
            Vector512<float> own = Lanes.Signs(distance, high, low);
            if (Vector512.LessThanOrEqualAny(Vector512.Abs(Vector512.Abs(distance) - high), Vector512.Create(tolerance)))
                own = Spikes(slot, Add(slot - width * neuronCount, slot, whole: true), whole: true);
            own.CopyTo(spikes[at..]);
        }
        if (at < spikes.Length)
            AddRest(slot, spikes[at..]);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private void AddRest(int slot, Span<float> spikes) =>
        StepLanes.Store(Spikes(slot, Add(slot - width * neuronCount, slot, whole: false), whole: false), spikes, 0);

    /// <summary>Writes the mean of each value's window for sixteen neurons.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public void CopyTo(Span<double> means)
    {
        bool follow = CanFollow(out _);
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
    /// Advances a window: adds the value before a slot and subtracts that of the window's first step. The steps of the first
    /// window use its mean, and so does the step after it.
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

    /// <summary>Sixteen values from a slot on; all of them exist if <paramref name="whole"/> is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private DoubleLanes At(int slot, bool whole) =>
        whole ? ValueLanes.Load(_series, slot) : ValueLanes.LoadUpTo(_series, slot);
}
