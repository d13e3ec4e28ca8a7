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
    /// | Output column data type | Known-size vector of Single, the dimensions without time ([1] where none is left) |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// Any column whose first dimension is time can be read out, not only spikes.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, of the input's dimensions without time.</param>
    /// <param name="inputColumnName">
    /// The spikes, a vector whose first dimension is time; null: the column named <paramref name="outputColumnName"/>, which is
    /// replaced.
    /// </param>
    public SpikeEstimator<SpikeReadoutOptions> ReadOutCount(string outputColumnName, string? inputColumnName = null) =>
        ReadOut([new(outputColumnName, inputColumnName)], SpikeReadoutKind.Count);

    /// <summary>Reads out the mean rate of each neuron: its spikes by step.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Known-size vector of Single, the dimensions without time ([1] where none is left) |
    /// | Exportable to ONNX | No |
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
    /// <param name="outputColumnName">The column to add, of the input's dimensions without time.</param>
    /// <param name="inputColumnName">
    /// The spikes, a vector whose first dimension is time; null: the column named <paramref name="outputColumnName"/>, which is
    /// replaced.
    /// </param>
    public SpikeEstimator<SpikeReadoutOptions> ReadOutMeanRate(string outputColumnName, string? inputColumnName = null) =>
        ReadOut([new(outputColumnName, inputColumnName)], SpikeReadoutKind.MeanRate);

    /// <summary>Reads out the step of each neuron's first spike; the number of steps where there is none.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Known-size vector of Single, the dimensions without time ([1] where none is left) |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// Any column whose first dimension is time can be read out, not only spikes.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, of the input's dimensions without time.</param>
    /// <param name="inputColumnName">
    /// The spikes, a vector whose first dimension is time; null: the column named <paramref name="outputColumnName"/>, which is
    /// replaced.
    /// </param>
    public SpikeEstimator<SpikeReadoutOptions> ReadOutFirstSpikeTime(string outputColumnName, string? inputColumnName = null) =>
        ReadOut([new(outputColumnName, inputColumnName)], SpikeReadoutKind.FirstSpikeTime);

    /// <summary>Reads out the sum of each neuron's spikes up to each step.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Single, Double or Byte: known-size vector, time first |
    /// | Output column data type | Known-size vector of Single, the input's dimensions |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// Any column whose first dimension is time can be read out, not only spikes.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, of the input's dimensions.</param>
    /// <param name="inputColumnName">
    /// The spikes, a vector whose first dimension is time; null: the column named <paramref name="outputColumnName"/>, which is
    /// replaced.
    /// </param>
    public SpikeEstimator<SpikeReadoutOptions> ReadOutCumulativeSum(string outputColumnName, string? inputColumnName = null) =>
        ReadOut([new(outputColumnName, inputColumnName)], SpikeReadoutKind.CumulativeSum);

    /// <summary>One of the readouts of several columns.</summary>
    /// <param name="columns">The columns to add, and the spikes.</param>
    /// <param name="kind">What is read out.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the readouts.</exception>
    public SpikeEstimator<SpikeReadoutOptions> ReadOut(InputOutputColumnPair[] columns, SpikeReadoutKind kind) =>
        Encode(columns, new SpikeReadoutOptions { Kind = kind });

    /// <summary>Turns spikes back into the values that they were made from.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Single, Double or Byte: known-size vector, as the code gives it |
    /// | Output column data type | Known-size vector of Single, the dimensions that were encoded ([1] for a scalar) |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// A code of changes keeps nothing of a series' first value; decoded series start at the initial value that is given, or at
    /// those of a
    /// column: a scalar for all neurons, or a vector of the dimensions that were encoded, without time.
    /// </remarks>
    /// <example>
    /// <code>
    /// var encoder = mlContext.Transforms.Spikes.EncodeLatency("Spikes", "Features", new() { Linear = true, Tau = 50
    /// }).Fit(data);
    /// IDataView spikes = encoder.Transform(data);
    /// IDataView restored = mlContext.Transforms.Spikes.Decode("Restored", "Spikes",
    /// encoder.Codes[0]).Fit(spikes).Transform(spikes);
    /// Console.WriteLine(mlContext.SpikeQuality.Evaluate(restored, "Features", "Restored").RootMeanSquaredError);
    /// </code>
    /// </example>
    /// <param name="outputColumnName">The column to add, of the dimensions that were encoded.</param>
    /// <param name="inputColumnName">
    /// The spikes; null: the column named <paramref name="outputColumnName"/>, which is replaced.
    /// </param>
    /// <param name="code">
    /// The code that the spikes were made with, with all that was learned: one of a fitted encoder's <c>Codes</c>.
    /// </param>
    /// <param name="initialValue">
    /// What decoded series of codes of changes start at; 0 by default. Other codes do not use it.
    /// </param>
    /// <exception cref="ArgumentException">The code has no decoder, or leaves open what decoding needs.</exception>
    public SpikeEstimator<SpikeDecodingOptions> Decode(string outputColumnName, string? inputColumnName, SpikeCode code,
        float initialValue = 0) =>
        Decode([new(outputColumnName, inputColumnName)], code, initialValue);

    /// <summary>Decodes several columns with the same code.</summary>
    /// <param name="columns">The columns to add, and the spikes.</param>
    /// <param name="code">
    /// The code that the spikes were made with, with all that was learned: one of a fitted encoder's <c>Codes</c>.
    /// </param>
    /// <param name="initialValue">
    /// What decoded series of codes of changes start at; 0 by default. Other codes do not use it.
    /// </param>
    /// <exception cref="ArgumentException">The code has no decoder, or leaves open what decoding needs.</exception>
    public SpikeEstimator<SpikeDecodingOptions> Decode(InputOutputColumnPair[] columns, SpikeCode code, float initialValue = 0) =>
        Encode(columns, new SpikeDecodingOptions { Code = code, InitialValue = initialValue });

    /// <summary>
    /// Turns the spikes of a code of changes back into series, which start at the values of another column in each row.
    /// </summary>
    /// <param name="outputColumnName">The column to add, of the dimensions that were encoded.</param>
    /// <param name="inputColumnName">
    /// The spikes; null: the column named <paramref name="outputColumnName"/>, which is replaced.
    /// </param>
    /// <param name="code">
    /// The code that the spikes were made with, with all that was learned: one of a fitted encoder's <c>Codes</c>.
    /// </param>
    /// <param name="initialValueColumnName">
    /// The first values of each row's series: a scalar of Single, Double or Byte for all neurons, or a vector of the encoded
    /// dimensions
    /// without time.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The code leaves open what decoding needs, or its series do not start at a value that is given.
    /// </exception>
    public SpikeEstimator<SpikeDecodingOptions> Decode(string outputColumnName, string? inputColumnName, SpikeCode code,
        string initialValueColumnName) =>
        Decode([new(outputColumnName, inputColumnName)], code, initialValueColumnName);

    /// <summary>Decodes several columns with the same code and initial values.</summary>
    /// <param name="columns">The columns to add, and the spikes.</param>
    /// <param name="code">
    /// The code that the spikes were made with, with all that was learned: one of a fitted encoder's <c>Codes</c>.
    /// </param>
    /// <param name="initialValueColumnName">The first values of each row's series.</param>
    /// <exception cref="ArgumentException">
    /// The code leaves open what decoding needs, or its series do not start at a value that is given.
    /// </exception>
    public SpikeEstimator<SpikeDecodingOptions> Decode(InputOutputColumnPair[] columns, SpikeCode code,
        string initialValueColumnName)
    {
        ArgumentException.ThrowIfNullOrEmpty(initialValueColumnName);
        return Encode(columns, new SpikeDecodingOptions { Code = code, InitialValueColumnName = initialValueColumnName });
    }
}
