using System.Globalization;
using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>Accumulates any number of signals to compute <see cref="SpikeQualityMetrics"/>.</summary>
public sealed class SpikeQuality
{
    private long _values, _spikeValues, _spikes;
    private double _mean, _spread, _power, _noise;

    internal double Noise => _noise;

    /// <summary>Adds one signal and its decoded signal.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="decoded">The decoded signal, with the same number of values.</param>
    /// <param name="spikes">The spikes, to measure their density; may be empty.</param>
    /// <exception cref="ArgumentException">The lengths of the signal and the decoded signal differ.</exception>
    /// <exception cref="InvalidFeatureException">A value is NaN or infinite.</exception>
    public void Add(ReadOnlySpan<float> signal, ReadOnlySpan<float> decoded, ReadOnlySpan<float> spikes = default) =>
        AddSignal(signal, decoded, spikes);

    /// <inheritdoc cref="Add(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float})"/>
    public void Add(ReadOnlySpan<double> signal, ReadOnlySpan<float> decoded, ReadOnlySpan<float> spikes = default) =>
        AddSignal(signal, decoded, spikes);

    internal void AddSignal<T, TDecoded>(ReadOnlySpan<T> signal, ReadOnlySpan<TDecoded> decoded, ReadOnlySpan<float> spikes)
        where T : unmanaged
        where TDecoded : unmanaged
    {
        AddErrors(signal, decoded);
        (_mean, _spread) = Spread(signal, _values - signal.Length, _mean, _spread);
        _spikeValues += spikes.Length;
        _spikes += spikes.Length - spikes.Count(0f);
    }

    /// <summary>Adds a signal and what was decoded for the error and the signal-to-noise ratio alone.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    internal void AddErrors<T, TDecoded>(ReadOnlySpan<T> signal, ReadOnlySpan<TDecoded> decoded)
        where T : unmanaged
        where TDecoded : unmanaged
    {
        if (signal.Length != decoded.Length)
            throw new ArgumentException(
                $"A signal of {signal.Length} values cannot be compared with {decoded.Length} decoded ones.", nameof(decoded));
        FeatureCheck.AllFinite(signal);
        FeatureCheck.AllFinite(decoded);
        double power = _power, noise = _noise;
        for (int slot = 0; slot < signal.Length; slot++)
        {
            double value = ValueLanes.Wide(signal[slot]), error = ValueLanes.Wide(decoded[slot]) - value;
            power += value * value;
            noise += error * error;
        }
        (_power, _noise) = (power, noise);
        _values += signal.Length;
    }

    /// <summary>Welford's running mean and variance, which avoids differences of large sums.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static (double Mean, double Spread) Spread<T>(ReadOnlySpan<T> signal, long count, double mean, double spread)
        where T : unmanaged
    {
        foreach (T own in signal)
        {
            double value = ValueLanes.Wide(own), deviation = value - mean;
            mean += deviation / ++count;
            spread += deviation * (value - mean);
        }
        return (mean, spread);
    }

    /// <summary>The metrics of everything that was added.</summary>
    /// <exception cref="InvalidOperationException">Nothing was added.</exception>
    public SpikeQualityMetrics Metrics() => _values == 0
        ? throw new InvalidOperationException("There is nothing to measure: add signals first.")
        : new()
        {
            RootMeanSquaredError = Math.Sqrt(_noise / _values),
            RSquared = _spread > 0 ? 1 - _noise / _spread : double.NaN,
            SignalToNoise = _noise == 0 ? double.PositiveInfinity : 10 * Math.Log10(_power / _noise),
            SpikeDensity = _spikeValues > 0 ? (double)_spikes / _spikeValues : double.NaN,
        };

    internal static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
