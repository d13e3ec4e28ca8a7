namespace SpikeML.Benchmarks.Codes;

/// <summary>One of those that take turns: rows a second over about so many seconds, and what was measured so far.</summary>
internal sealed class Contender(Func<double, double> speed)
{
    private readonly List<double> _speeds = [];

    public double Median => Measure.Median(_speeds);

    public void TakeTurn(double seconds) => _speeds.Add(speed(seconds));

    /// <summary>The median of how many times as fast as the other it was in the same round.</summary>
    public double TimesAsFastAs(Contender other) => Measure.Median(_speeds.Zip(other._speeds, (own, theirs) => own / theirs));
}
