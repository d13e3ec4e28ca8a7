using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Nir;
using SpikeML.Tool.Jobs;
using SpikeML.Tool.Records;
using SpikeML.Tool.Running;
using SpikeML.Torch;

namespace SpikeML.Tool.Nir;

/// <summary>The graph of the network in a saved model, with what the model knows of its spikes.</summary>
internal static class NirConversion
{
    public static NirGraph Graph(MLContext context, string path, NirOptions options)
    {
        (ITransformer model, DataViewSchema? schema) = ModelFile.Load(context, path);
        ITransformer[] steps = [.. ModelFacts.Steps(model)];
        SpikingNetworkTransformer[] networks = [.. steps.OfType<SpikingNetworkTransformer>()];
        if (networks is not [SpikingNetworkTransformer network])
        {
            throw ToolException.BadInput($"'{path}' has {Counted.Of(networks.Length, "spiking network")}, and one is needed. "
                + $"It is: {ModelFacts.NamesOf(model)}.");
        }
        return context.Model.ToNir(network, options with
        {
            Encoder = steps.OfType<ISpikeTransformer>().LastOrDefault()?.Codes[0],
            NumSteps = NumSteps(model, schema, network.SpikeColumnName),
        });
    }

    private static int? NumSteps(ITransformer model, DataViewSchema? schema, string spikes) =>
        schema is not null && model.GetOutputSchema(schema).GetColumnOrNull(spikes)?.Type is VectorDataViewType
        {
            Dimensions: [int steps and > 0, ..]
        } ? steps : null;
}
