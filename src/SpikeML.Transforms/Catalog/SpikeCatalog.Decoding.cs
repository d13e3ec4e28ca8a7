using SpikeML;

namespace Microsoft.ML;

public sealed partial class SpikeCatalog
{
    /// <summary>Reads out the number of spikes of each neuron.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Known-size vector of Single, the input's dimensions without time ([1] if none remain) |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// Any column whose first dimension is time can be read out, not only spikes.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with the input's dimensions without time.</param>
    /// <param name="inputColumnName">
    /// The spikes, a vector whose first dimension is time. If null, the column named <paramref name="outputColumnName"/> is read
    /// and replaced.
    /// </param>
    public SpikeEstimator<SpikeReadoutOptions> ReadOutCount(string outputColumnName, string? inputColumnName = null) =>
        ReadOut([new(outputColumnName, inputColumnName)], SpikeReadoutKind.Count);

    /// <summary>Reads out the mean rate of each neuron: its spikes per step.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Known-size vector of Single, the input's dimensions without time ([1] if none remain) |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// Any column whose first dimension is time can be read out, not only spikes.
    /// </remarks>
    /// <example>
    /// <code>
    /// var pipeline = mlContext.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 100 })
    ///     .Append(mlContext.Transforms.Spikes.ReadOutMeanRate("Rates", "Spikes"));
    /// IDataView rates = pipeline.Fit(data).Transform(data);            // Rates: Vector&lt;Single, 28, 28&gt;, values in [0, 1]
    /// </code>
    /// </example>
    /// <param name="outputColumnName">The column to add, with the input's dimensions without time.</param>
    /// <param name="inputColumnName">
    /// The spikes, a vector whose first dimension is time. If null, the column named <paramref name="outputColumnName"/> is read
    /// and replaced.
    /// </param>
    public SpikeEstimator<SpikeReadoutOptions> ReadOutMeanRate(string outputColumnName, string? inputColumnName = null) =>
        ReadOut([new(outputColumnName, inputColumnName)], SpikeReadoutKind.MeanRate);

    /// <summary>Reads out the step of each neuron's first spike, or the number of steps if it never spikes.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Known-size vector of Single, the input's dimensions without time ([1] if none remain) |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// Any column whose first dimension is time can be read out, not only spikes.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with the input's dimensions without time.</param>
    /// <param name="inputColumnName">
    /// The spikes, a vector whose first dimension is time. If null, the column named <paramref name="outputColumnName"/> is read
    /// and replaced.
    /// </param>
    public SpikeEstimator<SpikeReadoutOptions> ReadOutFirstSpikeTime(string outputColumnName, string? inputColumnName = null) =>
        ReadOut([new(outputColumnName, inputColumnName)], SpikeReadoutKind.FirstSpikeTime);

    /// <summary>Reads out the cumulative sum of each neuron's spikes.</summary>
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
    /// Any column whose first dimension is time can be read out, not only spikes.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with the input's dimensions.</param>
    /// <param name="inputColumnName">
    /// The spikes, a vector whose first dimension is time. If null, the column named <paramref name="outputColumnName"/> is read
    /// and replaced.
    /// </param>
    public SpikeEstimator<SpikeReadoutOptions> ReadOutCumulativeSum(string outputColumnName, string? inputColumnName = null) =>
        ReadOut([new(outputColumnName, inputColumnName)], SpikeReadoutKind.CumulativeSum);

    /// <summary>Adds one of the readouts for several columns.</summary>
    /// <param name="columns">The columns to add and the spike columns.</param>
    /// <param name="kind">What to read out.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a defined value.</exception>
    public SpikeEstimator<SpikeReadoutOptions> ReadOut(InputOutputColumnPair[] columns, SpikeReadoutKind kind) =>
        Encode(columns, new SpikeReadoutOptions { Kind = kind });

