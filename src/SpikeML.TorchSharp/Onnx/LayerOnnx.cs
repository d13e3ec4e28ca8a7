namespace SpikeML.Torch;

/// <summary>Writes a layer as ONNX operations on the values of all steps.</summary>
internal static class LayerOnnx
{
    /// <summary>Writes a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="numSteps">The number of steps.</param>
    /// <param name="input">The values of the previous layer, [rows, steps, ...its shape].</param>
    /// <param name="withMembranes">Whether the membranes of its neurons are needed.</param>
    /// <returns>
    /// The layer's spikes, or the values of pooling, [rows, steps, ...its shape], and the membranes, with the same dimensions.
    /// </returns>
    public static (OnnxTensor Spikes, OnnxTensor? Membranes) Write(TrainedLayer layer, int numSteps, OnnxTensor input,
        bool withMembranes)
    {
        LayerGeometry geometry = layer.Geometry;
        if (geometry.Layer.Kind == SpikingLayerKind.Dense)
        {
            OnnxTensor flat = geometry.Input.Length == 1 ? input : input.Reshape(0, numSteps, geometry.InputCount);
            return NeuronOnnx.Write(layer.Neurons!, geometry, numSteps,
                Scaled(layer, new OnnxConnections(layer, input.Graph).Weigh(flat)), withMembranes);
        }
        OnnxTensor images = input.Reshape([-1, .. Sizes(geometry.Input)]);
        images = layer.Neurons is null ? Pool(geometry.Layer, images) : new OnnxConnections(layer, input.Graph).Weigh(images);
        OnnxTensor steps = images.Reshape([-1, numSteps, .. Sizes(geometry.Output)]);
        return layer.Neurons is null ? (steps, null)
            : NeuronOnnx.Write(layer.Neurons, geometry, numSteps, Scaled(layer, steps), withMembranes);
    }

    /// <summary>Currents, [rows, steps, ...], times the factors of each step, plus its biases.</summary>
    private static OnnxTensor Scaled(TrainedLayer layer, OnnxTensor currents)
    {
        if (layer.StepScaling is not StepScaling scaling)
            return currents;
        long[] shape = [1, scaling.NumSteps, layer.Geometry.Layer.Neurons, .. layer.Geometry.IsImage ? new long[] { 1, 1 } : []];
        return currents * currents.Graph.Constant(scaling.Scales, shape) + currents.Graph.Constant(scaling.Biases, shape);
    }

    /// <summary>Dimensions as ONNX has them.</summary>
    public static IEnumerable<long> Sizes(IEnumerable<int> shape) => shape.Select(size => (long)size);

    private static OnnxTensor Pool(SpikingLayer layer, OnnxTensor images) => images.Unary(
        layer.Kind == SpikingLayerKind.AveragePooling ? "AveragePool" : "MaxPool",
        ("kernel_shape", new long[] { layer.KernelSize, layer.KernelSize }),
        ("strides", new long[] { layer.Stride, layer.Stride }));
}
