using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;
using SpikeML.Torch;

namespace Microsoft.ML;

/// <summary>Creates transformers from the weights of spiking networks, such as of a network trained in Python.</summary>
public static class GivenNetworkCatalog
{
    /// <summary>A network that tells classes apart, one output neuron for each.</summary>
    /// <param name="catalog">The catalog, <c>mlContext.MulticlassClassification</c>.</param>
    /// <param name="inputShape">The shape of the neurons of the spike column: its dimensions without that of time.</param>
    /// <param name="layers">The layers, the last one being the output neurons.</param>
    /// <param name="spikeColumnName">The spikes, [numSteps, ...<paramref name="inputShape"/>].</param>
    /// <param name="options">The options; null: the defaults.</param>
    /// <exception cref="ArgumentException">A layer does not fit what is before it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static SpikingNetworkTransformer CreateSpikingNetwork(this MulticlassClassificationCatalog catalog,
        IReadOnlyList<int> inputShape, IReadOnlyList<SpikingLayerWeights> layers, string spikeColumnName = "Spikes",
        GivenNetworkOptions? options = null) =>
        Create(catalog.GetEnvironment(), SpikingTask.Multiclass, inputShape, layers, spikeColumnName, options);

    /// <summary>A network that tells true from false: two output neurons, the first for false.</summary>
    /// <param name="catalog">The catalog, <c>mlContext.BinaryClassification</c>.</param>
    /// <param name="inputShape">The shape of the neurons of the spike column: its dimensions without that of time.</param>
    /// <param name="layers">The layers, the last one being the two output neurons.</param>
    /// <param name="spikeColumnName">The spikes, [numSteps, ...<paramref name="inputShape"/>].</param>
    /// <param name="options">The options; null: the defaults.</param>
    /// <exception cref="ArgumentException">A layer does not fit what is before it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static SpikingNetworkTransformer CreateSpikingNetwork(this BinaryClassificationCatalog catalog,
        IReadOnlyList<int> inputShape, IReadOnlyList<SpikingLayerWeights> layers, string spikeColumnName = "Spikes",
        GivenNetworkOptions? options = null) =>
        Create(catalog.GetEnvironment(), SpikingTask.Binary, inputShape, layers, spikeColumnName, options);

    /// <summary>A network that predicts a number: the mean membrane of its one output neuron.</summary>
    /// <param name="catalog">The catalog, <c>mlContext.Regression</c>.</param>
    /// <param name="inputShape">The shape of the neurons of the spike column: its dimensions without that of time.</param>
    /// <param name="layers">The layers, the last one being the output neuron.</param>
    /// <param name="spikeColumnName">The spikes, [numSteps, ...<paramref name="inputShape"/>].</param>
    /// <param name="options">The options; null: the defaults.</param>
    /// <exception cref="ArgumentException">A layer does not fit what is before it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static SpikingNetworkTransformer CreateSpikingNetwork(this RegressionCatalog catalog,
        IReadOnlyList<int> inputShape, IReadOnlyList<SpikingLayerWeights> layers, string spikeColumnName = "Spikes",
        GivenNetworkOptions? options = null) =>
        Create(catalog.GetEnvironment(), SpikingTask.Regression, inputShape, layers, spikeColumnName, options);

    private static SpikingNetworkTransformer Create(IHostEnvironment environment, SpikingTask task, IReadOnlyList<int> inputShape,
        IReadOnlyList<SpikingLayerWeights> layers, string spikeColumnName, GivenNetworkOptions? options)
    {
        IHost host = environment.Register(SpikingNetworkTransformer.LoaderSignature);
        host.CheckValue(inputShape, nameof(inputShape));
        host.CheckValue(layers, nameof(layers));
        host.CheckNonEmpty(spikeColumnName, nameof(spikeColumnName));
        TrainedNetwork network = GivenWeights.ToNetwork([.. inputShape], layers);
        int outputs = network.OutputCount, wanted = task switch
        {
            SpikingTask.Binary => 2,
            SpikingTask.Regression => 1,
            _ => Math.Max(outputs, 2),
        };
        if (outputs != wanted)
            throw new ArgumentException($"The last layer has {Counted.Of(outputs, "neuron")}, but this task needs "
                + $"{(task == SpikingTask.Multiclass ? "at least " : "")}{wanted}.", nameof(layers));
        return new(host, spikeColumnName, network, (options ?? new()).OutputOf(task, outputs), []);
    }
}
