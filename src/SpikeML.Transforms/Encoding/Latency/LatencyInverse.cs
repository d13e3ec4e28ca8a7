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

    /// <summary>The features in [0, 1] that fire at each of eight times.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Features(Vector512<double> times)
    {
        Vector512<double> elapsed = times - Vector512.Create(_first), tau = Vector512.Create(_tau), one = Vector512<double>.One;
        Vector512<double> features = _linear
            ? one - elapsed / tau
            : Vector512.Create(_threshold) / (one - Exponential.Of(-elapsed * _unstretch / tau));
        features = Vector512.MinNative(Vector512.MaxNative(features, Vector512<double>.Zero), one);
        // The features that fire at step 0; if there is no room for later times, all of them.
        return Vector512.ConditionalSelect(Vector512.LessThanOrEqual(elapsed, Vector512<double>.Zero), one, features);
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
