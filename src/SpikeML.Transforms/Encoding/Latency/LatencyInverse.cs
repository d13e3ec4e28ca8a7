namespace SpikeML;

/// <summary>The map from spike times back to features, in double precision: the inverse of <see cref="LatencyCode"/>.</summary>
internal readonly struct LatencyInverse
{
    private readonly bool _linear;
    private readonly double _threshold, _tau, _first, _unstretch;

    /// <param name="options">Valid options, with all that was learned.</param>
    public LatencyInverse(LatencyEncodingOptions options)
    {
        (_linear, _threshold, _first) = (options.Linear, options.Threshold, options.FirstSpikeTime);
        double room = (options.NumSteps ?? 0) - 1 - _first;
        _tau = options is { Linear: true, Normalize: true } ? room : options.Tau;
        double largest = (options.LargestTime ?? 0) - _first;
        _unstretch = options is { Linear: false, Normalize: true } ? (largest > 0 ? largest : 1) / room : 1;
    }

    /// <summary>The feature in [0, 1] that fires at a time.</summary>
    public double Feature(double time)
    {
        double elapsed = time - _first;
        // What fires at once: without any room for later times everything does.
        if (elapsed <= 0)
            return 1;
        double rest = _linear ? elapsed / _tau : -elapsed * _unstretch / _tau;
        return Math.Clamp(_linear ? 1 - rest : _threshold / (1 - Exponential.Of(rest)), 0, 1);
    }
}
