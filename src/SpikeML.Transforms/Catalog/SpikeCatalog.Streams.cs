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
    /// A row's spikes depend on the rows of its stream before it, so the data cannot be shuffled, is read by a single cursor, and
    /// is not a row-to-row mapping. Each cursor starts all streams from the beginning. With
    /// <see cref="OutOfOrderPolicy.Sort"/>, rows are encoded in the order of their order column, wherever they are. For single
    /// rows as they come, see <see cref="SpikeStreamEngine{TSrc, TDst}"/>.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, of the input's dimensions.</param>
    /// <param name="inputColumnName">
    /// The values of one step; null: the column named <paramref name="outputColumnName"/>, which is replaced.
    /// </param>
    /// <param name="code">
    /// The code, with nothing left open, because a stream has no end to learn it from: <see cref="DeltaEncodingOptions"/>, or
    /// <see cref="StepForwardEncodingOptions"/> with its threshold set.
    /// </param>
    /// <param name="stream">Which rows follow each other; null: all are one stream.</param>
    /// <param name="cancellationToken">
    /// Ends the sorting of rows (<see cref="OutOfOrderPolicy.Sort"/>) when the data is read; fitting reads none.
    /// </param>
    /// <exception cref="ArgumentException">The code cannot be streamed, or leaves something open.</exception>
    public SpikeStreamEstimator EncodeStream(string outputColumnName, string? inputColumnName, SeriesCode code,
        SpikeStreamOptions? stream = null, CancellationToken cancellationToken = default) =>
        new(_environment, outputColumnName, inputColumnName ?? outputColumnName, code, stream ?? new(), cancellationToken);
}

/// <summary>Makes engines for streams of rows.</summary>
public static class SpikeStreamEngineExtensions
{
    extension(ITransformer model)
    {
        /// <summary>
        /// Makes an engine that encodes rows as they come, and goes on from the checkpoint that the model holds, if it holds one.
        /// </summary>
        /// <typeparam name="TSrc">The class of the rows.</typeparam>
        /// <typeparam name="TDst">The class of what is predicted; it must have the spike column.</typeparam>
        /// <param name="context">The context.</param>
        /// <param name="inputSchemaDefinition">How the rows' class is read; null: by its members and attributes.</param>
        /// <exception cref="ArgumentException">
        /// The model encodes no stream, or <typeparamref name="TDst"/> lacks a spike column.
        /// </exception>
        public SpikeStreamEngine<TSrc, TDst> CreateSpikeStreamEngine<TSrc,
            TDst>(MLContext context, SchemaDefinition? inputSchemaDefinition = null)
            where TSrc : class
            where TDst : class, new() => new(context, model, inputSchemaDefinition);
    }
}
