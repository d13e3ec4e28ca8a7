using SpikeML;

namespace Microsoft.ML;

public sealed partial class SpikeCatalog
{
    /// <summary>
    /// Step-forward coding: spikes where a series leaves a baseline, which follows in steps of the threshold (Petro et al. 2020).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | With Threshold null |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Known-size vector of Single, the input's dimensions |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// </remarks>
    /// <example>
    /// <code>
    /// var pipeline = mlContext.Transforms.Spikes.EncodeStepForward("Spikes", "Features");
    /// var encoder = pipeline.Fit(data);                                // finds the threshold of the best decoded signal
    /// Console.WriteLine($"The threshold is {encoder.Codes[0].Threshold}.");
    /// </code>
    /// </example>
    /// <param name="outputColumnName">The column to add, of the input's dimensions.</param>
    /// <param name="inputColumnName">
    /// The series to encode, a vector whose first dimension is time; null: the one named <paramref name="outputColumnName"/>,
    /// which is replaced.
    /// </param>
    /// <param name="options">The options; null: the defaults, which learn from the data.</param>
    /// <param name="cancellationToken">Ends learning.</param>
    public SpikeEstimator<StepForwardEncodingOptions> EncodeStepForward(
        string outputColumnName, string? inputColumnName = null, StepForwardEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);

    /// <summary>Threshold-based representation: spikes at the changes above a threshold (Petro et al. 2020).</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | With Factor and Threshold null |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Known-size vector of Single, the input's dimensions |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// With Factor, the threshold is that of each row's own series.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, of the input's dimensions.</param>
    /// <param name="inputColumnName">
    /// The series to encode, a vector whose first dimension is time; null: the one named <paramref name="outputColumnName"/>,
    /// which is replaced.
    /// </param>
    /// <param name="options">The options; null: the defaults, which learn from the data.</param>
    /// <param name="cancellationToken">Ends learning.</param>
    public SpikeEstimator<ThresholdBasedEncodingOptions> EncodeThresholdBased(
        string outputColumnName, string? inputColumnName = null, ThresholdBasedEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);

    /// <summary>Moving-window coding: spikes where a series leaves the mean of the values before (Petro et al. 2020).</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | With Threshold or Window null |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Known-size vector of Single, the input's dimensions |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// </remarks>
    /// <param name="outputColumnName">The column to add, of the input's dimensions.</param>
    /// <param name="inputColumnName">
    /// The series to encode, a vector whose first dimension is time; null: the one named <paramref name="outputColumnName"/>,
    /// which is replaced.
    /// </param>
    /// <param name="options">The options; null: the defaults, which learn from the data.</param>
    /// <param name="cancellationToken">Ends learning.</param>
    public SpikeEstimator<MovingWindowEncodingOptions> EncodeMovingWindow(
        string outputColumnName, string? inputColumnName = null, MovingWindowEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);

    /// <summary>
    /// Ben's spiker algorithm: spikes that a filter turns back into the series (Schrauwen and Van Campenhout 2003).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | With Threshold null |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Known-size vector of Single, the input's dimensions |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// Scale the series to [0, 1] first, for example with Scale; the default filter restores no other values.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, of the input's dimensions.</param>
    /// <param name="inputColumnName">
    /// The series to encode, a vector whose first dimension is time; null: the one named <paramref name="outputColumnName"/>,
    /// which is replaced.
    /// </param>
    /// <param name="options">The options; null: the defaults, which learn from the data.</param>
    /// <param name="cancellationToken">Ends learning.</param>
    public SpikeEstimator<BsaEncodingOptions> EncodeBsa(
        string outputColumnName, string? inputColumnName = null, BsaEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);

    /// <summary>Sigma-delta coding: graded spikes at changes, with what was not sent kept for later (Lava).</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | With Threshold null |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Known-size vector of Single, the input's dimensions |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// </remarks>
    /// <param name="outputColumnName">The column to add, of the input's dimensions.</param>
    /// <param name="inputColumnName">
    /// The series to encode, a vector whose first dimension is time; null: the one named <paramref name="outputColumnName"/>,
    /// which is replaced.
    /// </param>
    /// <param name="options">The options; null: the defaults, which learn from the data.</param>
    /// <param name="cancellationToken">Ends learning.</param>
    public SpikeEstimator<ResidueEncodingOptions> EncodeResidue(
        string outputColumnName, string? inputColumnName = null, ResidueEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);

    /// <summary>Multi-threshold crossing: an on- and an off-neuron for each of several thresholds (Tonic's S-MNIST).</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | With NumThresholds, Lowest or Highest null |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Known-size vector of Single, dimensions [input dimensions, 2 NumThresholds] |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// </remarks>
    /// <param name="outputColumnName">The column to add, of dimensions [input dimensions, 2 NumThresholds].</param>
    /// <param name="inputColumnName">
    /// The series to encode, a vector whose first dimension is time; null: the one named <paramref name="outputColumnName"/>,
    /// which is replaced.
    /// </param>
    /// <param name="options">The options; null: the defaults, which learn from the data.</param>
    /// <param name="cancellationToken">Ends learning.</param>
    public SpikeEstimator<MultiThresholdEncodingOptions> EncodeMultiThreshold(
        string outputColumnName, string? inputColumnName = null, MultiThresholdEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);

    /// <summary>
    /// Pulse-width modulation: spikes where a series crosses a sawtooth carrier, so that a spike's place in its period says the
    /// value
    /// (Spike-Encoding).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | With Lowest, Highest or Period null |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Known-size vector of Single, the input's dimensions |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// Values outside the range count as its nearer end.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, of the input's dimensions.</param>
    /// <param name="inputColumnName">
    /// The series to encode, a vector whose first dimension is time; null: the one named <paramref name="outputColumnName"/>,
    /// which is
    /// replaced.
    /// </param>
    /// <param name="options">The options; null: the defaults, which learn the range from the data.</param>
    /// <param name="cancellationToken">Ends learning.</param>
    public SpikeEstimator<PulseWidthEncodingOptions> EncodePulseWidth(
        string outputColumnName, string? inputColumnName = null, PulseWidthEncodingOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);
}
