using SpikeML;

namespace Microsoft.ML;

public sealed partial class SpikeCatalog
{
    /// <summary>
    /// Scales features to [0, 1] by their range, which is fitted to the data: minimum and maximum, or quantiles.
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | Yes: ranges |
    /// | Input column data type | Single, Double or Byte: scalar or known-size vector |
    /// | Output column data type | Single, with the dimensions of the input: a scalar stays a scalar |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// Constant slots become 0, not NaN.
    /// </remarks>
    /// <example>
    /// <code>
    /// var pipeline = mlContext.Transforms.Spikes.Scale("Scaled", "Features", new() { UpperQuantile = 0.99 })
    ///     .Append(mlContext.Transforms.Spikes.EncodeLatency("Spikes", "Scaled"));
    /// IDataView spikes = pipeline.Fit(data).Transform(data);
    /// </code>
    /// </example>
    /// <param name="outputColumnName">The column to add, with the input's dimensions.</param>
    /// <param name="inputColumnName">
    /// The column to encode, values of any range. If null, the column named <paramref name="outputColumnName"/> is read and
    /// replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">Cancels fitting.</param>
    public SpikeEstimator<ScaleOptions> Scale(
        string outputColumnName, string? inputColumnName = null, ScaleOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);

    /// <summary>Scales several columns with the same options.</summary>
    /// <param name="columns">The columns to add and the columns to encode.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">Cancels fitting.</param>
    public SpikeEstimator<ScaleOptions> Scale(InputOutputColumnPair[] columns, ScaleOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Encode(columns, options ?? new(), cancellationToken);
}
