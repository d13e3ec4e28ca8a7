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
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void ToTimes(ReadOnlySpan<float> features, Span<float> times)
    {
        int slot = 0;
        for (; slot <= features.Length - Vector512<float>.Count; slot += Vector512<float>.Count)
            ToTimes(Vector512.Create(features[slot..])).CopyTo(times[slot..]);
        if (slot == features.Length)
            return;

        // The padding is encoded too; 1 is finite in every code.
        Span<float> padded = stackalloc float[Vector512<float>.Count];
        padded.Fill(1);
        features[slot..].CopyTo(padded);
        ToTimes(Vector512.Create<float>(padded)).CopyTo(padded);
        padded[..(features.Length - slot)].CopyTo(times[slot..]);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> ToTimes(Vector512<float> features)
    {
        Vector512<float> times;
        if (_linear)
        {
            times = Vector512.Min((features - Vector512<float>.One) * -_tau, Vector512.Create(_latestLinear));
        }
        else
        {
            features = Vector512.Max(features, Vector512.Create(_lowestFeature));
            times = Logarithm.Of(features / (features - Vector512.Create(_threshold))) * _tau;
        }
        times += Vector512.Create(_first);
        if (_largest > 0)
            times = (times - Vector512.Create(_first)) * _stretch / Vector512.Create(_largest) + Vector512.Create(_first);
        return Vector512.Min(times, Vector512.Create(_latest));
    }
}
