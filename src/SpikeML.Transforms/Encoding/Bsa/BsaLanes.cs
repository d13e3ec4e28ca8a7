using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Sixteen neurons of <see cref="BsaEncoding"/> side by side, with the remainders of their series.</summary>
/// <remarks>
/// Sums in double precision decide. For series of Single, sums in single precision, which cost half as much, decide where they
/// differ by more than their error.
/// </remarks>
internal readonly ref struct BsaLanes<T>(Span<T> rest, ReadOnlySpan<float> filter, double threshold)
    where T : unmanaged
{
    private readonly Span<T> _rest = rest;
    private readonly ReadOnlySpan<float> _filter = filter;
    private readonly float _threshold = (float)threshold;

    // Each rounding is off by at most 2^-24 of the sum; twice that also covers the rounding of this product.
    private readonly float _uncertainty = (filter.Length + 4) / (float)(1 << 23);

    /// <summary>Encodes the neurons starting at <paramref name="first"/>.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public void Encode(ReadOnlySpan<T> series, Span<float> spikes, int neuronCount, int first)
    {
        int numSteps = series.Length / neuronCount;
        for (int step = 0; step < numSteps; step++)
            ValueLanes.Copy(series, step * neuronCount + first, _rest[(step * DoubleLanes.Count)..]);
        for (int step = 0; step < numSteps; step++)
        {
            Vector512<float> fires = Vector512<float>.Zero;
            // There are no spikes where the filter no longer fits.
            if (step + _filter.Length <= numSteps)
            {
                fires = Fires(step * DoubleLanes.Count, DoubleLanes.Count);
                if (!Vector512.EqualsAll(fires.AsInt32(), Vector512<int>.Zero))
                    Subtract(step * DoubleLanes.Count, fires);
            }
            StepLanes.Store(fires & Vector512<float>.One, spikes, step * neuronCount + first);
        }
    }

    /// <summary>
    /// Encodes one neuron: tests sixteen steps at once as if none of them fired, up to the first that does, and continues after
    /// it.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public void EncodeAlone(ReadOnlySpan<T> series, Span<float> spikes, int neuronCount, int neuron)
    {
        int numSteps = series.Length / neuronCount;
        _rest[numSteps..].Clear();
        for (int step = 0; step < numSteps; step++)
        {
            _rest[step] = series[step * neuronCount + neuron];
            spikes[step * neuronCount + neuron] = 0;
        }
        bool fired = false;
        for (int step = 0; step + _filter.Length <= numSteps; step++)
        {
            // After a spike another one is likely, and the vector would be wasted.
            if (!fired)
                step += Math.Min(StepsToSpike(step), numSteps - _filter.Length + 1 - step);
            fired = step + _filter.Length <= numSteps && TrySubtract(_rest[step..]);
            if (fired)
                spikes[step * neuronCount + neuron] = 1;
        }
    }

    /// <summary>The number of silent steps of one neuron from a step on, up to 15.</summary>
    private int StepsToSpike(int step) =>
        BitOperations.TrailingZeroCount((uint)Fires(step, 1).ExtractMostSignificantBits() | 1u << (DoubleLanes.Count - 1));

    [MethodImpl(KernelCompilation.AtOnce)]
    private bool TrySubtract(Span<T> rest)
    {
        double with = 0, without = 0;
        for (int k = 0; k < _filter.Length; k++)
        {
            double own = ValueLanes.Wide(rest[k]);
            with += Math.Abs(own - _filter[k]);
            without += Math.Abs(own);
        }
        if (with > without - threshold)
            return false;
        for (int k = 0; k < _filter.Length; k++)
            rest[k] = ValueLanes.Own<T>(ValueLanes.Wide(rest[k]) - _filter[k]);
        return true;
    }

    /// <summary>All bits set where subtracting the filter is better by at least the threshold.</summary>
    /// <param name="from">The index of the first of sixteen values.</param>
    /// <param name="stride">The distance between successive values of the same lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> Fires(int from, int stride)
    {
        Span<T> own = _rest.Slice(from, (_filter.Length - 1) * stride + DoubleLanes.Count);
        if (typeof(T) == typeof(double))
            return FiresExactly(own, stride);
        Vector512<float> with = Vector512<float>.Zero, without = Vector512<float>.Zero;
        ref float first = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(own));
        for (int k = 0; k < _filter.Length; k++)
        {
            Vector512<float> rest = Vector512.LoadUnsafe(ref first, (nuint)(k * stride));
            with += Vector512.Abs(rest - Vector512.Create(_filter[k]));
            without += Vector512.Abs(rest);
        }
        Vector512<float> threshold = Vector512.Create(_threshold), worse = with + threshold - without;
        Vector512<float> bound = (with + without + threshold) * _uncertainty;
        // Sums that overflow are compared in double precision too.
        bool isFinite = Vector512.LessThanAll(bound, Vector512.Create(float.MaxValue));
        return isFinite && Vector512.GreaterThanAll(Vector512.Abs(worse), bound)
            ? Vector512.LessThan(worse, Vector512<float>.Zero)
            : FiresExactly(own, stride);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private Vector512<float> FiresExactly(ReadOnlySpan<T> own, int stride)
    {
        DoubleLanes with = DoubleLanes.Zero, without = DoubleLanes.Zero;
        for (int k = 0; k < _filter.Length; k++)
        {
            DoubleLanes rest = ValueLanes.Load(own, k * stride);
            with += DoubleLanes.Abs(rest - (double)_filter[k]);
            without += DoubleLanes.Abs(rest);
        }
        // Fires unless it is worse; sums that overflow compare as neither.
        DoubleLanes bound = without - threshold;
        Vector512<long> lower = ~Vector512.GreaterThan(with.Lower, bound.Lower).AsInt64();
        Vector512<long> upper = ~Vector512.GreaterThan(with.Upper, bound.Upper).AsInt64();
        return LaneNarrowing.Narrow(lower, upper).AsSingle();
    }

    /// <summary>Subtracts the filter from the neurons that fire.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Subtract(int from, Vector512<float> fires)
    {
        Span<T> own = _rest.Slice(from, _filter.Length * DoubleLanes.Count);
        for (int k = 0, at = 0; k < _filter.Length; k++, at += DoubleLanes.Count)
        {
            Vector512<float> taken = fires & Vector512.Create(_filter[k]);
            if (typeof(T) == typeof(double))
            {
                (ValueLanes.Load<T>(own, at) - DoubleLanes.Widen(taken)).CopyTo(MemoryMarshal.Cast<T, double>(own[at..]));
                continue;
            }
            ref float first = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(own));
            (Vector512.LoadUnsafe(ref first, (nuint)at) - taken).StoreUnsafe(ref first, (nuint)at);
        }
    }
}
