using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// The distribution functions of eight neurons' intervals for large means: exp(-mean), where the probabilities start, is stored
/// as a number times a power of 2^-512 so that it does not underflow to 0.
/// </summary>
internal struct ScaledIntervals
{
    /// <summary>Smaller means need no scaling.</summary>
    public const double SmallestMean = 512 * 0.69314718055994531;

    private const double Scale = 7.458340731200207E-155; // 2^-512

    private readonly Vector512<double> _means;
    private Vector512<double> _probabilities, _sums, _scales;

    public ScaledIntervals(Vector512<double> means)
    {
        _means = means;
        _scales = Vector512.Floor(_means * (1 / SmallestMean));
        _probabilities = SingleExponential.Of(_scales * SmallestMean - _means);
        _sums = Unscaled();
    }

    /// <summary>The probabilities of all intervals up to the next one.</summary>
    /// <param name="reciprocal">1 / the next interval.</param>
    public Vector512<double> Next(double reciprocal)
    {
        _probabilities = Vector512.MaxNative(_probabilities * (_means * reciprocal), Vector512.Create(IntervalTable.Least));
        Vector512<double> grown = Vector512.GreaterThan(_probabilities, Vector512<double>.One)
            & Vector512.GreaterThan(_scales, Vector512<double>.Zero);
        _probabilities = Lanes.Select(grown, _probabilities * Scale, _probabilities);
        _scales -= grown & Vector512<double>.One;
        return _sums += Unscaled();
    }

    /// <summary>The probabilities themselves, or 0 if they are below 2^-512.</summary>
    private readonly Vector512<double> Unscaled() => _probabilities & Vector512.Equals(_scales, Vector512<double>.Zero);
}
