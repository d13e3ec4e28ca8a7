using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Sixteen neurons of <see cref="BsaEncoding"/> side by side: what is left of their series, in double precision, so that nothing
/// has to be widened for each step.
/// </summary>
internal readonly ref struct BsaLanes(Span<double> rest, ReadOnlySpan<float> filter, double threshold)
{
    private readonly Span<double> _rest = rest;
    private readonly ReadOnlySpan<float> _filter = filter;

    /// <summary>Encodes the neurons from <paramref name="first"/> on.</summary>
    public void Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount, int first)
    {
        int numSteps = series.Length / neuronCount;
        for (int step = 0; step < numSteps; step++)
            DoubleLanes.Widen(StepLanes.Load(series, step * neuronCount + first)).CopyTo(_rest[(step * DoubleLanes.Count)..]);
        for (int step = 0; step < numSteps; step++)
        {
            // Where the filter no longer fits, there are no spikes.
            Vector512<float> fired = step + _filter.Length <= numSteps ? Step(step) : Vector512<float>.Zero;
            StepLanes.Store(fired, spikes, step * neuronCount + first);
        }
    }

    private Vector512<float> Step(int step)
    {
        Span<double> own = _rest.Slice(step * DoubleLanes.Count, _filter.Length * DoubleLanes.Count);
        DoubleLanes with = DoubleLanes.Zero, without = DoubleLanes.Zero;
        for (int k = 0; k < _filter.Length; k++)
        {
            DoubleLanes rest = DoubleLanes.Create(own[(k * DoubleLanes.Count)..]);
            Vector512<double> height = Vector512.Create((double)_filter[k]);
            with += new DoubleLanes(Vector512.Abs(rest.Lower - height), Vector512.Abs(rest.Upper - height));
            without += new DoubleLanes(Vector512.Abs(rest.Lower), Vector512.Abs(rest.Upper));
        }
        Vector512<double> lower = Fires(with.Lower, without.Lower), upper = Fires(with.Upper, without.Upper);
        if ((lower | upper).Equals(Vector512<double>.Zero))
            return Vector512<float>.Zero;
        for (int k = 0; k < _filter.Length; k++)
            Subtract(own[(k * DoubleLanes.Count)..], _filter[k], lower, upper);
        return new DoubleLanes(lower & Vector512<double>.One, upper & Vector512<double>.One).Narrow();
    }

    // Fires unless it is worse: sums that overflow compare as neither.
    private Vector512<double> Fires(Vector512<double> with, Vector512<double> without) =>
        ~Vector512.GreaterThan(with, without - Vector512.Create(threshold));

    /// <summary>Takes one value of the filter off, in single precision.</summary>
    private static void Subtract(Span<double> rest, float height, Vector512<double> lower, Vector512<double> upper)
    {
        DoubleLanes before = DoubleLanes.Create(rest);
        DoubleLanes after = DoubleLanes.Widen(before.Narrow() - Vector512.Create(height));
        new DoubleLanes(
            Vector512.ConditionalSelect(lower, after.Lower, before.Lower),
            Vector512.ConditionalSelect(upper, after.Upper, before.Upper)).CopyTo(rest);
    }
}
