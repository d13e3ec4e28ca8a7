namespace SpikeML;

public sealed partial class SpikeTrain
{
    /// <summary>
    /// How much before a step a time may be and still count as in it, in steps: what divisions of doubles lose.
    /// </summary>
    private const double Tolerance = 1e-6;

    /// <summary>
    /// Creates a train from spike times in any unit, such as seconds. A time is in step floor(time / stepDuration); a time that
    /// is less than a millionth of a step before the next step is in the next step, so 0.3 s is in step 3 of steps of 0.1 s.
    /// </summary>
    /// <param name="times">The time of each spike, in any order, at least 0.</param>
    /// <param name="neurons">The neuron of each spike, as many as times.</param>
    /// <param name="stepDuration">The duration of a step in the unit of the times, above 0.</param>
    /// <param name="numSteps">The number of time steps, at least 1; later spikes are left out.</param>
    /// <param name="shape">The neurons' dimensions, or empty for a single neuron.</param>
    /// <returns>The train; the value of a spike is the number of times in its step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="stepDuration"/>, <paramref name="numSteps"/> or a dimension is out of range.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// There are more or fewer neurons than times, a time is negative or not a number, or a neuron is outside the shape.
    /// </exception>
    public static SpikeTrain FromTimes(ReadOnlySpan<double> times, ReadOnlySpan<int> neurons, double stepDuration, int numSteps,
        params ReadOnlySpan<int> shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stepDuration);
        if (!double.IsFinite(stepDuration))
            throw new ArgumentOutOfRangeException(nameof(stepDuration), stepDuration, "The duration of a step must be finite.");
        double[] own = times.ToArray();
        var stepOf = (int i) => own[i] >= 0
            ? Math.Floor(own[i] / stepDuration + Tolerance) : throw Invalid(i, own[i], nameof(times));
        return FromSteps(own.Length, stepOf, neurons, numSteps, shape);
    }

    /// <summary>
    /// Creates a train from spike times in whole units, such as microseconds. A time is in step time / stepDuration, rounded
    /// down, without rounding errors.
    /// </summary>
    /// <param name="times">The time of each spike, in any order, at least 0.</param>
    /// <param name="neurons">The neuron of each spike, as many as times.</param>
    /// <param name="stepDuration">The duration of a step in the unit of the times, at least 1.</param>
    /// <param name="numSteps">The number of time steps, at least 1; later spikes are left out.</param>
    /// <param name="shape">The neurons' dimensions, or empty for a single neuron.</param>
    /// <returns>The train; the value of a spike is the number of times in its step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="stepDuration"/>, <paramref name="numSteps"/> or a dimension is out of range.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// There are more or fewer neurons than times, a time is negative, or a neuron is outside the shape.
    /// </exception>
    public static SpikeTrain FromTimes(ReadOnlySpan<long> times, ReadOnlySpan<int> neurons, long stepDuration, int numSteps,
        params ReadOnlySpan<int> shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stepDuration);
        long[] own = times.ToArray();
        var stepOf = (int i) => own[i] >= 0 ? (double)(own[i] / stepDuration) : throw Invalid(i, own[i], nameof(times));
        return FromSteps(own.Length, stepOf, neurons, numSteps, shape);
    }

    private static SpikeTrain FromSteps(
        int count, Func<int, double> stepOf, ReadOnlySpan<int> neurons, int numSteps, ReadOnlySpan<int> shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(numSteps);
        if (neurons.Length != count)
            throw new ArgumentException(
                $"There must be a neuron for each of {Counted.Of(count, "time")}, got {neurons.Length}.", nameof(neurons));
        int neuronCount = CountNeurons([.. shape]);
        Dictionary<(int Step, int Neuron), int> counts = [];
        for (int i = 0; i < count; i++)
        {
            if ((uint)neurons[i] >= (uint)neuronCount)
                throw new ArgumentException(
                    $"Spike {i} is of neuron {neurons[i]}, and there are {neuronCount}.", nameof(neurons));
            double step = stepOf(i);
            if (step < numSteps)
                counts[((int)step, neurons[i])] = counts.GetValueOrDefault(((int)step, neurons[i])) + 1;
        }
        return FromEvents(counts.Select(own => new SpikeEvent(own.Key.Step, own.Key.Neuron, own.Value)), numSteps, shape);
    }

    private static ArgumentException Invalid(int spike, double time, string parameter) =>
        new(FormattableString.Invariant(
            $"Spike {spike} has the time {time}, and times must be 0 or above: subtract the earliest."), parameter);
}
