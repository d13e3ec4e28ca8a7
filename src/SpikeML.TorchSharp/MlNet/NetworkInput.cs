using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML.Torch;

/// <summary>The spike column that a network reads.</summary>
internal static class NetworkInput
{
    /// <summary>
    /// The spike column of data to predict: any number of steps, with the neurons that the network was trained on.
    /// </summary>
    public static SpikeColumn FindSpikes(IExceptionContext host, OnceLog log, DataViewSchema schema, string name,
        ImmutableArray<int> inputShape)
    {
        SpikeColumn spikes = SpikeColumn.Find(host, log, schema, name);
        if (!spikes.Shape.SequenceEqual(inputShape))
            throw host.ExceptSchemaMismatch(nameof(schema), "input", name,
                $"a vector of Single of dimensions [numSteps{string.Concat(inputShape.Select(size => $", {size}"))}], "
                    + "as in training", spikes.Column.Type.ToString());
        return spikes;
    }
}
