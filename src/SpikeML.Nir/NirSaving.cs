using SpikeML.Nir;
using SpikeML.Torch;

namespace Microsoft.ML;

/// <summary>Saves trained spiking networks for neuromorphic tools and chips.</summary>
public static class NirSaving
{
    extension(ModelOperationsCatalog catalog)
    {
        /// <summary>
        /// Saves a trained network as a NIR graph, which snnTorch, Norse, Rockpool, Sinabs, Lava and others read. The file is
        /// written atomically.
        /// </summary>
        /// <remarks>
        /// Leaky neurons that are reset to zero, or not at all, are exact: the graph fires the same spikes. A reset that
        /// subtracts the threshold, the default of hidden layers, has no form in NIR; it is refused unless
        /// <see cref="NirOptions.Reset"/> is <see cref="NirReset.Approximate"/>. Metadata holds the rest: task, score, names of
        /// classes, true resets.
        /// </remarks>
        /// <example>
        /// <code>
        /// SpikingLayerWeights output = new()
        /// {
        ///     Layer = SpikingLayer.Dense(2), Weights = [1, 0, 0, 1], Bias = [0, 0], Beta = 0.9, Reset = ResetMechanism.Zero,
        /// };
        /// SpikingNetworkTransformer network = mlContext.MulticlassClassification.CreateSpikingNetwork([2], [output]);
        /// mlContext.Model.SaveNir(network, "net.nir", new() { NumSteps = 20 });
        /// NirGraph graph = NirGraph.Read("net.nir");
        /// </code>
        /// </example>
        /// <param name="network">The network.</param>
        /// <param name="path">The file, usually <c>.nir</c>; its folder must exist.</param>
        /// <param name="options">The options, or null for the defaults.</param>
        /// <exception cref="NotSupportedException">
        /// NIR cannot say what a layer does. The message names the layer and the remedy.
        /// </exception>
        /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
        /// <exception cref="UnauthorizedAccessException">Access to the file or its folder is denied.</exception>
        /// <exception cref="IOException">The file could not be written; an existing file is unchanged.</exception>
        public void SaveNir(SpikingNetworkTransformer network, string path, NirOptions? options = null)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
            catalog.ToNir(network, options).Write(path);
        }

        /// <summary>Saves a trained network as a NIR graph in a stream.</summary>
        /// <param name="network">The network.</param>
        /// <param name="stream">Where to, from the current position. It stays open, and need not be able to seek.</param>
        /// <param name="options">The options, or null for the defaults.</param>
        /// <exception cref="NotSupportedException">
        /// NIR cannot say what a layer does. The message names the layer and the remedy.
        /// </exception>
        /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
        public void SaveNir(SpikingNetworkTransformer network, Stream stream, NirOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(stream);
            catalog.ToNir(network, options).Write(stream);
        }

        /// <summary>The NIR graph of a trained network, for example to look at its parameters.</summary>
        /// <param name="network">The network.</param>
        /// <param name="options">The options, or null for the defaults.</param>
        /// <returns>The graph.</returns>
        /// <exception cref="NotSupportedException">
        /// NIR cannot say what a layer does. The message names the layer and the remedy.
        /// </exception>
        /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
        public NirGraph ToNir(SpikingNetworkTransformer network, NirOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(catalog);
            ArgumentNullException.ThrowIfNull(network);
            options ??= new();
            options.Validate();
            return NirNetworkWriter.Graph(network, options);
        }
    }
}
