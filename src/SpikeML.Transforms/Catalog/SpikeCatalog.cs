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

/// <summary>The spike encoders, available as <c>mlContext.Transforms.Spikes</c>.</summary>
/// <remarks>
/// Every encoder takes columns of Single, Double or Byte and adds columns of <c>Vector&lt;Single&gt;</c> with time as their first
/// dimension. Invalid options throw <see cref="ArgumentOutOfRangeException"/> when the estimator is created; missing columns and
/// columns of other types throw in <c>Fit</c>; values that cannot be encoded throw <see cref="InvalidFeatureException"/> when
/// their row is read.
/// </remarks>
public sealed partial class SpikeCatalog
{
    private readonly IHostEnvironment _environment;

    /// <summary>
    /// The spike encoders, for languages that do not support <c>mlContext.Transforms.Spikes</c>: F#, Visual Basic, and C# before
    /// 14.
    /// </summary>
    /// <param name="catalog">ML.NET's transforms, <c>mlContext.Transforms</c>.</param>
    public SpikeCatalog(TransformsCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        _environment = catalog.GetEnvironment();
    }

    /// <summary>Encodes a column with any code.</summary>
    /// <typeparam name="TCode">The code, such as <see cref="BurstEncodingOptions"/>.</typeparam>
    /// <param name="outputColumnName">The column to add.</param>
    /// <param name="inputColumnName">
    /// The column to encode. If null, the column named <paramref name="outputColumnName"/> is read and replaced.
    /// </param>
    /// <param name="code">
    /// The code: its options, or one of a fitted encoder's <c>Codes</c>, which needs no further fitting.
    /// </param>
    /// <param name="cancellationToken">Cancels fitting.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public SpikeEstimator<TCode> Encode<TCode>(
        string outputColumnName, string? inputColumnName, TCode code, CancellationToken cancellationToken = default)
        where TCode : SpikeCode => Encode([new(outputColumnName, inputColumnName)], code, cancellationToken);

    /// <summary>Encodes several columns with the same code and seed; whatever is fitted is fitted for each column.</summary>
    /// <typeparam name="TCode">The code, such as <see cref="BurstEncodingOptions"/>.</typeparam>
    /// <param name="columns">The columns to add and the columns to encode.</param>
    /// <param name="code">
    /// The code: its options, or one of a fitted encoder's <c>Codes</c>, which needs no further fitting.
    /// </param>
    /// <param name="cancellationToken">Cancels fitting.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public SpikeEstimator<TCode> Encode<TCode>(InputOutputColumnPair[] columns, TCode code,
        CancellationToken cancellationToken = default)
        where TCode : SpikeCode => new(_environment, columns, code, cancellationToken);

    /// <summary>
    /// Rate coding: at each step, a neuron spikes with its feature as the probability (snnTorch's <c>spikegen.rate</c>).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Single, Double or Byte: scalar or known-size vector |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions] |
    /// | Exportable to ONNX | Only with OnnxDraws = Runtime |
    /// ]]></format>
    /// A row's spikes depend on the saved seed, the row's values and, if one is named, the row key column; they do not depend on
    /// the row's position.
    /// </remarks>
    /// <example>
    /// <code>
    /// var pipeline = mlContext.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 20, Gain = 0.5 });
    /// IDataView spikes = pipeline.Fit(data).Transform(data);           // Spikes: Vector&lt;Single, 20, 28, 28&gt;
    /// </code>
    /// </example>
    /// <param name="outputColumnName">The column to add, with dimensions [NumSteps, input dimensions].</param>
    /// <param name="inputColumnName">
    /// The column to encode. If null, the column named <paramref name="outputColumnName"/> is read and replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<RateEncodingOptions> EncodeRate(string outputColumnName, string? inputColumnName = null,
        RateEncodingOptions? options = null) =>
        Encode(outputColumnName, inputColumnName, options ?? new());

    /// <summary>Rate coding of several columns with the same options and seed.</summary>
    /// <param name="columns">The columns to add and the columns to encode.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<RateEncodingOptions> EncodeRate(InputOutputColumnPair[] columns,
        RateEncodingOptions? options = null) => Encode(columns, options ?? new());

    /// <summary>
    /// Latency coding: one spike per feature, early for large values and late for small ones (snnTorch's
    /// <c>spikegen.latency</c>).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | With NumSteps null or Normalize |
    /// | Input column data type | Single, Double or Byte: scalar or known-size vector, values in [0, 1] |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions] |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// </remarks>
    /// <example>
    /// <code>
    /// var pipeline = mlContext.Transforms.Spikes.EncodeLatency("Spikes", "Features", new() { NumSteps = 50, Normalize = true });
    /// var encoder = pipeline.Fit(data);                                // finds the latest spike time
    /// Console.WriteLine($"The latest spike was at {encoder.Codes[0].LargestTime} steps before it was stretched to step 49.");
    /// </code>
    /// </example>
    /// <param name="outputColumnName">The column to add, with dimensions [NumSteps, input dimensions].</param>
    /// <param name="inputColumnName">
    /// The column to encode, with values in [0, 1]. If null, the column named <paramref name="outputColumnName"/> is read and
    /// replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">Cancels fitting.</param>
    public SpikeEstimator<LatencyEncodingOptions> EncodeLatency(string outputColumnName, string? inputColumnName = null,
        LatencyEncodingOptions? options = null, CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);

    /// <summary>Latency coding of several columns with the same options; whatever is fitted is fitted for each column.</summary>
    /// <param name="columns">The columns to add and the columns to encode.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">Cancels fitting.</param>
    public SpikeEstimator<LatencyEncodingOptions> EncodeLatency(InputOutputColumnPair[] columns,
        LatencyEncodingOptions? options = null, CancellationToken cancellationToken = default) =>
        Encode(columns, options ?? new(), cancellationToken);

    /// <summary>
    /// Spike times: the times, in unrounded steps, at which latency coding would fire (snnTorch's <c>latency_code</c>).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | With Normalize |
    /// | Input column data type | Single, Double or Byte: scalar or known-size vector, values in [0, 1] |
    /// | Output column data type | Single, with the dimensions of the input: a scalar stays a scalar |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// As in snnTorch's <c>latency_code</c>, times are not limited to NumSteps; Bypass has no effect.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with the input's dimensions.</param>
    /// <param name="inputColumnName">
    /// The column to encode, with values in [0, 1]. If null, the column named <paramref name="outputColumnName"/> is read and
    /// replaced.
    /// </param>
    /// <param name="options">
    /// The options, or null for the defaults. OnTarget, OffTarget and Interpolate apply to spikes, not to times, and must keep
    /// their defaults.
    /// </param>
    /// <param name="cancellationToken">Cancels fitting.</param>
    public SpikeEstimator<SpikeTimesEncodingOptions> EncodeSpikeTimes(string outputColumnName, string? inputColumnName = null,
        LatencyEncodingOptions? options = null, CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, new SpikeTimesEncodingOptions { Latency = options ?? new() },
            cancellationToken);

    /// <summary>Spike times of several columns with the same options; whatever is fitted is fitted for each column.</summary>
    /// <param name="columns">The columns to add and the columns to encode.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">Cancels fitting.</param>
    public SpikeEstimator<SpikeTimesEncodingOptions> EncodeSpikeTimes(InputOutputColumnPair[] columns,
        LatencyEncodingOptions? options = null, CancellationToken cancellationToken = default) =>
        Encode(columns, new SpikeTimesEncodingOptions { Latency = options ?? new() }, cancellationToken);

    /// <summary>
    /// Delta coding: spikes where a series rises by a threshold and, with OffSpike, off-spikes where it falls (snnTorch's
    /// <c>spikegen.delta</c>).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Known-size vector of Single, the input's dimensions |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// Each row holds one series. Its first dimension is time; a vector with one dimension is the series of one neuron.
    /// </remarks>
    /// <example>
    /// <code>
    /// // The first dimension is time: here the 28 rows of an image, each a step of 28 neurons.
    /// var pipeline = mlContext.Transforms.Spikes.EncodeDelta("Spikes", "Features", new() { Threshold = 0.2, OffSpike = true });
    /// IDataView spikes = pipeline.Fit(data).Transform(data);           // 1 where a value rises, -1 where it falls
    /// </code>
    /// </example>
    /// <param name="outputColumnName">The column to add, with the input's dimensions.</param>
    /// <param name="inputColumnName">
    /// The series to encode, a vector whose first dimension is time. If null, the column named
    /// <paramref name="outputColumnName"/> is read and replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<DeltaEncodingOptions> EncodeDelta(string outputColumnName, string? inputColumnName = null,
        DeltaEncodingOptions? options = null) =>
        Encode(outputColumnName, inputColumnName, options ?? new());

    /// <summary>Delta coding of several columns with the same options.</summary>
    /// <param name="columns">The columns to add and the columns to encode.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<DeltaEncodingOptions> EncodeDelta(InputOutputColumnPair[] columns,
        DeltaEncodingOptions? options = null) => Encode(columns, options ?? new());
}
