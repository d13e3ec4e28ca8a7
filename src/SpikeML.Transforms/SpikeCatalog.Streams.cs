using Microsoft.ML.Data;
using SpikeML;

namespace Microsoft.ML;

public sealed partial class SpikeCatalog
{
    /// <summary>Delta modulation across rows, each of which is one time step.</summary>
    /// <param name="outputColumnName">The column to add, of the input's dimensions.</param>
    /// <param name="inputColumnName">The values of one step; null: the column named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The code's options; null: the defaults.</param>
    /// <param name="stream">Which rows follow each other; null: all are one stream.</param>
    public SpikeStreamEstimator EncodeDeltaStream(
        string outputColumnName, string? inputColumnName = null, DeltaEncodingOptions? options = null, SpikeStreamOptions? stream = null) =>
        new(_environment, outputColumnName, inputColumnName ?? outputColumnName, options ?? new(), stream ?? new());

    /// <summary>Step-forward coding across rows, each of which is one time step.</summary>
    /// <param name="outputColumnName">The column to add, of the input's dimensions.</param>
    /// <param name="inputColumnName">The values of one step; null: the column named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The code's options, with Threshold set: a stream has no end to learn it from.</param>
    /// <param name="stream">Which rows follow each other; null: all are one stream.</param>
    /// <exception cref="ArgumentException">Threshold is null.</exception>
    public SpikeStreamEstimator EncodeStepForwardStream(
        string outputColumnName, string? inputColumnName, StepForwardEncodingOptions options, SpikeStreamOptions? stream = null) =>
        new(_environment, outputColumnName, inputColumnName ?? outputColumnName, options, stream ?? new());
}

/// <summary>Makes engines for streams of rows.</summary>
public static class SpikeStreamEngineExtensions
{
    extension(ITransformer model)
    {
        /// <summary>Makes an engine that encodes rows as they come, and goes on from the checkpoint that the model holds, if it holds one.</summary>
        /// <typeparam name="TSrc">The class of the rows.</typeparam>
        /// <typeparam name="TDst">The class of what is predicted; it must have the spike column.</typeparam>
        /// <param name="context">The context.</param>
        /// <param name="inputSchemaDefinition">How the rows' class is read; null: by its members and attributes.</param>
        /// <exception cref="ArgumentException">The model encodes no stream, or <typeparamref name="TDst"/> lacks a spike column.</exception>
        public SpikeStreamEngine<TSrc, TDst> CreateSpikeStreamEngine<TSrc, TDst>(MLContext context, SchemaDefinition? inputSchemaDefinition = null)
            where TSrc : class
            where TDst : class, new() => new(context, model, inputSchemaDefinition);
    }
}
