using SpikeML;

namespace Microsoft.ML;

public sealed partial class SpikeCatalog
{
    /// <summary>
    /// Converts spikes to events: the step, neuron and value of each spike, in time order, as one variable-size vector.
    /// </summary>
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
    /// <param name="outputColumnName">The column to add, with dimensions [events, 3].</param>
    /// <param name="inputColumnName">
    /// The spikes. If null, the column named <paramref name="outputColumnName"/> is read and replaced.
    /// </param>
    public SpikeEstimator<SpikeEventsOptions> ToEvents(string outputColumnName, string? inputColumnName = null) =>
        ToEvents([new(outputColumnName, inputColumnName)]);

    /// <summary>Converts the spikes of several columns to events.</summary>
    /// <param name="columns">The columns to add, and the spikes.</param>
    public SpikeEstimator<SpikeEventsOptions> ToEvents(InputOutputColumnPair[] columns) =>
        Encode(columns, new SpikeEventsOptions());

    /// <summary>Converts events to spikes; values of events at the same step and neuron are added.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Variable- or known-size vector of Single, 3 numbers per event |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSteps, Shape] |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with dimensions [NumSteps, Shape].</param>
    /// <param name="inputColumnName">
    /// The events, 3 numbers each. If null, the column named <paramref name="outputColumnName"/> is read and replaced.
    /// </param>
    /// <param name="options">The number of steps and the neurons' dimensions, or null for the defaults.</param>
    public SpikeEstimator<DenseSpikesOptions> FromEvents(string outputColumnName, string? inputColumnName = null,
        DenseSpikesOptions? options = null) =>
        FromEvents([new(outputColumnName, inputColumnName)], options);

    /// <summary>Converts several columns of events to spikes.</summary>
    /// <param name="columns">The columns to add and the event columns.</param>
    /// <param name="options">The number of steps and the neurons' dimensions, or null for the defaults.</param>
    public SpikeEstimator<DenseSpikesOptions> FromEvents(InputOutputColumnPair[] columns, DenseSpikesOptions? options = null) =>
        Encode(columns, options ?? new());
}
