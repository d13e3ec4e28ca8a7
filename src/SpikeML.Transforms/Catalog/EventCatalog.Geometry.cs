using SpikeML;

namespace Microsoft.ML;

public sealed partial class EventCatalog
{
    /// <summary>Keeps the events of a part of the sensor, counted from its corner.</summary>
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
    public SpikeEstimator<CropEventsOptions> Crop(
        string outputColumnName, string? inputColumnName = null, CropEventsOptions? options = null) =>
        Crop([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same for several columns.</summary>
    /// <param name="columns">The columns to add and the columns of events.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<CropEventsOptions> Crop(InputOutputColumnPair[] columns, CropEventsOptions? options = null) =>
        Apply(columns, options ?? new());

    /// <summary>Scales the positions of events to a sensor of another size; no event is dropped.</summary>
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
    public SpikeEstimator<ResizeEventsOptions> Resize(
        string outputColumnName, string? inputColumnName = null, ResizeEventsOptions? options = null) =>
        Resize([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same for several columns.</summary>
    /// <param name="columns">The columns to add and the columns of events.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<ResizeEventsOptions> Resize(InputOutputColumnPair[] columns, ResizeEventsOptions? options = null) =>
        Apply(columns, options ?? new());

    /// <summary>Mirrors rows left to right, top to bottom or in time, or inverts polarities, each with a probability.</summary>
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
    public SpikeEstimator<FlipEventsOptions> Flip(
        string outputColumnName, string? inputColumnName = null, FlipEventsOptions? options = null) =>
        Flip([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same for several columns.</summary>
    /// <param name="columns">The columns to add and the columns of events.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<FlipEventsOptions> Flip(InputOutputColumnPair[] columns, FlipEventsOptions? options = null) =>
        Apply(columns, options ?? new());

    /// <summary>Sets all polarities to 0.</summary>
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
    public SpikeEstimator<MergePolaritiesOptions> MergePolarities(
        string outputColumnName, string? inputColumnName = null, MergePolaritiesOptions? options = null) =>
        MergePolarities([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same for several columns.</summary>
    /// <param name="columns">The columns to add and the columns of events.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<MergePolaritiesOptions> MergePolarities(
        InputOutputColumnPair[] columns, MergePolaritiesOptions? options = null) =>
        Apply(columns, options ?? new());
}
