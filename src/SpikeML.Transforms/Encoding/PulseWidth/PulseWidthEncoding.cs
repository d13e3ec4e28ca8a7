using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Pulse-width coding, as in the Python package Spike-Encoding: a sawtooth carrier c repeatedly rises from 0 to 1 in Period
/// steps, and the series s, scaled to [0, 1], is compared with it. w is 1 where s &lt; c, -1 where s &gt; 1 - c (only with
/// off-spikes), and otherwise 0. A neuron spikes (1) where w becomes 1 and gives an off-spike (-1) where w becomes -1.
/// </summary>
/// <remarks>
/// c[t] = ((t - 1) mod Period) / Period. Step 0 is silent. If both conditions hold, w is -1. The position of a spike in its
/// period encodes the value of the series.
/// </remarks>
public static class PulseWidthEncoding
{
    /// <summary>Encodes one series per neuron.</summary>
    /// <param name="series">Time-major values: all neurons of step 0 first. Values outside the range are clamped to it.</param>
    /// <param name="spikes">
    /// Receives 1, 0 or -1 for each value. Its previous contents are overwritten; it must not overlap <paramref name="series"/>.
    /// </param>
    /// <param name="neuronCount">The number of neurons; the number of values must be a multiple of it.</param>
    /// <param name="options">The options, with nothing left null.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An option is out of range, or <paramref name="neuronCount"/> is below 1.
    /// </exception>
    /// <exception cref="ArgumentException">The lengths do not match, the spans overlap, or an option is null.</exception>
    /// <exception cref="InvalidFeatureException">A value is NaN or infinite.</exception>
    public static void Encode(
        ReadOnlySpan<float> series, Span<float> spikes, int neuronCount, PulseWidthEncodingOptions options) =>
        EncodeSeries(series, spikes, neuronCount, options);

    /// <inheritdoc cref="Encode(ReadOnlySpan{float}, Span{float}, int, PulseWidthEncodingOptions)"/>
    /// <remarks>Values keep their precision: only differences are rounded to single precision.</remarks>
    public static void Encode(
        ReadOnlySpan<double> series, Span<float> spikes, int neuronCount, PulseWidthEncodingOptions options) =>
        EncodeSeries(series, spikes, neuronCount, options);

