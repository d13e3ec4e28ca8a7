using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Counts the events of each pixel over all rows.</summary>
internal sealed class HotPixelLearner(RemoveHotPixelsOptions options, SensorSize size) : ICodeLearner
{
    private const double Microseconds = 1e6;

    private readonly long[] _counts = new long[size.Pixels];
    private double _duration;

    public string What => "the hot pixels";

    public SpikeCode Code { get; private set; } = options;

    public void Add(in ColumnValues values)
    {
        if (values.Events.IsEmpty)
            return;
        size.Check(values.Events);
        foreach (ref readonly AddressEvent own in values.Events)
            _counts[own.Y * size.Width + own.X]++;
        (long first, long last) = EventTimes.Range(values.Events);
        _duration += last - first;
    }

    public ICodeLearner? Next() => null;

    public void Complete(IHost host, CancellationToken cancellationToken)
    {
        double limit = double.PositiveInfinity;
        if (options.Deviations is double deviations)
        {
            double mean = _counts.Average();
            limit = mean + deviations * Math.Sqrt(_counts.Average(count => (count - mean) * (count - mean)));
        }
        if (options.MaxRate is double rate)
            limit = Math.Min(limit, rate * _duration / Microseconds);
        Code = options with { HotPixels = [.. Enumerable.Range(0, _counts.Length).Where(pixel => _counts[pixel] > limit)] };
    }
}
