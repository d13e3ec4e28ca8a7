using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

namespace Microsoft.ML;

/// <summary>Adds the spike encoders to ML.NET's catalog of transforms, as <c>mlContext.Transforms.Spikes</c>.</summary>
public static class SpikeCatalogExtensions
{
    extension(TransformsCatalog catalog)
    {
        /// <summary>The spike encoders: estimators that add time-major spike columns.</summary>
        public SpikeCatalog Spikes => new(catalog);
    }
}

/// <summary>The spike encoders, reached as <c>mlContext.Transforms.Spikes</c>.</summary>
/// <remarks>
/// Every encoder takes columns of Single, Double or Byte and adds columns of <c>Vector&lt;Single&gt;</c> with time as their first
/// dimension. Option values out of range throw <see cref="ArgumentOutOfRangeException"/> here; columns that are missing or of
/// another type when the pipeline is fitted; values that cannot be encoded throw <see cref="InvalidFeatureException"/> when
/// their row is read.
/// </remarks>
public sealed partial class SpikeCatalog
{
    private readonly IHostEnvironment _environment;

    /// <summary>The spike encoders, for languages that do not see <c>mlContext.Transforms.Spikes</c>: F#, Visual Basic, C# before 14.</summary>
    /// <param name="catalog">ML.NET's transforms, <c>mlContext.Transforms</c>.</param>
    public SpikeCatalog(TransformsCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        _environment = catalog.GetEnvironment();
    }

    internal IHostEnvironment Environment => _environment;

    /// <summary>Rate coding: at each step a neuron spikes with its feature as the probability (snnTorch's <c>spikegen.rate</c>).</summary>
    /// <param name="outputColumnName">The column to add, of dimensions [NumSteps, input dimensions].</param>
    /// <param name="inputColumnName">The column to encode; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public RateEncodingEstimator EncodeRate(string outputColumnName, string? inputColumnName = null, RateEncodingOptions? options = null) =>
        EncodeRate([new(outputColumnName, inputColumnName)], options);

    /// <summary>Rate coding of several columns with the same options and seed.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public RateEncodingEstimator EncodeRate(InputOutputColumnPair[] columns, RateEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());

    /// <summary>Latency coding: one spike a feature, early for large values and late for small ones (snnTorch's <c>spikegen.latency</c>).</summary>
    /// <param name="outputColumnName">The column to add, of dimensions [NumSteps, input dimensions].</param>
    /// <param name="inputColumnName">The column to encode, with values in [0, 1]; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public LatencyEncodingEstimator EncodeLatency(string outputColumnName, string? inputColumnName = null, LatencyEncodingOptions? options = null) =>
        EncodeLatency([new(outputColumnName, inputColumnName)], options);

    /// <summary>Latency coding of several columns with the same options; what is learned is learned for each column.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public LatencyEncodingEstimator EncodeLatency(InputOutputColumnPair[] columns, LatencyEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());

    /// <summary>The times in steps, not rounded, at which latency coding fires (snnTorch's <c>latency_code</c>): times, not spikes.</summary>
    /// <param name="outputColumnName">The column to add, of the input's dimensions.</param>
    /// <param name="inputColumnName">The column to encode, with values in [0, 1]; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults. OnTarget, OffTarget and Interpolate concern spikes, not times, and must be left alone.</param>
    public SpikeTimesEncodingEstimator EncodeSpikeTimes(string outputColumnName, string? inputColumnName = null, LatencyEncodingOptions? options = null) =>
        EncodeSpikeTimes([new(outputColumnName, inputColumnName)], options);

    /// <summary>Spike times of several columns with the same options; what is learned is learned for each column.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public SpikeTimesEncodingEstimator EncodeSpikeTimes(InputOutputColumnPair[] columns, LatencyEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());

    /// <summary>Delta modulation: spikes where a series rises by a threshold, and off-spikes where it falls (snnTorch's <c>spikegen.delta</c>).</summary>
    /// <param name="outputColumnName">The column to add, of the input's dimensions.</param>
    /// <param name="inputColumnName">The series to encode, a vector whose first dimension is time; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public DeltaEncodingEstimator EncodeDelta(string outputColumnName, string? inputColumnName = null, DeltaEncodingOptions? options = null) =>
        EncodeDelta([new(outputColumnName, inputColumnName)], options);

    /// <summary>Delta modulation of several columns with the same options.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public DeltaEncodingEstimator EncodeDelta(InputOutputColumnPair[] columns, DeltaEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());
}
