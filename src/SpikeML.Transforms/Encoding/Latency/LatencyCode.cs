using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// The map from features to spike times, in single precision and in the reference's order of operations, so the times agree with
/// snnTorch's to the last digit or two.
/// </summary>
internal readonly struct LatencyCode
{
    private readonly bool _linear;
    private readonly float _threshold;
    private readonly float _lowestFeature;
    private readonly float _tau;
    private readonly float _latestLinear;
    private readonly float _first;
    private readonly float _stretch;
    private readonly float _largest;
    private readonly float _latest;

    /// <param name="options">Valid options.</param>
    /// <param name="largestTime">
    /// The largest time in the data that the code is fitted to, or null to leave times unchanged.
    /// </param>
    public LatencyCode(LatencyEncodingOptions options, float? largestTime)
    {
        _linear = options.Linear;
        _first = options.FirstSpikeTime;
        _threshold = (float)options.Threshold;
        _lowestFeature = (float)(options.Threshold + options.Epsilon);
        double tau = options.Linear && options.Normalize ? options.NumSteps!.Value - 1 - options.FirstSpikeTime : options.Tau;
        _tau = (float)tau;
        _latestLinear = (float)(-tau * (options.Threshold - 1));
        _latest = largestTime is not null && options.NumSteps is int numSteps ? numSteps - 1 : float.PositiveInfinity;
        if (options is { Normalize: true, Linear: false } && largestTime is float largest)
        {
            _stretch = options.NumSteps!.Value - options.FirstSpikeTime - 1;
            // All features are so close to 1 that their times round to 0, so there is nothing to stretch.
            _largest = largest > _first ? largest - _first : 1;
        }
    }

    /// <summary>
    /// The spike time of each feature, in steps; <paramref name="times"/> and <paramref name="features"/> may be the same span.
    /// </summary>
    public void ToTimes(ReadOnlySpan<float> features, Span<float> times)
    {
        int whole = Lanes.Whole(features.Length);
        VectorsToTimes(features[..whole], times[..whole]);
        if (whole == features.Length)
            return;
        // The padding is encoded too; 1 is finite in every code.
        Span<float> padded = stackalloc float[Lanes.Count];
        padded.Fill(1);
        features[whole..].CopyTo(padded);
        VectorsToTimes(padded, padded);
        padded[..(features.Length - whole)].CopyTo(times[whole..]);
    }

    /// <summary>The same arithmetic as ONNX operations.</summary>
    public OnnxTensor WriteTimes(OnnxTensor features)
    {
        OnnxTensor times;
        if (_linear)
        {
            times = ((features - 1) * -_tau).AtMost(_latestLinear);
        }
        else
        {
            features = features.AtLeast(_lowestFeature);
            OnnxTensor ratio = features / (features - _threshold);
            times = OnnxMath.Log(ratio.As(OnnxType.Double)).As(OnnxType.Single) * _tau;
        }
        times += _first;
        if (_largest > 0)
            times = (times - _first) * _stretch / _largest + _first;
        return times.AtMost(_latest);
    }

    /// <summary>The step at which features below the threshold fire, the latest of all.</summary>
    public float LatestStep()
    {
        float time = 0;
        ToTimes(new ReadOnlySpan<float>(in time), new Span<float>(ref time));
        return MathF.Round(time);
    }

    private void VectorsToTimes(ReadOnlySpan<float> features, Span<float> times)
    {
        if (_linear)
        {
            ToLinear(features, times);
        }
        else
        {
            ToRatios(features, times);
            Logarithm.Of(times);
            Scale(times);
        }
        if (_largest > 0)
            Stretch(times);
        if (_latest < float.PositiveInfinity)
            Limit(times);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private void ToLinear(ReadOnlySpan<float> features, Span<float> times)
    {
        Vector512<float> latest = Vector512.Create(_latestLinear), first = Vector512.Create(_first);
        for (int at = 0; at <= features.Length - Lanes.Count; at += Lanes.Count)
        {
            Vector512<float> own = (Vector512.Create(features[at..]) - Vector512<float>.One) * -_tau;
            (Vector512.MinNative(own, latest) + first).CopyTo(times[at..]);
        }
    }

    /// <summary>The numbers whose logarithms are the times, before they are scaled.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private void ToRatios(ReadOnlySpan<float> features, Span<float> ratios)
    {
        Vector512<float> lowest = Vector512.Create(_lowestFeature), threshold = Vector512.Create(_threshold);
        for (int at = 0; at <= features.Length - Lanes.Count; at += Lanes.Count)
        {
            Vector512<float> own = Vector512.MaxNative(Vector512.Create(features[at..]), lowest);
            (own / (own - threshold)).CopyTo(ratios[at..]);
        }
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private void Scale(Span<float> times)
    {
        Vector512<float> first = Vector512.Create(_first);
        for (int at = 0; at <= times.Length - Lanes.Count; at += Lanes.Count)
            (Vector512.Create<float>(times[at..]) * _tau + first).CopyTo(times[at..]);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private void Stretch(Span<float> times)
    {
        Vector512<float> first = Vector512.Create(_first), largest = Vector512.Create(_largest);
        for (int at = 0; at <= times.Length - Lanes.Count; at += Lanes.Count)
            ((Vector512.Create<float>(times[at..]) - first) * _stretch / largest + first).CopyTo(times[at..]);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private void Limit(Span<float> times)
    {
        Vector512<float> latest = Vector512.Create(_latest);
        for (int at = 0; at <= times.Length - Lanes.Count; at += Lanes.Count)
            Vector512.MinNative(Vector512.Create<float>(times[at..]), latest).CopyTo(times[at..]);
    }
}
