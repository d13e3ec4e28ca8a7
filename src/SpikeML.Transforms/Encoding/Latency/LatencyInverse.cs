using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The map from spike times back to features, in double precision: the inverse of <see cref="LatencyCode"/>.</summary>
internal readonly struct LatencyInverse
{
    private readonly bool _linear;
    private readonly double _threshold, _tau, _first, _unstretch;

    /// <param name="options">Valid options, with everything that was fitted.</param>
    public LatencyInverse(LatencyEncodingOptions options)
    {
        (_linear, _threshold, _first) = (options.Linear, options.Threshold, options.FirstSpikeTime);
        double room = (options.NumSteps ?? 0) - 1 - _first;
        _tau = options is { Linear: true, Normalize: true } ? room : options.Tau;
        double largest = (options.LargestTime ?? 0) - _first;
        _unstretch = options is { Linear: false, Normalize: true } ? (largest > 0 ? largest : 1) / room : 1;
    }

    /// <summary>Replaces times, whole vectors of them, by the features in [0, 1] that fire at each.</summary>
    public void ToFeatures(Span<double> times)
    {
        using PooledSpan<double> memory = new(times.Length);
        Span<double> elapsed = memory.Span;
        ToElapsed(times, elapsed);
        if (!_linear)
            Exponential.Of(times);
        Restore(elapsed, times);
    }

    /// <summary>The time since the first possible spike, also in units of tau; below 0 for the logarithmic code.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private void ToElapsed(Span<double> times, Span<double> elapsed)
    {
        Vector512<double> first = Vector512.Create(_first), tau = Vector512.Create(_tau);
        for (int at = 0; at <= times.Length - Vector512<double>.Count; at += Vector512<double>.Count)
        {
            Vector512<double> own = Vector512.Create<double>(times[at..]) - first;
            own.CopyTo(elapsed[at..]);
            (_linear ? own / tau : -own * _unstretch / tau).CopyTo(times[at..]);
        }
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private void Restore(ReadOnlySpan<double> elapsed, Span<double> values)
    {
        Vector512<double> threshold = Vector512.Create(_threshold), one = Vector512<double>.One, zero = Vector512<double>.Zero;
        for (int at = 0; at <= values.Length - Vector512<double>.Count; at += Vector512<double>.Count)
        {
            Vector512<double> rest = one - Vector512.Create<double>(values[at..]);
            Vector512<double> features = Vector512.MinNative(
                Vector512.MaxNative(_linear ? rest : threshold / rest, zero), one);
            // Features of step 0, which are all of them where no later time fits.
            Vector512<double> isFirst = Vector512.LessThanOrEqual(Vector512.Create(elapsed[at..]), zero);
            Lanes.Select(isFirst, one, features).CopyTo(values[at..]);
        }
    }

    /// <summary>The same as ONNX operations, for times in single precision; 0 where a time is NaN.</summary>
    public OnnxTensor WriteFeatures(OnnxTensor times)
    {
        OnnxTensor elapsed = times.As(OnnxType.Double) - _first;
        OnnxTensor features = _linear ? 1 - elapsed / _tau
            : _threshold / (1 - OnnxMath.Exp(-elapsed * _unstretch / _tau));
        features = (elapsed > 0).Choose(features.AtLeast(0).AtMost(1), features.Same(1)).As(OnnxType.Single);
        OnnxTensor silent = times.Graph.Add("IsNaN", [times], OnnxType.Boolean);
        return silent.Choose(features.Same(0), features);
    }
}