    internal static void EncodeSeries<T>(
        ReadOnlySpan<T> series, Span<float> spikes, int neuronCount, PulseWidthEncodingOptions options)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(options);
        Modulation modulation = Modulation.Of(options.Validated());
        SeriesCheck.Encoding(series, spikes, neuronCount);
        FeatureCheck.AllFinite(series);
        EncodeSteps(series, 0, new float[neuronCount], spikes, modulation);
    }

    /// <summary>
    /// Restores each neuron's series from its spikes by linear interpolation between the values that they encode.
    /// </summary>
    /// <remarks>
    /// The error of a constant series is at most half of 1 / Period of the range. Before the first spike and after the last one,
    /// the series has the value of that spike; without spikes, it is the middle of the range. Without off-spikes, values in the
    /// last 1 / Period of the range give no spikes.
    /// </remarks>
    /// <param name="spikes">Time-major spikes, as <c>Encode</c> writes them.</param>
    /// <param name="first">One value per neuron; its length is the number of neurons, and its values are ignored.</param>
    /// <param name="series">Receives the series, with as many values as were encoded.</param>
    /// <param name="options">The options used to encode.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match, the spans overlap, or an option is null.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series,
        PulseWidthEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        SeriesCheck.Given(options.Validated().Period, nameof(options.Period));
        SeriesCheck.Decoding(spikes, first, series, first.Length);
        Restore(spikes, series, first.Length, options);
    }

    /// <summary>Restores each neuron's series, whose lengths have been checked.</summary>
    internal static void Restore(
        ReadOnlySpan<float> spikes, Span<float> series, int neuronCount, PulseWidthEncodingOptions options)
    {
        FeatureCheck.AllFinite(spikes);
        Modulation modulation = Modulation.Of(options);
        for (int neuron = 0; neuron < neuronCount && neuron < series.Length; neuron++)
            DecodeNeuron(spikes[neuron..], series[neuron..], neuronCount, modulation);
    }

    /// <summary>Encodes some steps of all neurons; <paramref name="widths"/> is w before them and is updated.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    internal static void EncodeSteps<T>(ReadOnlySpan<T> series, int firstStep, Span<float> widths, Span<float> spikes,
        in Modulation modulation)
        where T : unmanaged
    {
        int neurons = widths.Length;
        for (int at = 0, step = firstStep; at < spikes.Length; at += neurons, step++)
        {
            Span<float> own = spikes.Slice(at, neurons);
            if (step == 0)
                own.Clear();
            else
                EncodeStep(series.Slice(step * neurons, neurons), widths, own, ValueLanes.Own<T>(modulation.Below<T>(step)),
                    ValueLanes.Own<T>(modulation.Above<T>(step)));
        }
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void EncodeStep<T>(ReadOnlySpan<T> values, Span<float> widths, Span<float> spikes, T below, T above)
        where T : unmanaged
    {
        int neuron = 0;
        for (; neuron <= values.Length - Vector512<float>.Count; neuron += Vector512<float>.Count)
        {
            Vector512<float> before = Vector512.Create<float>(widths[neuron..]);
            Vector512<float> width = Lanes.Select(ValueMasks.AreAbove(values, neuron, above),
                -Vector512<float>.One, ValueMasks.AreBelow(values, neuron, below) & Vector512<float>.One);
            width.CopyTo(widths[neuron..]);
            Vector512.AndNot(width, Vector512.Equals(width, before)).CopyTo(spikes[neuron..]);
        }
        for (; neuron < values.Length; neuron++)
        {
            double value = ValueLanes.Wide(values[neuron]);
            float width = value > ValueLanes.Wide(above) ? -1 : value < ValueLanes.Wide(below) ? 1 : 0;
            spikes[neuron] = width == widths[neuron] ? 0 : width;
            widths[neuron] = width;
        }
    }

    /// <summary>Restores the series of one neuron, whose values are <paramref name="stride"/> apart.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    internal static void DecodeNeuron<T>(ReadOnlySpan<float> spikes, Span<T> series, int stride, in Modulation modulation)
        where T : unmanaged
    {
        int last = -1;
        double lastValue = modulation.Middle;
        for (int at = 0, step = 0; at < series.Length; at += stride, step++)
        {
            if (spikes[at] == 0)
                continue;
            double value = modulation.Value(step, spikes[at] > 0);
            lastValue = last < 0 ? value : lastValue;
            for (int between = last + 1; between <= step; between++)
                series[between * stride] =
                    ValueLanes.Own<T>(lastValue + (value - lastValue) * (between - last) / (step - last));
            (last, lastValue) = (step, value);
        }
        for (int at = (last + 1) * stride; at < series.Length; at += stride)
            series[at] = ValueLanes.Own<T>(lastValue);
    }

    /// <summary>The carrier in the series' unit.</summary>
    internal readonly struct Modulation
    {
        private readonly double _lowest, _range;
        private readonly int _period;
        private readonly bool _offSpike;

        private Modulation(double lowest, double highest, int period, bool offSpike) =>
            (_lowest, _range, _period, _offSpike) = (lowest, highest - lowest, period, offSpike);

        public static Modulation Of(PulseWidthEncodingOptions options) => new(
            SeriesCheck.Given(options.Lowest, nameof(options.Lowest)),
                SeriesCheck.Given(options.Highest, nameof(options.Highest)),
            SeriesCheck.Given(options.Period, nameof(options.Period)), options.OffSpike);

        public double Middle => _lowest + _range / 2;

        /// <summary>
        /// Values below this are below the carrier; there are none at the start of a period, where the carrier is 0.
        /// </summary>
        public double Below<T>(int step)
            where T : unmanaged => Phase(step) == 0 ? double.NegativeInfinity
            : AtLeast<T>(_lowest + _range * Phase(step) / _period);

        /// <summary>Values above this give an off-spike.</summary>
        public double Above<T>(int step)
            where T : unmanaged => Phase(step) == 0 || !_offSpike
            ? double.PositiveInfinity
            : -AtLeast<T>(-(_lowest + _range * (_period - Phase(step)) / _period));

        /// <summary>
        /// The value that a spike at a step encodes: midway between the carrier at that step and one step before.
        /// </summary>
        public double Value(int step, bool isOn)
        {
            double share = (Phase(step) - 0.5) / _period;
            return _lowest + _range * Math.Clamp(isOn ? share : 1 - share, 0, 1);
        }

        private int Phase(int step) => (step + _period - 1) % _period;

        /// <summary>
        /// Rounds a number up to the type of the values, so a value is below the result exactly if it is below the number itself.
        /// </summary>
        private static double AtLeast<T>(double value)
            where T : unmanaged => typeof(T) == typeof(double) ? value
            : (float)value < value ? MathF.BitIncrement((float)value) : (float)value;
    }
}
