using SpikeML;

namespace Microsoft.ML;

public sealed partial class SpikeCatalog
{
    /// <summary>Step-forward coding: spikes where a series leaves a baseline, which follows in steps of the threshold (Petro et al. 2020).</summary>
    /// <param name="outputColumnName">The column to add, of the input's dimensions.</param>
    /// <param name="inputColumnName">The series to encode, a vector whose first dimension is time; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults, which learn from the data.</param>
    public StepForwardEncodingEstimator EncodeStepForward(string outputColumnName, string? inputColumnName = null, StepForwardEncodingOptions? options = null) =>
        EncodeStepForward([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same of several columns with the same options; what is learned is learned for each column.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults, which learn from the data.</param>
    public StepForwardEncodingEstimator EncodeStepForward(InputOutputColumnPair[] columns, StepForwardEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());

    /// <summary>Threshold-based representation: spikes at the changes above a threshold (Petro et al. 2020).</summary>
    /// <param name="outputColumnName">The column to add, of the input's dimensions.</param>
    /// <param name="inputColumnName">The series to encode, a vector whose first dimension is time; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults, which learn from the data.</param>
    public ThresholdBasedEncodingEstimator EncodeThresholdBased(string outputColumnName, string? inputColumnName = null, ThresholdBasedEncodingOptions? options = null) =>
        EncodeThresholdBased([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same of several columns with the same options; what is learned is learned for each column.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults, which learn from the data.</param>
    public ThresholdBasedEncodingEstimator EncodeThresholdBased(InputOutputColumnPair[] columns, ThresholdBasedEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());

    /// <summary>Moving-window coding: spikes where a series leaves the mean of the values before (Petro et al. 2020).</summary>
    /// <param name="outputColumnName">The column to add, of the input's dimensions.</param>
    /// <param name="inputColumnName">The series to encode, a vector whose first dimension is time; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults, which learn from the data.</param>
    public MovingWindowEncodingEstimator EncodeMovingWindow(string outputColumnName, string? inputColumnName = null, MovingWindowEncodingOptions? options = null) =>
        EncodeMovingWindow([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same of several columns with the same options; what is learned is learned for each column.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults, which learn from the data.</param>
    public MovingWindowEncodingEstimator EncodeMovingWindow(InputOutputColumnPair[] columns, MovingWindowEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());

    /// <summary>Ben's spiker algorithm: spikes that a filter turns back into the series (Schrauwen and Van Campenhout 2003).</summary>
    /// <param name="outputColumnName">The column to add, of the input's dimensions.</param>
    /// <param name="inputColumnName">The series to encode, a vector whose first dimension is time; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults, which learn from the data.</param>
    public BsaEncodingEstimator EncodeBsa(string outputColumnName, string? inputColumnName = null, BsaEncodingOptions? options = null) =>
        EncodeBsa([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same of several columns with the same options; what is learned is learned for each column.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults, which learn from the data.</param>
    public BsaEncodingEstimator EncodeBsa(InputOutputColumnPair[] columns, BsaEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());

    /// <summary>Sigma-delta coding: graded spikes at changes, with what was not sent kept for later (Lava).</summary>
    /// <param name="outputColumnName">The column to add, of the input's dimensions.</param>
    /// <param name="inputColumnName">The series to encode, a vector whose first dimension is time; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults, which learn from the data.</param>
    public ResidueEncodingEstimator EncodeResidue(string outputColumnName, string? inputColumnName = null, ResidueEncodingOptions? options = null) =>
        EncodeResidue([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same of several columns with the same options; what is learned is learned for each column.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults, which learn from the data.</param>
    public ResidueEncodingEstimator EncodeResidue(InputOutputColumnPair[] columns, ResidueEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());

    /// <summary>Multi-threshold crossing: an on- and an off-neuron for each of several thresholds (Tonic's S-MNIST).</summary>
    /// <param name="outputColumnName">The column to add, of dimensions [input dimensions, 2 NumThresholds].</param>
    /// <param name="inputColumnName">The series to encode, a vector whose first dimension is time; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults, which learn from the data.</param>
    public MultiThresholdEncodingEstimator EncodeMultiThreshold(string outputColumnName, string? inputColumnName = null, MultiThresholdEncodingOptions? options = null) =>
        EncodeMultiThreshold([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same of several columns with the same options; what is learned is learned for each column.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults, which learn from the data.</param>
    public MultiThresholdEncodingEstimator EncodeMultiThreshold(InputOutputColumnPair[] columns, MultiThresholdEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());
}
