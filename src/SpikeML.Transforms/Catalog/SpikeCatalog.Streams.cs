using Microsoft.ML.Data;
using SpikeML;

namespace Microsoft.ML;

public sealed partial class SpikeCatalog
{
    /// <summary>Encodes streams across rows: each row is one time step.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Single, Double or Byte: scalar or known-size vector, one time step |
    /// | Output column data type | Known-size vector of Single, the input's dimensions; [1] for a scalar |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// A row's spikes depend on the rows of its stream before it, so the data cannot be shuffled, is read by a single cursor and
    /// cannot be mapped row by row. Each cursor starts all streams from the beginning. With <see cref="OutOfOrderPolicy.Sort"/>,
    /// rows are encoded in the order of their order column, whatever their position. To encode single rows as they arrive, see
    /// <see cref="SpikeStreamEngine{TSrc, TDst}"/>.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with the input's dimensions.</param>
    /// <param name="inputColumnName">
    /// The column with the values of one step. If null, the column named <paramref name="outputColumnName"/> is read and
    /// replaced.
    /// </param>
    /// <param name="code">
    /// The code: <see cref="DeltaEncodingOptions"/>, or <see cref="StepForwardEncodingOptions"/> with its threshold set, because
    /// a threshold cannot be fitted to a stream.
    /// </param>
    /// <param name="stream">Which rows belong to which stream and in what order, or null if all rows are one stream.</param>
    /// <param name="cancellationToken">
    /// Cancels sorting (<see cref="OutOfOrderPolicy.Sort"/>), which takes place when the data is read; fitting reads no data.
    /// </param>
    /// <exception cref="ArgumentException">The code cannot encode streams, or its threshold is not set.</exception>
    public SpikeStreamEstimator EncodeStream(string outputColumnName, string? inputColumnName, SeriesCode code,
        SpikeStreamOptions? stream = null, CancellationToken cancellationToken = default) =>
        new(_environment, outputColumnName, inputColumnName ?? outputColumnName, code, stream ?? new(), cancellationToken);
}

/// <summary>Creates engines for streams of rows.</summary>
public static class SpikeStreamEngineExtensions
{
    extension(ITransformer model)
    {
        /// <summary>
        /// Creates an engine that encodes rows as they arrive. If the model holds a checkpoint, the engine continues from it.
        /// </summary>
        /// <typeparam name="TSrc">The class of the rows.</typeparam>
        /// <typeparam name="TDst">The class of the predictions; it must have the spike column.</typeparam>
        /// <param name="context">ML.NET's context.</param>
        /// <param name="inputSchemaDefinition">
        /// How the row class maps to columns, or null to use its members and attributes.
        /// </param>
        /// <exception cref="ArgumentException">
        /// The model does not encode a stream, or <typeparamref name="TDst"/> has no spike column.
        /// </exception>
        public SpikeStreamEngine<TSrc, TDst> CreateSpikeStreamEngine<TSrc,
            TDst>(MLContext context, SchemaDefinition? inputSchemaDefinition = null)
            where TSrc : class
            where TDst : class, new() => new(context, model, inputSchemaDefinition);
    }
}
