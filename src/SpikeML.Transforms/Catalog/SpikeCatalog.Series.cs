using SpikeML;

namespace Microsoft.ML;

public sealed partial class SpikeCatalog
{
    /// <summary>
    /// Step-forward coding: a spike where a series leaves a baseline, which then moves by the threshold (Petro et al. 2020).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | With Threshold null |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Known-size vector of Single, the input's dimensions |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// </remarks>
    /// <example>
    /// <code>
    /// var pipeline = mlContext.Transforms.Spikes.EncodeStepForward("Spikes", "Features");
    /// var encoder = pipeline.Fit(data);                                // finds the threshold
    /// Console.WriteLine($"The threshold is {encoder.Codes[0].Threshold}.");
    /// </code>
    /// </example>
    /// <param name="outputColumnName">The column to add, with the input's dimensions.</param>
    /// <param name="inputColumnName">
    /// The series to encode, a vector whose first dimension is time. If null, the column named
    /// <paramref name="outputColumnName"/> is read and replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults, which are fitted to the data.</param>
    /// <param name="cancellationToken">Cancels fitting.</param>
    public SpikeEstimator<StepForwardEncodingOptions> EncodeStepForward(
        string outputColumnName, string? inputColumnName = null, StepForwardEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);

    /// <summary>
    /// Threshold-based coding: spikes where the change from one step to the next is above a threshold (Petro et al.
    /// 2020).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | With Factor and Threshold null |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Known-size vector of Single, the input's dimensions |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// With Factor, each series of a row has its own threshold.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with the input's dimensions.</param>
    /// <param name="inputColumnName">
    /// The series to encode, a vector whose first dimension is time. If null, the column named
    /// <paramref name="outputColumnName"/> is read and replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults, which are fitted to the data.</param>
    /// <param name="cancellationToken">Cancels fitting.</param>
    public SpikeEstimator<ThresholdBasedEncodingOptions> EncodeThresholdBased(
        string outputColumnName, string? inputColumnName = null, ThresholdBasedEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);

    /// <summary>
    /// Moving-window coding: spikes where a series deviates from the mean of the preceding values (Petro et al. 2020).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | With Threshold or Window null |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Known-size vector of Single, the input's dimensions |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with the input's dimensions.</param>
    /// <param name="inputColumnName">
    /// The series to encode, a vector whose first dimension is time. If null, the column named
    /// <paramref name="outputColumnName"/> is read and replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults, which are fitted to the data.</param>
    /// <param name="cancellationToken">Cancels fitting.</param>
    public SpikeEstimator<MovingWindowEncodingOptions> EncodeMovingWindow(
        string outputColumnName, string? inputColumnName = null, MovingWindowEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);

    /// <summary>
    /// BSA, Ben's spiker algorithm: spikes from which a filter restores the series (Schrauwen and Van Campenhout 2003).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | With Threshold null |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Known-size vector of Single, the input's dimensions |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// Scale the series to [0, 1] first, for example with Scale: the default filter cannot restore other values.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with the input's dimensions.</param>
    /// <param name="inputColumnName">
    /// The series to encode, a vector whose first dimension is time. If null, the column named
    /// <paramref name="outputColumnName"/> is read and replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults, which are fitted to the data.</param>
    /// <param name="cancellationToken">Cancels fitting.</param>
    public SpikeEstimator<BsaEncodingOptions> EncodeBsa(
        string outputColumnName, string? inputColumnName = null, BsaEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);

    /// <summary>
    /// Residue (sigma-delta) coding: graded spikes at changes; what was not sent is carried over to the next step (Lava).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | With Threshold null |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Known-size vector of Single, the input's dimensions |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with the input's dimensions.</param>
    /// <param name="inputColumnName">
    /// The series to encode, a vector whose first dimension is time. If null, the column named
    /// <paramref name="outputColumnName"/> is read and replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults, which are fitted to the data.</param>
    /// <param name="cancellationToken">Cancels fitting.</param>
    public SpikeEstimator<ResidueEncodingOptions> EncodeResidue(
        string outputColumnName, string? inputColumnName = null, ResidueEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);

    /// <summary>
    /// Multi-threshold coding: an on-neuron and an off-neuron for each of several thresholds (Tonic's S-MNIST).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | With NumThresholds, Lowest or Highest null |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Known-size vector of Single, dimensions [input dimensions, 2 NumThresholds] |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with dimensions [input dimensions, 2 NumThresholds].</param>
    /// <param name="inputColumnName">
    /// The series to encode, a vector whose first dimension is time. If null, the column named
    /// <paramref name="outputColumnName"/> is read and replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults, which are fitted to the data.</param>
    /// <param name="cancellationToken">Cancels fitting.</param>
    public SpikeEstimator<MultiThresholdEncodingOptions> EncodeMultiThreshold(
        string outputColumnName, string? inputColumnName = null, MultiThresholdEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);

    /// <summary>
    /// Pulse-width coding: spikes where a series crosses a sawtooth carrier, so a spike's position in its period encodes the
    /// value (Spike-Encoding).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | With Lowest, Highest or Period null |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Known-size vector of Single, the input's dimensions |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// Values outside the range are clamped to it.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with the input's dimensions.</param>
    /// <param name="inputColumnName">
    /// The series to encode, a vector whose first dimension is time. If null, the column named
    /// <paramref name="outputColumnName"/> is read and replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults, which fit the range to the data.</param>
    /// <param name="cancellationToken">Cancels fitting.</param>
    public SpikeEstimator<PulseWidthEncodingOptions> EncodePulseWidth(
        string outputColumnName, string? inputColumnName = null, PulseWidthEncodingOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);
}
