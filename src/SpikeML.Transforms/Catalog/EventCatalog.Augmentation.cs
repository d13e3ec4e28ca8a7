using SpikeML;

namespace Microsoft.ML;

public sealed partial class EventCatalog
{
    /// <summary>Drops events at random: a share of all, a stretch of time or a rectangle.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Int64, Int32, Double or Single: vector of any size, 4 numbers per event |
    /// | Output column data type | Int64: variable-size vector, dimensions [events, 4] |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// </remarks>
    /// <param name="outputColumnName">The column of events to add.</param>
    /// <param name="inputColumnName">
    /// The events. If null, the column named <paramref name="outputColumnName"/> is read and replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<DropEventsOptions> Drop(
        string outputColumnName, string? inputColumnName = null, DropEventsOptions? options = null) =>
        Drop([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same for several columns.</summary>
    /// <param name="columns">The columns to add and the columns of events.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<DropEventsOptions> Drop(InputOutputColumnPair[] columns, DropEventsOptions? options = null) =>
        Apply(columns, options ?? new());

    /// <summary>Moves events by normally distributed distances in space and time.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Int64, Int32, Double or Single: vector of any size, 4 numbers per event |
    /// | Output column data type | Int64: variable-size vector, dimensions [events, 4] |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// </remarks>
    /// <param name="outputColumnName">The column of events to add.</param>
    /// <param name="inputColumnName">
    /// The events. If null, the column named <paramref name="outputColumnName"/> is read and replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<JitterEventsOptions> Jitter(
        string outputColumnName, string? inputColumnName = null, JitterEventsOptions? options = null) =>
        Jitter([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same for several columns.</summary>
    /// <param name="columns">The columns to add and the columns of events.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<JitterEventsOptions> Jitter(InputOutputColumnPair[] columns, JitterEventsOptions? options = null) =>
        Apply(columns, options ?? new());
}
