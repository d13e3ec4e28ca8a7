using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The spikes of <see cref="MovingWindowEncoding"/>: the means of windows, and what lies above and below them.</summary>
/// <remarks>
/// A window's values are added up from its first on, so that rounding depends on nothing else. Where no sum is rounded, any order
/// gives the same, and sums follow from those of the step before.
/// </remarks>
internal readonly ref struct WindowMeans(ReadOnlySpan<float> series, int neuronCount, int width, double threshold)
{
    private readonly ReadOnlySpan<float> _series = series;

    /// <summary>
    /// Whether sums of the row's windows are exact, and following them from step to step costs less than adding up each of them.
    /// </summary>
    public bool CanFollow()
    {
        ReadOnlySpan<uint> bits = MemoryMarshal.Cast<float, uint>(_series);
        Vector512<uint> magnitude = Vector512.Create((uint)int.MaxValue), largest = Vector512<uint>.Zero;
        Vector512<uint> leastBelow = Vector512<uint>.AllBitsSet;
        for (int at = 0; at < bits.Length; at += Vector512<uint>.Count)
        {
            Vector512<uint> own = StepLanes.Load(_series, at).AsUInt32() & magnitude;
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
        {
            DoubleLanes sum = DoubleLanes.Zero;
            for (int step = 0; step < width; step++)
                sum += DoubleLanes.Widen(StepLanes.Load(_series, step * neuronCount + first));
            sum.CopyTo(sums[first..]);
        }
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

    private void FollowLanes(int firstStep, Span<float> spikes, int first, Span<double> sums)
    {
        DoubleLanes sum = DoubleLanes.Create(sums[first..]);
        int step = firstStep, slot = firstStep * neuronCount + first;
        for (int at = first; at < spikes.Length; at += neuronCount, slot += neuronCount, step++)
        {
            // The steps of the first window have its mean, and so has the one after.
            if (step > width)
            {
                sum -= DoubleLanes.Widen(StepLanes.Load(_series, slot - neuronCount - width * neuronCount));
                sum += DoubleLanes.Widen(StepLanes.Load(_series, slot - neuronCount));
            }
            StepLanes.Store(Spikes(slot, sum), spikes, at);
        }
        sum.CopyTo(sums[first..]);
    }

    /// <summary>Encodes steps after the first window, each from the values of its own; any number of them is one long row.</summary>
    public void AddEach(int firstStep, Span<float> spikes)
    {
        int slot = firstStep * neuronCount;
        for (int at = 0; at < spikes.Length; at += DoubleLanes.Count, slot += DoubleLanes.Count)
        {
            DoubleLanes sum = DoubleLanes.Zero;
            for (int from = slot - width * neuronCount; from < slot; from += neuronCount)
                sum += DoubleLanes.Widen(StepLanes.Load(_series, from));
            StepLanes.Store(Spikes(slot, sum), spikes, at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> Spikes(int slot, DoubleLanes sum)
    {
        DoubleLanes value = DoubleLanes.Widen(StepLanes.Load(_series, slot)), mean = sum / width;
        return DoubleLanes.Signs(value, mean + threshold, mean - threshold);
    }
}
