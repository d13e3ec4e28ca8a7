namespace SpikeML;

/// <summary>
/// A code whose spikes are deviations beyond a threshold, whatever was sent before, and each move what is decoded by that
/// threshold: many thresholds can be tried at once.
/// </summary>
internal interface IThresholdCode
{
    /// <summary>The threshold, which may not be open.</summary>
    double GivenThreshold { get; }

    /// <summary>
    /// What finds the deviations that the code compares with thresholds; null where such thresholds must be tried one by one.
    /// </summary>
    /// <param name="thresholds">The thresholds to try.</param>
    /// <param name="largest">The largest magnitude of all series' values.</param>
    Deviations<T>? MakeDeviations<T>(double[] thresholds, double largest)
        where T : unmanaged;
}

/// <summary>The deviations of sixteen series, as numbers that are compared with a bound for each threshold.</summary>
internal abstract class Deviations<T>
    where T : unmanaged
{
    /// <summary>A deviation above it is a spike of a threshold, one below its negative is an off-spike.</summary>
    public abstract float Bound(int threshold);

    /// <summary>Writes a number for each value of a tile; it moves what is decoded from its own step on.</summary>
    /// <param name="tile">Sixteen series side by side.</param>
    /// <param name="deviations">Receives as many numbers.</param>
    /// <param name="room">Memory for as many numbers, whatever is in it.</param>
    public abstract void Write(ReadOnlySpan<T> tile, Span<float> deviations, Span<double> room);
}
