namespace SpikeML;

/// <summary>
/// A simulated event camera: turns the images of a video into events, as ESIM (Rebecq et al. 2018) and v2e (Hu et al. 2021) do.
/// </summary>
/// <remarks>
/// A pixel gives an event whenever the logarithm of its intensity has risen or fallen by a threshold since its last event.
/// Between two images the logarithm changes linearly, so that events have times of their own, and a pixel can give several.
/// </remarks>
/// <example>
/// <code>
/// EventSimulator camera = new(height: 34, width: 34, new() { NoiseRate = 1 });
/// List&lt;AddressEvent&gt; events = [];
/// foreach ((float[] image, int i) in images.Select((image, i) => (image, i)))
///     events.AddRange(camera.Add(image, time: 5000 * i));          // an image every 5 ms
/// </code>
/// </example>
public sealed class EventSimulator
{
    private const double Microseconds = 1e6;

    private readonly EventSimulatorOptions _options;
    private readonly double[] _on, _off, _logarithms, _references;
    private readonly long[] _last;
    private readonly EventMemory _memory = new();
    private readonly List<AddressEvent> _events = [];
    private EventDraws _draws;
    private long? _time;

    /// <summary>A camera that has not seen anything yet.</summary>
    /// <param name="height">The height of the sensor in pixels, 1 to 32,768.</param>
    /// <param name="width">The width of the sensor in pixels, 1 to 32,768.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument or an option is out of range.</exception>
    public EventSimulator(int height, int width, EventSimulatorOptions? options = null)
    {
        _options = options ?? new();
        _options.Validate();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, EventColumn.LargestCoordinate + 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, EventColumn.LargestCoordinate + 1);
        (Height, Width) = (height, width);
        int pixels = checked(height * width);
        (_logarithms, _references, _last) = (new double[pixels], new double[pixels], new long[pixels]);
        _draws = new EventDraws(RowHash.DrawKey(_options.Seed, ReadOnlySpan<AddressEvent>.Empty, 0));
        _on = Thresholds(_options.OnThreshold, pixels);
        _off = Thresholds(_options.OffThreshold, pixels);
        Array.Fill(_last, -2 * EventColumn.LargestTime);
    }

    /// <summary>The height of the sensor in pixels.</summary>
    public int Height { get; }

    /// <summary>The width of the sensor in pixels.</summary>
    public int Width { get; }

    /// <summary>Shows the next image; the first one gives no events.</summary>
    /// <param name="image">
    /// The intensity of each pixel, row by row, at least 0 and proportional to the light, for example from 0 to 1.
    /// </param>
    /// <param name="time">The time of the image in microseconds, after that of the image before.</param>
    /// <returns>The events since the image before, in order of time.</returns>
    /// <exception cref="ArgumentException">The image has another size, or an intensity is negative or not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is not after the time before.</exception>
    public AddressEvent[] Add(ReadOnlySpan<float> image, long time)
    {
        CheckImage(image);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, EventColumn.LargestTime);
        ArgumentOutOfRangeException.ThrowIfLessThan(time, -EventColumn.LargestTime);
        if (_time is long before)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, before);
        _events.Clear();
        for (int pixel = 0; pixel < image.Length; pixel++)
        {
            double now = Logarithm.Of(image[pixel] + _options.DarkIntensity);
            if (_time is long last)
                Cross(pixel, now, last, time);
            else
                _references[pixel] = now;
            _logarithms[pixel] = now;
        }
        if (_time is long start)
            AddNoise(start, time);
        _time = time;
        AddressEvent[] events = [.. _events];
        EventClock.Sort(events, _memory);
        return events;
    }

    private void Cross(int pixel, double now, long from, long to)
    {
        double before = _logarithms[pixel], slope = (to - from) / (now - before);
        for (; now - _references[pixel] >= _on[pixel]; Emit(1))
            _references[pixel] += _on[pixel];
        for (; _references[pixel] - now >= _off[pixel]; Emit(0))
            _references[pixel] -= _off[pixel];

        void Emit(int polarity)
        {
            long time = from + (long)Math.Clamp((_references[pixel] - before) * slope, 0, to - from - 1);
            if (time - _last[pixel] < _options.RefractoryPeriod)
                return;
            _last[pixel] = time;
            _events.Add(new(pixel % Width, pixel / Width, time, polarity));
        }
    }

    /// <summary>A Poisson process over all pixels: its intervals are distributed exponentially.</summary>
    private void AddNoise(long from, long to)
    {
        double mean = Microseconds / (_options.NoiseRate * _logarithms.Length);
        if (!double.IsFinite(mean))
            return;
        for (double time = from; ;)
        {
            time -= mean * Logarithm.Of(_draws.Between(0, 1));
            if (time >= to)
                return;
            int pixel = _draws.Below(_logarithms.Length);
            _events.Add(new(pixel % Width, pixel / Width, (long)time, _draws.Below(2)));
        }
    }

    /// <summary>Thresholds of pixels, at least a tenth of what they would be without deviations.</summary>
    private double[] Thresholds(double threshold, int pixels)
    {
        double[] own = new double[pixels];
        for (int pixel = 0; pixel < pixels; pixel++)
        {
            double share = _options.ThresholdDeviation == 0 ? 1 : 1 + _options.ThresholdDeviation * _draws.Normal();
            own[pixel] = threshold * Math.Max(0.1, share);
        }
        return own;
    }

    private void CheckImage(ReadOnlySpan<float> image)
    {
        if (image.Length != Height * Width)
            throw new ArgumentException(
                $"An image of {Height} x {Width} pixels has {Height * Width} values, got {image.Length}.", nameof(image));
        for (int pixel = 0; pixel < image.Length; pixel++)
        {
            if (!(image[pixel] >= 0 && float.IsFinite(image[pixel])))
                throw new ArgumentException(FormattableString.Invariant(
                    $"Pixel {pixel} has the intensity {image[pixel]}, and intensities must be finite and at least 0."),
                    nameof(image));
        }
    }
}
