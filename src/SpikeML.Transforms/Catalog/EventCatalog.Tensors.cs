using SpikeML;

namespace Microsoft.ML;

public sealed partial class EventCatalog
{
    /// <summary>Bins events as spikes: a step is a stretch of time, or a number of events.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Int64, Int32, Double or Single: vector of any size, 4 numbers per event |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSteps, polarity, height, width] |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with dimensions [NumSteps, polarity, height, width].</param>
    /// <param name="inputColumnName">
    /// The events. If null, the column named <paramref name="outputColumnName"/> is read and replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<EventSpikesOptions> ToSpikes(
        string outputColumnName, string? inputColumnName = null, EventSpikesOptions? options = null) =>
        ToSpikes([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same for several columns.</summary>
    /// <param name="columns">The columns to add and the columns of events.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<EventSpikesOptions> ToSpikes(InputOutputColumnPair[] columns, EventSpikesOptions? options = null) =>
        Apply(columns, options ?? new());

    /// <summary>Time surfaces: how recently each pixel fired, at the end of each of a number of intervals.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Int64, Int32, Double or Single: vector of any size, 4 numbers per event |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSurfaces, 2, height, width] |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with dimensions [NumSurfaces, 2, height, width].</param>
    /// <param name="inputColumnName">
    /// The events. If null, the column named <paramref name="outputColumnName"/> is read and replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<TimeSurfacesOptions> ToTimeSurfaces(
        string outputColumnName, string? inputColumnName = null, TimeSurfacesOptions? options = null) =>
        ToTimeSurfaces([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same for several columns.</summary>
    /// <param name="columns">The columns to add and the columns of events.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<TimeSurfacesOptions> ToTimeSurfaces(
        InputOutputColumnPair[] columns, TimeSurfacesOptions? options = null) =>
        Apply(columns, options ?? new());

    /// <summary>A voxel grid: polarities are added to the two nearest bins in time.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Int64, Int32, Double or Single: vector of any size, 4 numbers per event |
    /// | Output column data type | Known-size vector of Single, dimensions [NumBins, height, width] |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with dimensions [NumBins, height, width].</param>
    /// <param name="inputColumnName">
    /// The events. If null, the column named <paramref name="outputColumnName"/> is read and replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<VoxelGridOptions> ToVoxelGrid(
        string outputColumnName, string? inputColumnName = null, VoxelGridOptions? options = null) =>
        ToVoxelGrid([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same for several columns.</summary>
    /// <param name="columns">The columns to add and the columns of events.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<VoxelGridOptions> ToVoxelGrid(InputOutputColumnPair[] columns, VoxelGridOptions? options = null) =>
        Apply(columns, options ?? new());
}
