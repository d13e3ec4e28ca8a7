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

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void AddSignal<T, TDecoded>(ReadOnlySpan<T> signal, ReadOnlySpan<TDecoded> decoded, ReadOnlySpan<float> spikes)
        where T : unmanaged
        where TDecoded : unmanaged
    {
        if (signal.Length != decoded.Length)
            throw new ArgumentException(
                $"A signal of {signal.Length} values cannot be compared with {decoded.Length} decoded ones.", nameof(decoded));
        FeatureCheck.AllFinite(signal);
        FeatureCheck.AllFinite(decoded);
        for (int slot = 0; slot < signal.Length; slot++)
        {
            double value = ValueLanes.Wide(signal[slot]), error = ValueLanes.Wide(decoded[slot]) - value;
            double deviation = value - _mean;
            // Welford's running mean and variance, which avoids differences of large sums.
            _mean += deviation / ++_values;
            _spread += deviation * (value - _mean);
            _power += value * value;
            _noise += error * error;
        }
        _spikeValues += spikes.Length;
        _spikes += spikes.Length - spikes.Count(0f);
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
