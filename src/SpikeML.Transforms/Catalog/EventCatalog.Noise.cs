using SpikeML;

namespace Microsoft.ML;

public sealed partial class EventCatalog
{
    /// <summary>Drops events that follow another of their pixel within a refractory period.</summary>
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
    public SpikeEstimator<FilterRefractoryOptions> FilterRefractory(
        string outputColumnName, string? inputColumnName = null, FilterRefractoryOptions? options = null) =>
        FilterRefractory([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same for several columns.</summary>
    /// <param name="columns">The columns to add and the columns of events.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<FilterRefractoryOptions> FilterRefractory(
        InputOutputColumnPair[] columns, FilterRefractoryOptions? options = null) =>
        Apply(columns, options ?? new());

    /// <summary>Drops background activity: events without a neighbour that fired shortly before.</summary>
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
    public SpikeEstimator<DenoiseEventsOptions> Denoise(
        string outputColumnName, string? inputColumnName = null, DenoiseEventsOptions? options = null) =>
        Denoise([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same for several columns.</summary>
    /// <param name="columns">The columns to add and the columns of events.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<DenoiseEventsOptions> Denoise(InputOutputColumnPair[] columns, DenoiseEventsOptions? options = null) =>
        Apply(columns, options ?? new());

    /// <summary>Drops the events of pixels that fire far more often than others, which <c>Fit</c> finds.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | Yes |
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
    /// <param name="cancellationToken">Cancels fitting.</param>
    public SpikeEstimator<RemoveHotPixelsOptions> RemoveHotPixels(
        string outputColumnName, string? inputColumnName = null, RemoveHotPixelsOptions? options = null,
        CancellationToken cancellationToken = default) =>
        RemoveHotPixels([new(outputColumnName, inputColumnName)], options, cancellationToken);

    /// <summary>The same for several columns.</summary>
    /// <param name="columns">The columns to add and the columns of events.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">Cancels fitting.</param>
    public SpikeEstimator<RemoveHotPixelsOptions> RemoveHotPixels(
        InputOutputColumnPair[] columns, RemoveHotPixelsOptions? options = null, CancellationToken cancellationToken = default) =>
        Apply(columns, options ?? new(), cancellationToken);
}
