namespace SpikeML.Torch;

/// <summary>The weights and biases of a layer as constants of an ONNX graph.</summary>
/// <param name="layer">The layer, which has weights.</param>
/// <param name="graph">The graph that gets the constants. Operations may be in it, or in the body of a loop.</param>
internal sealed class OnnxConnections(TrainedLayer layer, OnnxGraph graph)
{
    private readonly OnnxTensor _weights = Constant(layer, graph), _bias = graph.Constant(layer.Bias, layer.Bias.Length);

    /// <summary>
    /// The currents of values: [..., inputs] to [..., neurons], or [images, channels, height, width] for a convolution.
    /// </summary>
    public OnnxTensor Weigh(OnnxTensor values)
    {
        if (!IsConvolution(layer))
            return values.Graph.Add("MatMul", [values, _weights], OnnxType.Single) + _bias;
        long kernel = layer.Geometry.Layer.KernelSize, stride = layer.Geometry.Layer.Stride, padding = layer.Geometry.Padding;
        return values.Graph.Add("Conv", [values, _weights, _bias], OnnxType.Single, ("kernel_shape", new[] { kernel, kernel }),
            ("strides", new[] { stride, stride }), ("pads", new[] { padding, padding, padding, padding }));
    }

    private static OnnxTensor Constant(TrainedLayer layer, OnnxGraph graph)
    {
        LayerGeometry geometry = layer.Geometry;
        int neurons = geometry.Layer.Neurons, inputs = geometry.FanIn, kernel = geometry.Layer.KernelSize;
        float[] weights = [.. WeightOrder.ToTorch(geometry, layer.InputChannelsLast, layer.Weights)];
        return IsConvolution(layer) ? graph.Constant(weights, neurons, geometry.Input[0], kernel, kernel)
            : graph.Constant(Transposed(weights, neurons, inputs), inputs, neurons);
    }

    private static float[] Transposed(float[] values, int rows, int columns)
    {
        float[] transposed = new float[values.Length];
        for (int i = 0; i < values.Length; i++)
            transposed[i % columns * rows + i / columns] = values[i];
        return transposed;
    }

    private static bool IsConvolution(TrainedLayer layer) => layer.Geometry.Layer.Kind == SpikingLayerKind.Convolution;
}
