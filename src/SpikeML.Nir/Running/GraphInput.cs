using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML.Nir;

/// <summary>The spike column that a graph reads.</summary>
internal static class GraphInput
{
    /// <summary>
    /// The column: any number of steps, with the shape of the graph's input, where dimensions of 1 do not count, or the shape
    /// of the column on which the saved network was trained.
    /// </summary>
    public static SpikeColumn Find(IExceptionContext host, OnceLog log, DataViewSchema schema, string name, NirShape input,
        IReadOnlyList<int> saved)
    {
        SpikeColumn spikes = SpikeColumn.Find(host, log, schema, name);
        if (!IsSame(spikes.Shape, input) && !IsSame(spikes.Shape, saved))
            throw host.ExceptSchemaMismatch(nameof(schema), "input", name, "a vector of Single of dimensions [numSteps"
                + $"{string.Concat(input.Select(size => $", {size}"))}], since the Input node of the graph has shape {input} "
                + "(declare another shape of the same values with mlContext.Transforms.Spikes.Reshape)",
                spikes.Column.Type.ToString());
        return spikes;
    }

    private static bool IsSame(IEnumerable<int> shape, IEnumerable<int> other) =>
        shape.Where(size => size != 1).SequenceEqual(other.Where(size => size != 1));
}
