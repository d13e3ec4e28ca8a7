using System.Runtime.CompilerServices;
using Microsoft.ML.Data;
using SpikeML.Torch;

namespace Microsoft.ML;

/// <summary>Adds the spiking-network trainers to ML.NET's catalogs.</summary>
public static partial class SpikingNetworkCatalog
{
    /// <summary>Trains a spiking network for multiclass classification.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | Yes, once for each epoch |
    /// | Input column data type | Known-size vector of Single, dimensions [numSteps, neurons...] |
    /// | Input label column data type | Key, or a spike column of targets |
    /// | Output column data type | PredictedLabel: key; Score: vector of Single |
    /// | Is normalization required? | No |
    /// | Is caching required? | No, but a cache before the encoder avoids reading the source in every epoch |
    /// | Required NuGet in addition to Microsoft.ML | SpikeML.TorchSharp and a libtorch package, such as TorchSharp-cpu |
    /// | Exportable to ONNX | Yes |
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
    /// <param name="labelColumnName">
    /// The label column: a key, or targets that the output neurons should follow, [numSteps, classes] with as many steps as the
    /// spikes, as <c>EncodeRateTargets</c> and <c>EncodeLatencyTargets</c> add.
    /// </param>
    /// <param name="spikeColumnName">
    /// The spikes, a known-size vector of Single whose first dimension is time, as the encoders add.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="epochFinished">
    /// Called after each epoch, on the training thread, or null. The same information is in the log.
    /// </param>
    /// <param name="cancellationToken">Cancels training between two batches.</param>
    /// <returns>The trainer, an estimator to append to a pipeline.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    [OverloadResolutionPriority(1)]
    public static SpikingNetworkTrainer SpikingNetwork(
        this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog,
        string labelColumnName = "Label", string spikeColumnName = "Spikes", SpikingNetworkOptions? options = null,
        Action<SpikingEpoch>? epochFinished = null, CancellationToken cancellationToken = default) =>
        new(catalog.GetEnvironment(), SpikingTask.Multiclass, labelColumnName, spikeColumnName, null, options,
            epochFinished, cancellationToken);

    /// <summary>Trains a spiking network for binary classification, with one output neuron each for false and true.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | Yes, once for each epoch |
    /// | Input column data type | Known-size vector of Single, dimensions [numSteps, neurons...] |
    /// | Input label column data type | Boolean, or a spike column of targets |
    /// | Output column data type | PredictedLabel: Boolean; Score and Probability: Single |
    /// | Is normalization required? | No |
    /// | Is caching required? | No, but a cache before the encoder avoids reading the source in every epoch |
    /// | Required NuGet in addition to Microsoft.ML | SpikeML.TorchSharp and a libtorch package, such as TorchSharp-cpu |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// </remarks>
    /// <param name="catalog">The trainers, <c>mlContext.BinaryClassification.Trainers</c>.</param>
    /// <param name="labelColumnName">
    /// The label column: a Boolean, or targets that the output neurons should follow, [numSteps, 2] with as many steps as the
    /// spikes, as <c>EncodeRateTargets</c> and <c>EncodeLatencyTargets</c> add.
    /// </param>
    /// <param name="spikeColumnName">
    /// The spikes, a known-size vector of Single whose first dimension is time, as the encoders add.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="epochFinished">
    /// Called after each epoch, on the training thread, or null. The same information is in the log.
    /// </param>
    /// <param name="cancellationToken">Cancels training between two batches.</param>
    /// <returns>The trainer, an estimator to append to a pipeline.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    [OverloadResolutionPriority(1)]
    public static SpikingNetworkTrainer SpikingNetwork(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog,
        string labelColumnName = "Label", string spikeColumnName = "Spikes", SpikingNetworkOptions? options = null,
        Action<SpikingEpoch>? epochFinished = null, CancellationToken cancellationToken = default) =>
        new(catalog.GetEnvironment(), SpikingTask.Binary, labelColumnName, spikeColumnName, null, options,
            epochFinished, cancellationToken);

    /// <summary>
    /// Trains a spiking network for regression: the prediction is the mean membrane of one output neuron that never resets. If
    /// the label has a number for each step, the prediction is the membrane at each step.
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | Yes, once for each epoch |
    /// | Input column data type | Known-size vector of Single, dimensions [numSteps, neurons...] |
    /// | Input label column data type | Single, or a known-size vector of Single, [numSteps] or [numSteps, outputs] |
    /// | Output column data type | Score: as the label |
    /// | Is normalization required? | No |
    /// | Is caching required? | No, but a cache before the encoder avoids reading the source in every epoch |
    /// | Required NuGet in addition to Microsoft.ML | SpikeML.TorchSharp and a libtorch package, such as TorchSharp-cpu |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// </remarks>
    /// <param name="catalog">The trainers, <c>mlContext.Regression.Trainers</c>.</param>
    /// <param name="labelColumnName">
    /// The label column: a Single or, to follow a curve, numbers for each step, [numSteps] or [numSteps, outputs] with as many
    /// steps as the spikes. <c>mlContext.Regression.EvaluateOverTime</c> evaluates the latter.
    /// </param>
    /// <param name="spikeColumnName">
    /// The spikes, a known-size vector of Single whose first dimension is time, as the encoders add.
    /// </param>
    /// <param name="options">
    /// The options, or null for the defaults. The loss is always the squared error, over time that of each step;
    /// <c>Loss</c> is ignored.
    /// </param>
    /// <param name="epochFinished">
    /// Called after each epoch, on the training thread, or null. The same information is in the log.
    /// </param>
    /// <param name="cancellationToken">Cancels training between two batches.</param>
    /// <returns>The trainer, an estimator to append to a pipeline.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    [OverloadResolutionPriority(1)]
    public static SpikingNetworkTrainer SpikingNetwork(this RegressionCatalog.RegressionTrainers catalog,
        string labelColumnName = "Label", string spikeColumnName = "Spikes", SpikingNetworkOptions? options = null,
        Action<SpikingEpoch>? epochFinished = null, CancellationToken cancellationToken = default) =>
        new(catalog.GetEnvironment(), SpikingTask.Regression, labelColumnName, spikeColumnName, null, options,
            epochFinished, cancellationToken);
}
