using SpikeML.Torch;

namespace SpikeML.Nir;

/// <summary>What NIR has no place for, as metadata.</summary>
internal static class NirNetworkMetadata
{
    /// <summary>Of the graph.</summary>
    public static IReadOnlyDictionary<string, object> Of(SpikingNetworkTransformer network, NirOptions options)
    {
        TrainedOutput output = network.Output;
        Dictionary<string, object> metadata = new()
        {
            [NirKeys.TimeStep] = options.TimeStep,
            [NirKeys.InputShape] = NirArray.Of([.. network.Network.InputShape.Select(size => (double)size)]),
            [NirKeys.SpikeColumn] = network.SpikeColumnName,
            [NirKeys.Task] = output.Task.ToString(),
            [NirKeys.Score] = output.Score.ToString(),
            [NirKeys.OutputsPerClass] = output.OutputsPerClass,
        };
        if (output.Task == SpikingTask.Regression)
            Set(metadata, output);
        Set(metadata, NirKeys.Classes, output.Names is not { } names ? null
            : Enumerable.Range(0, network.Network.OutputCount / output.OutputsPerClass).Select(names.Name).ToArray());
        Set(metadata, NirKeys.OutputSpikes, output.SpikesColumnName);
        Set(metadata, NirKeys.OutputMembrane, output.MembraneColumnName);
        Set(metadata, NirKeys.NumSteps, options.NumSteps);
        Set(metadata, NirKeys.Encoder, options.Encoder?.ToString());
        Set(metadata, NirKeys.Loss, options.Training?.Loss.ToString());
        Set(metadata, NirKeys.Surrogate, options.Training?.Surrogate.ToString());
        return metadata;
    }

    /// <summary>Of a layer's neurons.</summary>
    public static IReadOnlyDictionary<string, object> Of(NeuronModel model, SpikingLayer layer)
    {
        Dictionary<string, object> metadata = new()
        {
            [NirKeys.Kind] = model.Kind.ToString(),
            [NirKeys.Reset] = model.Reset!.Value.ToString(),
            [NirKeys.ResetDelay] = model.ResetDelay ? 1 : 0,
            [NirKeys.Constants] = model.Constants.ToDictionary(constant => constant.Key,
                object (constant) => NirArray.Of([.. constant.Value.Values])),
        };
        Set(metadata, NirKeys.Spikes, layer.SpikesColumnName);
        Set(metadata, NirKeys.Membrane, layer.MembraneColumnName);
        return metadata;
    }

    /// <summary>The scales of a regression: a number each or, over time, one for each output.</summary>
    private static void Set(Dictionary<string, object> metadata, TrainedOutput output)
    {
        object Each(Func<LabelScale, double> number) => output.VariesOverTime
            ? NirArray.Of([.. output.Scales.Select(number)]) : number(output.Scales[0]);
        metadata[NirKeys.LabelMean] = Each(scale => scale.Mean);
        metadata[NirKeys.LabelScale] = Each(scale => scale.Deviation);
        Set(metadata, NirKeys.VariesOverTime, output.VariesOverTime ? 1 : null);
    }

    private static void Set(Dictionary<string, object> metadata, string key, object? value)
    {
        if (value is not null)
            metadata[key] = value;
    }
}
