using Microsoft.ML.Data;
using SpikeML.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML;

/// <summary>Adds trainers of your own TorchSharp modules to ML.NET's catalogs.</summary>
public static class SpikingModuleCatalog
{
    /// <summary>Trains a module of your own for multiclass classification.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | Yes, once for each epoch |
    /// | Input column data type | Known-size vector of Single, dimensions [numSteps, neurons...] |
    /// | Input label column data type | Key, or targets: vector of Single, dimensions [numSteps, classes] |
    /// | Output column data type | PredictedLabel: key; Score: vector of Single |
    /// | Is normalization required? | No |
    /// | Is caching required? | No, but a cache before the encoder avoids reading the source in every epoch |
    /// | Required NuGet in addition to Microsoft.ML | SpikeML.TorchSharp and a libtorch package, such as TorchSharp-cpu |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// </remarks>
    /// <example>
    /// <code>
    /// using TorchSharp;
    /// using TorchSharp.Modules;
    /// using static TorchSharp.torch;
    ///
    /// var pipeline = mlContext.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 25 })
    ///     .Append(mlContext.MulticlassClassification.Trainers.SpikingModule(new MyNetwork(), "Label", "Spikes",
    ///         options: new() { Epochs = 2 }));
    /// ITransformer model = pipeline.Fit(data);
    ///
    /// public sealed class MyNetwork : nn.Module&lt;Tensor, Tensor&gt;
    /// {
    ///     private readonly Linear _weights = nn.Linear(784, 10);
    ///     private readonly Leaky _neurons = new(beta: 0.9, reset: ResetMechanism.None);
    ///
    ///     public MyNetwork() : base(nameof(MyNetwork)) => RegisterComponents();
    ///
    ///     public override Tensor forward(Tensor spikes) =>
    ///         _neurons.call(_weights.call(spikes.flatten(2))).Membrane.mean([0]);
    /// }
    /// </code>
    /// </example>
    /// <param name="catalog">The trainers, <c>mlContext.MulticlassClassification.Trainers</c>.</param>
    /// <param name="module">
    /// The module: it takes spikes, Float32 [numSteps, batch, neurons...], and returns a score for each row and class, [batch,
    /// classes], whose softmax is the probability. It may also return scores for each step, [numSteps, batch, classes]; then
    /// their mean is the score. Its type must be public and have a public parameterless constructor that creates the same layers,
    /// because a model file holds only the type's name and the module's state. Training starts from the module's weights and
    /// leaves them as they are.
    /// </param>
    /// <param name="labelColumnName">
    /// The label column, a key, or targets that the scores of each step should follow, [numSteps, classes], as
    /// <c>EncodeRateTargets</c> and <c>EncodeLatencyTargets</c> add.
    /// </param>
    /// <param name="spikeColumnName">
    /// The spikes, a known-size vector of Single whose first dimension is time, as the encoders add.
    /// </param>
    /// <param name="exampleWeightColumnName">
    /// The weights of the rows, a Single of at least 0, or null for equal weights. A row of weight 2 counts as two rows.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="epochFinished">
    /// Called after each epoch, on the training thread, or null. The same information is in the log.
    /// </param>
    /// <param name="cancellationToken">Cancels training between two batches.</param>
    /// <returns>The trainer, an estimator to append to a pipeline.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static SpikingModuleTrainer SpikingModule(
        this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, nn.Module<Tensor, Tensor> module,
        string labelColumnName = "Label", string spikeColumnName = "Spikes", string? exampleWeightColumnName = null,
        SpikingModuleOptions? options = null, Action<SpikingEpoch>? epochFinished = null,
        CancellationToken cancellationToken = default) =>
        new(catalog.GetEnvironment(), SpikingTask.Multiclass, module, labelColumnName, spikeColumnName, exampleWeightColumnName,
            options, epochFinished, cancellationToken);

    /// <summary>Trains a module of your own for binary classification.</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | Yes, once for each epoch |
    /// | Input column data type | Known-size vector of Single, dimensions [numSteps, neurons...] |
    /// | Input label column data type | Boolean, or targets: vector of Single, dimensions [numSteps, 2] |
    /// | Output column data type | PredictedLabel: Boolean; Score and Probability: Single |
    /// | Is normalization required? | No |
    /// | Is caching required? | No, but a cache before the encoder avoids reading the source in every epoch |
    /// | Required NuGet in addition to Microsoft.ML | SpikeML.TorchSharp and a libtorch package, such as TorchSharp-cpu |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// </remarks>
    /// <param name="catalog">The trainers, <c>mlContext.BinaryClassification.Trainers</c>.</param>
    /// <param name="module">
    /// The module: it takes spikes, Float32 [numSteps, batch, neurons...], and returns two scores for each row, [batch, 2], the
    /// one for false first. It may also return them for each step, [numSteps, batch, 2]; then their means are used. The
    /// difference of the two is the log-odds. Its type must be public and have a public parameterless constructor that creates
    /// the same layers, because a model file holds only the type's name and the module's state. Training starts from the module's
    /// weights and leaves them as they are.
    /// </param>
    /// <param name="labelColumnName">
    /// The label column, a Boolean, or targets of false and true for each step, [numSteps, 2].
    /// </param>
    /// <param name="spikeColumnName">
    /// The spikes, a known-size vector of Single whose first dimension is time, as the encoders add.
    /// </param>
    /// <param name="exampleWeightColumnName">
    /// The weights of the rows, a Single of at least 0, or null for equal weights. A row of weight 2 counts as two rows.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="epochFinished">
    /// Called after each epoch, on the training thread, or null. The same information is in the log.
    /// </param>
    /// <param name="cancellationToken">Cancels training between two batches.</param>
    /// <returns>The trainer, an estimator to append to a pipeline.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static SpikingModuleTrainer SpikingModule(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog,
        nn.Module<Tensor, Tensor> module, string labelColumnName = "Label", string spikeColumnName = "Spikes",
        string? exampleWeightColumnName = null, SpikingModuleOptions? options = null, Action<SpikingEpoch>? epochFinished = null,
        CancellationToken cancellationToken = default) =>
        new(catalog.GetEnvironment(), SpikingTask.Binary, module, labelColumnName, spikeColumnName, exampleWeightColumnName,
            options, epochFinished, cancellationToken);

    /// <summary>Trains a module of your own for regression.</summary>
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
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// </remarks>
    /// <param name="catalog">The trainers, <c>mlContext.Regression.Trainers</c>.</param>
    /// <param name="module">
    /// The module: it takes spikes, Float32 [numSteps, batch, neurons...], and returns a value for each row, [batch, 1], in
    /// standard deviations from the mean of the training labels. It may also return one for each step, [numSteps, batch, 1]; then
    /// their mean is the value. If the label has numbers for each step, it must return one for each step and output, [numSteps,
    /// batch, outputs]. Its type must be public and have a public parameterless constructor that creates the same layers,
    /// because a model file holds only the type's name and the module's state. Training starts from the module's weights and
    /// leaves them as they are.
    /// </param>
    /// <param name="labelColumnName">
    /// The label column: a Single, or numbers for each step, [numSteps] or [numSteps, outputs] with as many steps as the spikes.
    /// </param>
    /// <param name="spikeColumnName">
    /// The spikes, a known-size vector of Single whose first dimension is time, as the encoders add.
    /// </param>
    /// <param name="exampleWeightColumnName">
    /// The weights of the rows, a Single of at least 0, or null for equal weights. A row of weight 2 counts as two rows.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="epochFinished">
    /// Called after each epoch, on the training thread, or null. The same information is in the log.
    /// </param>
    /// <param name="cancellationToken">Cancels training between two batches.</param>
    /// <returns>The trainer, an estimator to append to a pipeline.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static SpikingModuleTrainer SpikingModule(this RegressionCatalog.RegressionTrainers catalog,
        nn.Module<Tensor, Tensor> module, string labelColumnName = "Label", string spikeColumnName = "Spikes",
        string? exampleWeightColumnName = null, SpikingModuleOptions? options = null, Action<SpikingEpoch>? epochFinished = null,
        CancellationToken cancellationToken = default) =>
        new(catalog.GetEnvironment(), SpikingTask.Regression, module, labelColumnName, spikeColumnName, exampleWeightColumnName,
            options, epochFinished, cancellationToken);
}
