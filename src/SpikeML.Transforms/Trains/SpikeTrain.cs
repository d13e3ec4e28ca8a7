using System.Collections;
using System.Collections.Immutable;

namespace SpikeML;

/// <summary>
/// The spikes of a group of neurons over a number of time steps, stored as events in time order (within a step, by neuron).
/// </summary>
/// <remarks>
/// One row of a <c>Vector&lt;Single, NumSteps, 28, 28&gt;</c> column is a train of <see cref="NumSteps"/> steps over neurons of
/// shape [28, 28]. Read trains from a data view with <c>data.GetSpikeTrains("Spikes")</c>. A train takes 12 bytes a spike,
/// however many steps and neurons it has: two seconds of a 1280 x 720 sensor in steps of a millisecond are a train, though no
/// array has room for its 3.7 billion values.
/// </remarks>
public sealed partial class SpikeTrain : IReadOnlyList<SpikeEvent>
{
    private readonly SpikeEvent[] _events;

    internal SpikeTrain(int numSteps, ImmutableArray<int> shape, SpikeEvent[] events)
    {
        NumSteps = numSteps;
        Shape = shape;
        NeuronCount = CountNeurons(shape);
        _events = events;
    }

    /// <summary>The number of time steps, at least 1.</summary>
    public int NumSteps { get; }

    /// <summary>The neurons' dimensions without time, such as [28, 28]; empty for a single neuron without dimensions.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>The number of neurons: the product of <see cref="Shape"/>.</summary>
    public int NeuronCount { get; }

    /// <summary>The number of spikes.</summary>
    public int Count => _events.Length;

    /// <summary>The spikes in time order; within a step, by neuron.</summary>
    public IReadOnlyList<SpikeEvent> Events => _events;

    /// <summary>The spike at an index in time order.</summary>
    public SpikeEvent this[int index] => _events[index];

    /// <summary>
    /// Creates a train from time-major values: the neurons of step 0, then those of step 1, and so on. Zeros are not spikes.
    /// </summary>
    /// <param name="values">numSteps x (product of <paramref name="shape"/>) values.</param>
    /// <param name="numSteps">The number of time steps, at least 1.</param>
    /// <param name="shape">The neurons' dimensions. If empty, one dimension of values.Length / numSteps neurons.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="numSteps"/> or a dimension is below 1.</exception>
    /// <exception cref="ArgumentException">The number of values is not numSteps times the number of neurons.</exception>
    public static SpikeTrain FromDense(ReadOnlySpan<float> values, int numSteps, params ReadOnlySpan<int> shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(numSteps);
        ImmutableArray<int> dimensions = shape.IsEmpty ? [values.Length / numSteps] : [.. shape];
        int neuronCount = CountNeurons(dimensions);
        if ((long)numSteps * neuronCount != values.Length)
            throw new ArgumentException(
                $"A train of {Counted.Of(numSteps, "step")} and {Counted.Of(neuronCount, "neuron")} "
                    + $"{Dimensions.Text(dimensions)} "
                    + $"has {(long)numSteps * neuronCount} values, got {values.Length}.",
                    nameof(values));
        return new SpikeTrain(numSteps, dimensions, SpikeEvents.FromDense(values, neuronCount));
    }

    /// <summary>Creates a train from events in any order.</summary>
    /// <param name="events">The spikes, at most one per step and neuron, none with value 0.</param>
    /// <param name="numSteps">The number of time steps, at least 1.</param>
    /// <param name="shape">The neurons' dimensions, or empty for a single neuron.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="numSteps"/> or a dimension is below 1.</exception>
    /// <exception cref="ArgumentException">An event is outside the train, has value 0 or NaN, or occurs twice.</exception>
    public static SpikeTrain FromEvents(IEnumerable<SpikeEvent> events, int numSteps, params ReadOnlySpan<int> shape)
    {
        ArgumentNullException.ThrowIfNull(events);
        ImmutableArray<int> dimensions = [.. shape];
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(numSteps);
        SpikeEvent[] sorted = SpikeEvents.Sorted(events, numSteps, CountNeurons(dimensions));
        return new SpikeTrain(numSteps, dimensions, sorted);
    }

    /// <summary>The spikes as a span, in time order.</summary>
    public ReadOnlySpan<SpikeEvent> AsSpan() => _events;

    /// <summary>The train of one neuron, with an empty <see cref="Shape"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="neuron"/> is not below <see cref="NeuronCount"/>.
    /// </exception>
    public SpikeTrain OfNeuron(int neuron)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(neuron);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(neuron, NeuronCount);
        SpikeEvent[] own = [.. from spike in _events where spike.Neuron == neuron select spike with { Neuron = 0 }];
        return new SpikeTrain(NumSteps, [], own);
    }

    /// <summary>
    /// The values of all steps and neurons, time-major: NumSteps x NeuronCount values, 0 where there is no spike.
    /// </summary>
    /// <exception cref="InvalidOperationException">The values would not fit in an array.</exception>
    public float[] ToDense()
    {
        if ((long)NumSteps * NeuronCount > Array.MaxLength)
            throw new InvalidOperationException($"{Counted.Of(NumSteps, "step")} of {Counted.Of(NeuronCount, "neuron")} are "
                + $"{(long)NumSteps * NeuronCount:N0} values, and an array has at most {Array.MaxLength:N0}: use the train's "
                + "events, longer steps, fewer neurons, or a part of the time.");
        float[] values = new float[NumSteps * NeuronCount];
        foreach (SpikeEvent spike in _events)
            values[spike.Step * NeuronCount + spike.Neuron] = spike.Value;
        return values;
    }

    /// <summary>Enumerates the spikes in time order.</summary>
    public IEnumerator<SpikeEvent> GetEnumerator() => ((IEnumerable<SpikeEvent>)_events).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _events.GetEnumerator();

    /// <summary>A short description, such as "9,876 spikes, 784 neurons [28, 28], 100 steps".</summary>
    public override string ToString()
    {
        string shape = Shape.Length > 1 ? $" {Dimensions.Text(Shape)}" : "";
        return $"{Counted.Of(Count, "spike")}, {Counted.Of(NeuronCount, "neuron")}{shape}, {Counted.Of(NumSteps, "step")}";
    }

    private static int CountNeurons(ImmutableArray<int> shape)
    {
        foreach (int dimension in shape)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension, nameof(shape));
        if (Dimensions.Product(shape.AsSpan()) > Array.MaxLength)
            throw new ArgumentOutOfRangeException(nameof(shape), $"[{string.Join(", ", shape)}]",
                $"These are more than {Array.MaxLength} neurons.");
        return Dimensions.Count(shape);
    }
}
