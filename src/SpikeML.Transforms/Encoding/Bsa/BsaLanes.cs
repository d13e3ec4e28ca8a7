using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Sixteen neurons of <see cref="BsaEncoding"/> side by side, with what is left of their series.</summary>
/// <remarks>
/// The sums that decide are those in double precision. Sums in single precision, which cost half as much, decide where they
/// differ by more than they can be off.
/// </remarks>
internal readonly ref struct BsaLanes(Span<float> rest, ReadOnlySpan<float> filter, double threshold)
{
    private readonly Span<float> _rest = rest;
    private readonly ReadOnlySpan<float> _filter = filter;
    private readonly float _threshold = (float)threshold;

    // Each of so many roundings is off by 2^-24 of the sum at most; twice that is room enough for the rounding of this very
    // product.
    private readonly float _uncertainty = (filter.Length + 4) / (float)(1 << 23);

    /// <summary>Encodes the neurons from <paramref name="first"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount, int first)
    {
        int numSteps = series.Length / neuronCount;
        for (int step = 0; step < numSteps; step++)
            StepLanes.Load(series, step * neuronCount + first).CopyTo(_rest[(step * DoubleLanes.Count)..]);
        for (int step = 0; step < numSteps; step++)
        {
            // Where the filter no longer fits, there are no spikes.
            Vector512<float> fired = step + _filter.Length <= numSteps ? Step(step) : Vector512<float>.Zero;
            StepLanes.Store(fired, spikes, step * neuronCount + first);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> Step(int step)
    {
        Span<float> own = _rest.Slice(step * DoubleLanes.Count, _filter.Length * DoubleLanes.Count);
        Vector512<float> with = Vector512<float>.Zero, without = Vector512<float>.Zero;
        ref float first = ref MemoryMarshal.GetReference(own);
        for (int k = 0; k < _filter.Length; k++)
        {
            Vector512<float> rest = Vector512.LoadUnsafe(ref first, (nuint)(k * DoubleLanes.Count));
            with += Vector512.Abs(rest - Vector512.Create(_filter[k]));
            without += Vector512.Abs(rest);
        }
        Vector512<float> threshold = Vector512.Create(_threshold), worse = with + threshold - without;
        Vector512<float> bound = (with + without + threshold) * _uncertainty;
        Vector512<float> fires = Vector512.LessThan(worse, Vector512<float>.Zero);
        // What overflows is compared in double precision too.
        bool isFinite = Vector512.LessThanAll(bound, Vector512.Create(float.MaxValue));
        if (!isFinite || !Vector512.GreaterThanAll(Vector512.Abs(worse), bound))
            fires = FiresExactly(own);
        if (!Vector512.EqualsAll(fires.AsInt32(), Vector512<int>.Zero))
            Subtract(own, fires);
        return fires & Vector512<float>.One;
    }

    /// <summary>Takes the filter off the neurons that fire.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Subtract(Span<float> own, Vector512<float> fires)
    {
        ref float first = ref MemoryMarshal.GetReference(own);
        for (int k = 0; k < _filter.Length; k++)
        {
            nuint at = (nuint)(k * DoubleLanes.Count);
            (Vector512.LoadUnsafe(ref first, at) - (fires & Vector512.Create(_filter[k]))).StoreUnsafe(ref first, at);
        }
    }

    private Vector512<float> FiresExactly(ReadOnlySpan<float> own)
    {
        DoubleLanes with = DoubleLanes.Zero, without = DoubleLanes.Zero;
        foreach (float height in _filter)
        {
            DoubleLanes rest = DoubleLanes.Widen(Vector512.Create(own));
            with += DoubleLanes.Abs(rest - (double)height);
            without += DoubleLanes.Abs(rest);
            own = own[DoubleLanes.Count..];
        }
        // Fires unless it is worse: sums that overflow compare as neither.
        DoubleLanes bound = without - threshold;
        Vector512<long> lower = ~Vector512.GreaterThan(with.Lower, bound.Lower).AsInt64();
        Vector512<long> upper = ~Vector512.GreaterThan(with.Upper, bound.Upper).AsInt64();
        return Vector512.Narrow(lower, upper).AsSingle();
    }
}
