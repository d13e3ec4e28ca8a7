using Microsoft.ML.Data;
using SpikeML.Nir;

namespace Microsoft.ML;

/// <summary>Loads networks of other tools as transformers.</summary>
public static class NirLoading
{
    extension(ModelOperationsCatalog catalog)
    {
        /// <summary>Loads a graph of NIR, the exchange format of neuromorphic tools, as a transformer that runs it.</summary>
        /// <remarks>
        /// <para>
        /// All node types of the format run, with recurrence and nested graphs, in managed code and without libtorch. The graph
        /// adds the columns that the options name: what it puts out at each step, its scores and the predicted class.
        /// </para>
        /// <para>
        /// Options that are not given come from the metadata of a graph that <c>SaveNir</c> wrote: the time step, the kind of
        /// score and the names of the classes.
        /// </para>
        /// <para>The transformer can be saved in ML.NET model files, which then contain the graph.</para>
        /// </remarks>
        /// <param name="path">The file.</param>
        /// <param name="spikeColumnName">
        /// The spikes or graded values that the graph takes in: a vector of Single, [numSteps, ...shape of Input].
        /// </param>
        /// <param name="options">The options, or null for the defaults.</param>
        /// <returns>The transformer.</returns>
        /// <exception cref="FormatException">The file is not a NIR file, is damaged, or has nodes of unknown types.</exception>
        /// <exception cref="ArgumentException">
        /// The graph cannot run: it has several Input or Output nodes, a node that takes in nothing, or a node that the options
        /// name is missing. The message names the node.
        /// </exception>
        /// <exception cref="ArgumentOutOfRangeException">
        /// An option is out of range, or TimeStep is longer than a time constant of the graph.
        /// </exception>
        /// <exception cref="IOException">The file does not exist or could not be read.</exception>
        public NirTransformer LoadNir(string path, string spikeColumnName, NirReading? options = null)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
            return catalog.LoadNir(NirGraph.Read(path), spikeColumnName, options);
        }

        /// <summary>Loads a graph from a stream.</summary>
        /// <param name="stream">The stream, which stays open.</param>
        /// <param name="spikeColumnName">The spikes: a vector of Single, [numSteps, ...shape of Input].</param>
        /// <param name="options">The options, or null for the defaults.</param>
        /// <returns>The transformer.</returns>
        /// <exception cref="FormatException">The stream is not a NIR file, is damaged, or has nodes of unknown types.</exception>
        /// <exception cref="ArgumentException">The graph cannot run; the message names the node.</exception>
        /// <exception cref="ArgumentOutOfRangeException">
        /// An option is out of range, or TimeStep is longer than a time constant of the graph.
        /// </exception>
        public NirTransformer LoadNir(Stream stream, string spikeColumnName, NirReading? options = null)
        {
            ArgumentNullException.ThrowIfNull(stream);
            return catalog.LoadNir(NirGraph.Read(stream), spikeColumnName, options);
        }

        /// <summary>Makes a transformer of a graph that has been read or made.</summary>
        /// <param name="graph">The graph.</param>
        /// <param name="spikeColumnName">The spikes: a vector of Single, [numSteps, ...shape of Input].</param>
        /// <param name="options">The options, or null for the defaults.</param>
        /// <returns>The transformer.</returns>
        /// <exception cref="ArgumentException">The graph cannot run; the message names the node.</exception>
        /// <exception cref="ArgumentOutOfRangeException">
        /// An option is out of range, or TimeStep is longer than a time constant of the graph.
        /// </exception>
        public NirTransformer LoadNir(NirGraph graph, string spikeColumnName, NirReading? options = null)
        {
            ArgumentNullException.ThrowIfNull(catalog);
            ArgumentNullException.ThrowIfNull(graph);
            ArgumentException.ThrowIfNullOrEmpty(spikeColumnName);
            return new(catalog.GetEnvironment().Register(NirTransformer.LoaderSignature), spikeColumnName, graph,
                NirDefaults.Complete(options ?? new NirReading(), graph));
        }
    }
}
