using SpikeML;

namespace Microsoft.ML;

public sealed partial class EventCatalog
{
    /// <summary>Keeps the events of a part of the time.</summary>
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
    public SpikeEstimator<CropEventTimesOptions> CropTime(
        string outputColumnName, string? inputColumnName = null, CropEventTimesOptions? options = null) =>
        CropTime([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same for several columns.</summary>
    /// <param name="columns">The columns to add and the columns of events.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<CropEventTimesOptions> CropTime(
        InputOutputColumnPair[] columns, CropEventTimesOptions? options = null) =>
        Apply(columns, options ?? new());

    /// <summary>Multiplies times by a factor and adds an offset, fixed or drawn for each row.</summary>
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
    public SpikeEstimator<ScaleEventTimesOptions> ScaleTime(
        string outputColumnName, string? inputColumnName = null, ScaleEventTimesOptions? options = null) =>
        ScaleTime([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same for several columns.</summary>
    /// <param name="columns">The columns to add and the columns of events.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<ScaleEventTimesOptions> ScaleTime(
        InputOutputColumnPair[] columns, ScaleEventTimesOptions? options = null) =>
        Apply(columns, options ?? new());
}
