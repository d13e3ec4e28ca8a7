using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Model.OnnxConverter;

namespace SpikeML.Torch;

/// <summary>
/// Writes a network as ONNX operations, layer by layer: the currents of all steps at once, then a loop over time for the states
/// of the neurons. Spikes are dense there, so currents are sums in another order than in predictions of ours.
/// </summary>
internal static class NetworkOnnx
{
    /// <summary>Writes the columns that a network adds.</summary>
    /// <param name="context">ML.NET's conversion.</param>
    /// <param name="network">The network.</param>
    /// <param name="output">How its outputs become columns.</param>
    /// <param name="spikes">The column that it reads.</param>
    /// <param name="columns">The columns.</param>
    public static void Write(OnnxContext context, TrainedNetwork network, TrainedOutput output, SpikeColumn spikes,
        IReadOnlyList<DataViewSchema.DetachedColumn> columns)
    {
        OnnxModelGraph.CheckVersion(context);
        OnnxModelGraph graph = new(context, SpikingNetworkTransformer.LoaderSignature);
        OnnxTensor input = graph.Column(spikes.Column.Name, spikes.Column.Type);
        // ML.NET declares a single value as [rows, 1], whatever its dimensions.
        input = input.Reshape([0, spikes.NumSteps, .. LayerOnnx.Sizes(network.InputShape)]);
        Dictionary<string, OnnxTensor> values = Layers(network, output, spikes.NumSteps, input);
        foreach (DataViewSchema.DetachedColumn column in columns)
            graph.AddColumn(column.Name, column.Type, Declared(column.Type, values[column.Name]));
    }

    /// <summary>Writes the layers and the scores.</summary>
    /// <returns>The values of the columns.</returns>
    private static Dictionary<string, OnnxTensor> Layers(TrainedNetwork network, TrainedOutput output, int numSteps,
        OnnxTensor input)
    {
        Dictionary<string, OnnxTensor> values = [];
        foreach (TrainedLayer layer in network.Layers.SkipLast(1))
        {
            SpikingLayer kind = layer.Geometry.Layer;
            (input, OnnxTensor? membranes) = LayerOnnx.Write(layer, numSteps, input, kind.MembraneColumnName is not null);
            Record(values, kind.SpikesColumnName, input);
            Record(values, kind.MembraneColumnName, membranes);
        }
        (OnnxTensor outputSpikes, OnnxTensor? outputMembranes) = LayerOnnx.Write(network.Layers[^1], numSteps, input,
            withMembranes: true);
        Record(values, output.SpikesColumnName, outputSpikes);
        Record(values, output.MembraneColumnName, outputMembranes);
        OnnxTensor scores = ScoreOnnx.Read(output, numSteps, outputMembranes!, outputSpikes,
            network.OutputCount / output.OutputsPerClass);
        foreach ((string column, OnnxTensor value) in ScoreOnnx.Columns(output, scores, outputMembranes!))
            values[column] = value;
        return values;
    }

    private static void Record(Dictionary<string, OnnxTensor> values, string? column, OnnxTensor? value)
    {
        if (column is not null)
            values[column] = value!;
    }

    private static OnnxTensor Declared(DataViewType type, OnnxTensor value) =>
        type is VectorDataViewType { Size: 1 } ? value.Reshape(0, 1) : value;
}
