using SpikeML;

namespace Microsoft.ML;

public sealed partial class SpikeCatalog
{
    /// <summary>Spikes as events: for each its step, neuron and value, in time order, as one vector of variable size.</summary>
    /// <param name="outputColumnName">The column to add, of dimensions [events, 3].</param>
    /// <param name="inputColumnName">The spikes; null: the column named <paramref name="outputColumnName"/>, which is replaced.</param>
    public SpikeEventsEstimator ToEvents(string outputColumnName, string? inputColumnName = null) =>
        ToEvents([new(outputColumnName, inputColumnName)]);

    /// <summary>The same of several columns.</summary>
    /// <param name="columns">The columns to add, and the spikes.</param>
    public SpikeEventsEstimator ToEvents(InputOutputColumnPair[] columns) => new(_environment, columns);

    /// <summary>Spikes from events; the values of events at the same step and neuron add up.</summary>
    /// <param name="outputColumnName">The column to add, of dimensions [NumSteps, Shape].</param>
    /// <param name="inputColumnName">The events, 3 numbers each; null: the column named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The number of steps and the neurons' dimensions; null: the defaults.</param>
    public DenseSpikesEstimator FromEvents(string outputColumnName, string? inputColumnName = null, DenseSpikesOptions? options = null) =>
        FromEvents([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same of several columns.</summary>
    /// <param name="columns">The columns to add, and the events.</param>
    /// <param name="options">The number of steps and the neurons' dimensions; null: the defaults.</param>
    public DenseSpikesEstimator FromEvents(InputOutputColumnPair[] columns, DenseSpikesOptions? options = null) =>
        new(_environment, columns, options ?? new());
}
