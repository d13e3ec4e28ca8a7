using Microsoft.ML.Data;
using SpikeML.Torch;

namespace Microsoft.ML;

/// <summary>Adds the spiking-network trainers to ML.NET's catalogs.</summary>
public static class SpikingNetworkCatalog
{
    /// <summary>Trains a spiking network that tells classes apart.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | Yes, once for each epoch |
    /// | Input column data type | Known-size vector of Single, dimensions [numSteps, neurons...] |
    /// | Input label column data type | Key |
    /// | Output column data type | PredictedLabel: key; Score: vector of Single |
    /// | Is normalization required? | No |
    /// | Is caching required? | No, but a cache before the encoder saves reading the source in every epoch |
    /// | Required NuGet in addition to Microsoft.ML | SpikeML.TorchSharp and a libtorch package, such as TorchSharp-cpu |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// </remarks>
    /// <example>
    /// <code>
    /// var pipeline = mlContext.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 25 })
    ///     .Append(mlContext.MulticlassClassification.Trainers.SpikingNetwork("Label", "Spikes", new() { Epochs = 2 },
    ///         epochFinished: epoch =&gt; Console.WriteLine($"epoch {epoch.Epoch}: loss {epoch.Loss:F3}")));
    /// ITransformer model = pipeline.Fit(data);
    /// </code>
    /// </example>
    /// <param name="catalog">The trainers, <c>mlContext.MulticlassClassification.Trainers</c>.</param>
    /// <param name="labelColumnName">The label, a key.</param>
    /// <param name="spikeColumnName">The spikes, a known-size vector of Single whose first dimension is time, such as the
    /// encoders make.</param>
    /// <param name="options">The options; null: the defaults.</param>
    /// <param name="epochFinished">
    /// Told of every epoch, on the thread that trains; null: no one. The host's log has the same.
    /// </param>
    /// <param name="cancellationToken">Stops training between two batches.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static SpikingNetworkTrainer SpikingNetwork(
        this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog,
        string labelColumnName = "Label", string spikeColumnName = "Spikes", SpikingNetworkOptions? options = null,
        Action<SpikingEpoch>? epochFinished = null, CancellationToken cancellationToken = default) =>
        new(catalog.GetEnvironment(), SpikingTask.Multiclass, labelColumnName, spikeColumnName, options, epochFinished,
            cancellationToken);

    /// <summary>Trains a spiking network that tells true from false: one output neuron for each.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | Yes, once for each epoch |
    /// | Input column data type | Known-size vector of Single, dimensions [numSteps, neurons...] |
    /// | Input label column data type | Boolean |
    /// | Output column data type | PredictedLabel: Boolean; Score and Probability: Single |
    /// | Is normalization required? | No |
    /// | Is caching required? | No, but a cache before the encoder saves reading the source in every epoch |
    /// | Required NuGet in addition to Microsoft.ML | SpikeML.TorchSharp and a libtorch package, such as TorchSharp-cpu |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// </remarks>
    /// <param name="catalog">The trainers, <c>mlContext.BinaryClassification.Trainers</c>.</param>
    /// <param name="labelColumnName">The label, a Boolean.</param>
    /// <param name="spikeColumnName">The spikes, a known-size vector of Single whose first dimension is time, such as the
    /// encoders make.</param>
    /// <param name="options">The options; null: the defaults.</param>
    /// <param name="epochFinished">
    /// Told of every epoch, on the thread that trains; null: no one. The host's log has the same.
    /// </param>
    /// <param name="cancellationToken">Stops training between two batches.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static SpikingNetworkTrainer SpikingNetwork(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog,
        string labelColumnName = "Label", string spikeColumnName = "Spikes", SpikingNetworkOptions? options = null,
        Action<SpikingEpoch>? epochFinished = null, CancellationToken cancellationToken = default) =>
        new(catalog.GetEnvironment(), SpikingTask.Binary, labelColumnName, spikeColumnName, options, epochFinished,
            cancellationToken);

    /// <summary>
    /// Trains a spiking network that predicts a number: the mean membrane of one output neuron that never resets.
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | Yes, once for each epoch |
    /// | Input column data type | Known-size vector of Single, dimensions [numSteps, neurons...] |
    /// | Input label column data type | Single |
    /// | Output column data type | Score: Single |
    /// | Is normalization required? | No |
    /// | Is caching required? | No, but a cache before the encoder saves reading the source in every epoch |
    /// | Required NuGet in addition to Microsoft.ML | SpikeML.TorchSharp and a libtorch package, such as TorchSharp-cpu |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// </remarks>
    /// <param name="catalog">The trainers, <c>mlContext.Regression.Trainers</c>.</param>
    /// <param name="labelColumnName">The label, a Single.</param>
    /// <param name="spikeColumnName">The spikes, a known-size vector of Single whose first dimension is time, such as the
    /// encoders make.</param>
    /// <param name="options">The options; null: the defaults. The loss is the squared error, whatever they say.</param>
    /// <param name="epochFinished">
    /// Told of every epoch, on the thread that trains; null: no one. The host's log has the same.
    /// </param>
    /// <param name="cancellationToken">Stops training between two batches.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static SpikingNetworkTrainer SpikingNetwork(this RegressionCatalog.RegressionTrainers catalog,
        string labelColumnName = "Label", string spikeColumnName = "Spikes", SpikingNetworkOptions? options = null,
        Action<SpikingEpoch>? epochFinished = null, CancellationToken cancellationToken = default) =>
        new(catalog.GetEnvironment(), SpikingTask.Regression, labelColumnName, spikeColumnName, options, epochFinished,
            cancellationToken);
}