    /// <summary>Decodes spikes: restores the values that they were encoded from.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Single, Double or Byte: known-size vector, as the code gives it |
    /// | Output column data type | Known-size vector of Single, the dimensions that were encoded ([1] for a scalar) |
    /// | Exportable to ONNX | Yes, except Poisson-distributed intervals |
    /// ]]></format>
    /// A code of changes does not keep the first value of a series. Decoded series start at the given initial value, or at the
    /// values of a column: a scalar for all neurons, or a vector with the encoded dimensions without time.
    /// </remarks>
    /// <example>
    /// <code>
    /// var encoder = mlContext.Transforms.Spikes
    ///     .EncodeLatency("Spikes", "Features", new() { Linear = true, Tau = 50 }).Fit(data);
    /// IDataView spikes = encoder.Transform(data);
    /// IDataView restored = mlContext.Transforms.Spikes
    ///     .Decode("Restored", "Spikes", encoder.Codes[0]).Fit(spikes).Transform(spikes);
    /// Console.WriteLine(mlContext.SpikeQuality.Evaluate(restored, "Features", "Restored").RootMeanSquaredError);
    /// </code>
    /// </example>
    /// <param name="outputColumnName">The column to add, with the dimensions that were encoded.</param>
    /// <param name="inputColumnName">
    /// The spikes. If null, the column named <paramref name="outputColumnName"/> is read and replaced.
    /// </param>
    /// <param name="code">
    /// The code that made the spikes, with everything that was fitted: one of a fitted encoder's <c>Codes</c>.
    /// </param>
    /// <param name="initialValue">
    /// The first value of decoded series, for codes of changes; 0 by default. Other codes ignore it.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The code has no decoder, or an option that decoding needs has not been fitted.
    /// </exception>
    public SpikeEstimator<SpikeDecodingOptions> Decode(string outputColumnName, string? inputColumnName, SpikeCode code,
        float initialValue = 0) =>
        Decode([new(outputColumnName, inputColumnName)], code, initialValue);

    /// <summary>Decodes several columns with the same code.</summary>
    /// <param name="columns">The columns to add and the spike columns.</param>
    /// <param name="code">
    /// The code that made the spikes, with everything that was fitted: one of a fitted encoder's <c>Codes</c>.
    /// </param>
    /// <param name="initialValue">
    /// The first value of decoded series, for codes of changes; 0 by default. Other codes ignore it.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The code has no decoder, or an option that decoding needs has not been fitted.
    /// </exception>
    public SpikeEstimator<SpikeDecodingOptions> Decode(InputOutputColumnPair[] columns, SpikeCode code, float initialValue = 0) =>
        Encode(columns, new SpikeDecodingOptions { Code = code, InitialValue = initialValue });

    /// <summary>Decodes the spikes of a code of changes into series that start at each row's values of another column.</summary>
    /// <param name="outputColumnName">The column to add, with the dimensions that were encoded.</param>
    /// <param name="inputColumnName">
    /// The spikes. If null, the column named <paramref name="outputColumnName"/> is read and replaced.
    /// </param>
    /// <param name="code">
    /// The code that made the spikes, with everything that was fitted: one of a fitted encoder's <c>Codes</c>.
    /// </param>
    /// <param name="initialValueColumnName">
    /// The column with the first values of each row's series: a scalar of Single, Double or Byte for all neurons, or a vector
    /// with the encoded dimensions without time.
    /// </param>
    /// <exception cref="ArgumentException">
    /// An option that decoding needs has not been fitted, or the code is not a code of changes.
    /// </exception>
    public SpikeEstimator<SpikeDecodingOptions> Decode(string outputColumnName, string? inputColumnName, SpikeCode code,
        string initialValueColumnName) =>
        Decode([new(outputColumnName, inputColumnName)], code, initialValueColumnName);

    /// <summary>Decodes several columns with the same code and initial values.</summary>
    /// <param name="columns">The columns to add and the spike columns.</param>
    /// <param name="code">
    /// The code that made the spikes, with everything that was fitted: one of a fitted encoder's <c>Codes</c>.
    /// </param>
    /// <param name="initialValueColumnName">The column with the first values of each row's series.</param>
    /// <exception cref="ArgumentException">
    /// An option that decoding needs has not been fitted, or the code is not a code of changes.
    /// </exception>
    public SpikeEstimator<SpikeDecodingOptions> Decode(InputOutputColumnPair[] columns, SpikeCode code,
        string initialValueColumnName)
    {
        ArgumentException.ThrowIfNullOrEmpty(initialValueColumnName);
        return Encode(columns, new SpikeDecodingOptions { Code = code, InitialValueColumnName = initialValueColumnName });
    }
}
