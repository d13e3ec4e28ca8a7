using SpikeML;

namespace Microsoft.ML;

public sealed partial class SpikeCatalog
{
    /// <summary>Spikes as events: for each its step, neuron and value, in time order, as one vector of variable size.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Variable-size vector of Single, dimensions [events, 3] |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// </remarks>
    /// <param name="outputColumnName">The column to add, of dimensions [events, 3].</param>
    /// <param name="inputColumnName">
    /// The spikes; null: the column named <paramref name="outputColumnName"/>, which is replaced.
    /// </param>
    public SpikeEstimator<SpikeEventsOptions> ToEvents(string outputColumnName, string? inputColumnName = null) =>
        ToEvents([new(outputColumnName, inputColumnName)]);

    /// <summary>Spikes of several columns as events.</summary>
    /// <param name="columns">The columns to add, and the spikes.</param>
    public SpikeEstimator<SpikeEventsOptions> ToEvents(InputOutputColumnPair[] columns) =>
        Encode(columns, new SpikeEventsOptions());

    /// <summary>Spikes from events; the values of events at the same step and neuron add up.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Vector of Single, of variable or known size, 3 numbers an event |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSteps, Shape] |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// </remarks>
    /// <param name="outputColumnName">The column to add, of dimensions [NumSteps, Shape].</param>
    /// <param name="inputColumnName">
    /// The events, 3 numbers each; null: the column named <paramref name="outputColumnName"/>, which is replaced.
    /// </param>
    /// <param name="options">The number of steps and the neurons' dimensions; null: the defaults.</param>
    public SpikeEstimator<DenseSpikesOptions> FromEvents(string outputColumnName, string? inputColumnName = null,
        DenseSpikesOptions? options = null) =>
        FromEvents([new(outputColumnName, inputColumnName)], options);

    /// <summary>Spikes from several columns of events.</summary>
    /// <param name="columns">The columns to add, and the events.</param>
    /// <param name="options">The number of steps and the neurons' dimensions; null: the defaults.</param>
    public SpikeEstimator<DenseSpikesOptions> FromEvents(InputOutputColumnPair[] columns, DenseSpikesOptions? options = null) =>
        Encode(columns, options ?? new());
}
