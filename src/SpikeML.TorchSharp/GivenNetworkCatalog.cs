using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;
using SpikeML.Torch;

namespace Microsoft.ML;

/// <summary>Creates transformers from existing weights, for example those of a network trained in Python.</summary>
public static class GivenNetworkCatalog
{
    /// <summary>
    /// Creates a network for multiclass classification, with one output neuron per class, or
    /// <see cref="GivenNetworkOptions.OutputsPerClass"/>.
    /// </summary>
    /// <param name="catalog">The catalog, <c>mlContext.MulticlassClassification</c>.</param>
    /// <param name="inputShape">The shape of the spike column's neurons: its dimensions without time.</param>
    /// <param name="layers">The layers; the last one is the output.</param>
    /// <param name="spikeColumnName">The spike column, [numSteps, ...<paramref name="inputShape"/>].</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <returns>A transformer that predicts with these layers, without libtorch.</returns>
    /// <exception cref="ArgumentException">A layer does not match the previous layer or the input.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static SpikingNetworkTransformer CreateSpikingNetwork(this MulticlassClassificationCatalog catalog,
        IReadOnlyList<int> inputShape, IReadOnlyList<SpikingLayerWeights> layers, string spikeColumnName = "Spikes",
        GivenNetworkOptions? options = null) =>
        Create(catalog.GetEnvironment(), SpikingTask.Multiclass, inputShape, layers, spikeColumnName, options);

    /// <summary>Creates a network for binary classification, with two output neurons; the first is for false.</summary>
    /// <param name="catalog">The catalog, <c>mlContext.BinaryClassification</c>.</param>
    /// <param name="inputShape">The shape of the spike column's neurons: its dimensions without time.</param>
    /// <param name="layers">The layers; the last one has the two output neurons.</param>
    /// <param name="spikeColumnName">The spike column, [numSteps, ...<paramref name="inputShape"/>].</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <returns>A transformer that predicts with these layers, without libtorch.</returns>
    /// <exception cref="ArgumentException">A layer does not match the previous layer or the input.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static SpikingNetworkTransformer CreateSpikingNetwork(this BinaryClassificationCatalog catalog,
        IReadOnlyList<int> inputShape, IReadOnlyList<SpikingLayerWeights> layers, string spikeColumnName = "Spikes",
        GivenNetworkOptions? options = null) =>
        Create(catalog.GetEnvironment(), SpikingTask.Binary, inputShape, layers, spikeColumnName, options);

    /// <summary>
    /// Creates a network for regression: the prediction is the mean membrane of its single output neuron or, with
    /// <see cref="GivenNetworkOptions.VariesOverTime"/>, the membranes of its output neurons at each step.
    /// </summary>
    /// <param name="catalog">The catalog, <c>mlContext.Regression</c>.</param>
    /// <param name="inputShape">The shape of the spike column's neurons: its dimensions without time.</param>
    /// <param name="layers">The layers; the last one has the output neurons.</param>
    /// <param name="spikeColumnName">The spike column, [numSteps, ...<paramref name="inputShape"/>].</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <returns>A transformer that predicts with these layers, without libtorch.</returns>
    /// <exception cref="ArgumentException">A layer does not match the previous layer or the input.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static SpikingNetworkTransformer CreateSpikingNetwork(this RegressionCatalog catalog,
        IReadOnlyList<int> inputShape, IReadOnlyList<SpikingLayerWeights> layers, string spikeColumnName = "Spikes",
        GivenNetworkOptions? options = null) =>
        Create(catalog.GetEnvironment(), SpikingTask.Regression, inputShape, layers, spikeColumnName, options);

    internal static SpikingNetworkTransformer Create(IHostEnvironment environment, SpikingTask task,
        IReadOnlyList<int> inputShape, IReadOnlyList<SpikingLayerWeights> layers, string spikeColumnName,
        GivenNetworkOptions? options)
    {
        IHost host = environment.Register(SpikingNetworkTransformer.LoaderSignature);
        host.CheckValue(inputShape, nameof(inputShape));
        host.CheckValue(layers, nameof(layers));
        host.CheckNonEmpty(spikeColumnName, nameof(spikeColumnName));
        options ??= new();
        TrainedNetwork network = GivenWeights.ToNetwork([.. inputShape], layers);
        RecordedLayers.Check(layers.Select(layer => layer.Layer), options.OutputSpikesColumnName,
            options.OutputMembraneColumnName);
        TrainedOutput output = options.OutputOf(task, network.OutputCount);
        if (!output.VariesOverTime)
            CheckOutputs(task, layers, options.OutputsPerClass);
        return new(host, spikeColumnName, network, output, []);
    }

    private static void CheckOutputs(SpikingTask task, IReadOnlyList<SpikingLayerWeights> layers, int outputsPerClass)
    {
        int outputs = layers[^1].Layer.Neurons, classes = task switch
        {
            SpikingTask.Binary => 2,
            SpikingTask.Regression => 1,
            _ => Math.Max(outputs / outputsPerClass, 2),
        };
        if (outputs == classes * outputsPerClass)
            return;
        string each = outputsPerClass == 1 ? "" : $", {outputsPerClass} for each class (OutputsPerClass)";
        throw new ArgumentException($"The last layer has {Counted.Of(outputs, "neuron")}, but this task needs "
            + $"{(task == SpikingTask.Multiclass ? "at least " : "")}{classes * outputsPerClass}{each}.", nameof(layers));
    }
}
