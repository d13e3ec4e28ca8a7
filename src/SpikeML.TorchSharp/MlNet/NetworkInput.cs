using System.Collections.Immutable;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML.Torch;

/// <summary>The spike column that a network reads.</summary>
internal static class NetworkInput
{
    /// <summary>
    /// The spike column of data to predict: the neurons that the network was trained on, with any number of steps unless the
    /// network has a fixed one.
    /// </summary>
    public static SpikeColumn FindSpikes(IExceptionContext host, OnceLog log, DataViewSchema schema, string name,
        ImmutableArray<int> inputShape, int? numSteps = null)
    {
        SpikeColumn spikes = SpikeColumn.Find(host, log, schema, name);
        if (!spikes.Shape.SequenceEqual(inputShape) || (numSteps is int fixedSteps && spikes.NumSteps != fixedSteps))
            throw host.ExceptSchemaMismatch(nameof(schema), "input", name,
                $"a vector of Single of dimensions [{numSteps?.ToString(CultureInfo.InvariantCulture) ?? "numSteps"}"
                    + $"{string.Concat(inputShape.Select(size => $", {size}"))}], as in training"
                    + (numSteps is null ? "" : ", because batch normalisation through time has a scale for each step"),
                spikes.Column.Type.ToString());
        return spikes;
    }
}
