using SpikeML;

namespace Microsoft.ML;

public sealed partial class SpikeCatalog
{
    /// <summary>
    /// Joins spike columns along their neurons, step by step: [20, 5] and [20, 3] give [20, 8]. ML.NET's <c>Concatenate</c> would
    /// append whole trains instead.
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Known-size vectors of Single, time first, with the same number of steps |
    /// | Output column data type | Known-size vector of Single, dimensions [steps, sum of neurons] |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// Neurons with several dimensions, such as [28, 28], are flattened row by row. The names of the neurons are kept.
    /// </remarks>
    /// <example>
    /// <code>
    /// var pipeline = mlContext.Transforms.Spikes.EncodeRate("Seen", "Features", new() { NumSteps = 20 })
    ///     .Append(mlContext.Transforms.Spikes.EncodeLatency("Timed", "Features", new() { NumSteps = 20 }))
    ///     .Append(mlContext.Transforms.Spikes.Join("Spikes", "Seen", "Timed"));
    /// IDataView spikes = pipeline.Fit(data).Transform(data);           // Spikes: Vector&lt;Single, 20, 1568&gt;
    /// </code>
    /// </example>
    /// <param name="outputColumnName">The column to add.</param>
    /// <param name="inputColumnNames">The spike columns, in the order of their neurons in the output.</param>
    /// <exception cref="ArgumentException"><paramref name="inputColumnNames"/> is empty.</exception>
    public SpikeEstimator<JoinOptions> Join(string outputColumnName, params string[] inputColumnNames)
    {
        ArgumentNullException.ThrowIfNull(inputColumnNames);
        return inputColumnNames is [string first, .. string[] others]
            ? Encode(outputColumnName, first, new JoinOptions { OtherColumnNames = [.. others] })
            : throw new ArgumentException("Name the spike columns to join.", nameof(inputColumnNames));
    }

    /// <summary>
    /// Declares the dimensions of a flat or variable-size column, for example from a data frame or a text file. The values and
    /// their order do not change.
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Vector of Single, Double or Byte, of known or variable size |
    /// | Output column data type | Known-size vector with the given dimensions, of the input's type or, for spikes, of Single |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// A row with another number of values throws when it is read.
    /// </remarks>
    /// <example>
    /// <code>
    /// var pipeline = mlContext.Transforms.Spikes.Reshape("Image", "Features", [1, 28, 28])
    ///     .Append(mlContext.Transforms.Spikes.EncodeRate("Spikes", "Image", new() { NumSteps = 20 }));
    /// IDataView spikes = pipeline.Fit(data).Transform(data);           // Spikes: Vector&lt;Single, 20, 1, 28, 28&gt;
    /// </code>
    /// </example>
    /// <param name="outputColumnName">The column to add.</param>
    /// <param name="inputColumnName">
    /// The column to reshape; its rows must have that many values. If null, the column named <paramref name="outputColumnName"/>
    /// is read and replaced.
    /// </param>
    /// <param name="dimensions">The dimensions, such as [20, 28, 28].</param>
    /// <param name="areSpikes">
    /// Whether the values are spikes and the first dimension is time. Readouts, plots and trainers then treat the column as
    /// spikes.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">There are no dimensions, or one is below 1.</exception>
    public SpikeEstimator<ReshapeOptions> Reshape(string outputColumnName, string? inputColumnName, int[] dimensions,
        bool areSpikes = false) => Reshape([new(outputColumnName, inputColumnName)], dimensions, areSpikes);

    /// <summary>Declares the same dimensions for several columns.</summary>
    /// <param name="columns">The columns to add and the columns to reshape; their rows must have that many values.</param>
    /// <param name="dimensions">The dimensions, such as [20, 28, 28].</param>
    /// <param name="areSpikes">Whether the values are spikes and the first dimension is time.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no dimensions, or one is below 1.</exception>
    public SpikeEstimator<ReshapeOptions> Reshape(InputOutputColumnPair[] columns, int[] dimensions, bool areSpikes = false)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        return Encode(columns, new ReshapeOptions { ColumnDimensions = [.. dimensions], AreSpikes = areSpikes });
    }

    /// <summary>
    /// Moves the last dimension of a column to the front: recordings of [channels, samples] become series of
    /// [samples, channels], with time first.
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Known-size vector of Single, Double or Byte, of two or more dimensions |
    /// | Output column data type | Known-size vector of the input's type, the last dimension first |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// If the values are spikes, declare that afterwards with <c>Reshape</c> and <c>areSpikes: true</c>.
    /// </remarks>
    /// <example>
    /// <code>
    /// // Here the columns of an image become the steps.
    /// var pipeline = mlContext.Transforms.Spikes.Transpose("Series", "Features")
    ///     .Append(mlContext.Transforms.Spikes.EncodeDelta("Spikes", "Series"));
    /// IDataView spikes = pipeline.Fit(data).Transform(data);
    /// </code>
    /// </example>
    /// <param name="outputColumnName">The column to add.</param>
    /// <param name="inputColumnName">
    /// The column to transpose. If null, the column named <paramref name="outputColumnName"/> is read and replaced.
    /// </param>
    public SpikeEstimator<TransposeOptions> Transpose(string outputColumnName, string? inputColumnName = null) =>
        Transpose([new(outputColumnName, inputColumnName)]);

    /// <summary>Transposes several columns.</summary>
    /// <param name="columns">The columns to add and the columns to transpose.</param>
    public SpikeEstimator<TransposeOptions> Transpose(InputOutputColumnPair[] columns) => Encode(columns, new TransposeOptions());

    /// <summary>
    /// Gives a column one dimension, so that trainers which take features see [20 x 784] values instead of [20, 784].
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Scalar or known-size vector of Single, Double or Byte |
    /// | Output column data type | Known-size vector of the input's type, with one dimension |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// ML.NET's trainers do not need it, but in ONNX models they take only columns of one dimension.
    /// </remarks>
    /// <example>
    /// <code>
    /// var pipeline = mlContext.Transforms.Spikes.EncodeLatency("Spikes", "Features")
    ///     .Append(mlContext.Transforms.Spikes.Flatten("Flat", "Spikes"))
    ///     .Append(mlContext.MulticlassClassification.Trainers.SdcaMaximumEntropy(featureColumnName: "Flat"));
    /// </code>
    /// </example>
    /// <param name="outputColumnName">The column to add.</param>
    /// <param name="inputColumnName">
    /// The column to flatten. If null, the column named <paramref name="outputColumnName"/> is read and replaced.
    /// </param>
    public SpikeEstimator<FlattenOptions> Flatten(string outputColumnName, string? inputColumnName = null) =>
        Flatten([new(outputColumnName, inputColumnName)]);

    /// <summary>Flattens several columns.</summary>
    /// <param name="columns">The columns to add and the columns to flatten.</param>
    public SpikeEstimator<FlattenOptions> Flatten(InputOutputColumnPair[] columns) => Encode(columns, new FlattenOptions());
}
