using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Converts a layer of the module that was trained to a layer for prediction.</summary>
internal static class ModuleLayer
{
    public static TrainedLayer Of(SpikingNetworkModule module, int index, bool inputChannelsLast)
    {
        LayerGeometry geometry = module.Layers[index];
        if (!geometry.Layer.HasNeurons)
            return TrainedLayers.Pooling(geometry, inputChannelsLast);
        bool isConvolution = geometry.Layer.Kind == SpikingLayerKind.Convolution;
        Tensor weight = module.Weight(index), bias = module.Bias(index);
        StepScaling? stepScaling = null;
        if (module.Normalization(index) is CurrentNormalization normalization)
        {
            (Tensor factor, Tensor shift) = normalization.Folded(bias);
            if (geometry.Layer.BatchNormalizationThroughTime)
                (stepScaling, bias) = (new((int)factor.size(0), Values(factor), Values(shift)), zeros_like(bias));
            else
                (weight, bias) = (weight * (isConvolution ? factor.view(-1, 1, 1, 1) : factor), shift);
        }
        if (isConvolution)
            weight = weight.permute(1, 2, 3, 0);
        else if (inputChannelsLast)
            weight = weight.view([.. geometry.Input.Select(dimension => (long)dimension), weight.size(1)]).permute(1, 2, 0, 3);
        return TrainedLayers.WithNeurons(geometry, inputChannelsLast, Values(weight), Values(bias),
            NeuronModules.Trained(module.Model(index), module.Neurons(index)),
            RecurrentOf(geometry, module.Recurrent(index)), stepScaling);
    }

    private static (float[], float[])? RecurrentOf(LayerGeometry geometry, RecurrentConnections? connections) =>
        connections is null ? null
            : (Values(geometry.IsImage ? connections.Weight.permute(1, 2, 3, 0) : connections.Weight.t()),
                Values(connections.Bias));

    private static float[] Values(Tensor tensor) => tensor.detach().cpu().contiguous().data<float>().ToArray();
}
