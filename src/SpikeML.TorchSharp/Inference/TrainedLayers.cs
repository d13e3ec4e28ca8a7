namespace SpikeML.Torch;

/// <summary>Creates layers for prediction.</summary>
internal static class TrainedLayers
{
    public static TrainedLayer Pooling(LayerGeometry geometry, bool inputChannelsLast) => new()
    {
        Geometry = geometry,
        InputChannelsLast = inputChannelsLast,
        Weights = [],
        Bias = [],
        Neurons = null,
    };

    /// <param name="geometry">The layer and its input.</param>
    /// <param name="inputChannelsLast">Whether its inputs are ordered [row][column][channel].</param>
    /// <param name="weights">The weights, in the order of <see cref="TrainedLayer"/>.</param>
    /// <param name="bias">The biases.</param>
    /// <param name="model">The model of its neurons, with trained constants and a reset.</param>
    /// <param name="recurrent">The weights and biases of feedback to the entire layer, or null.</param>
    /// <param name="stepScaling">The factors and biases of each step, or null.</param>
    public static TrainedLayer WithNeurons(LayerGeometry geometry, bool inputChannelsLast, float[] weights, float[] bias,
        NeuronModel model, (float[] Weights, float[] Bias)? recurrent, StepScaling? stepScaling)
    {
        TrainedNeurons neurons = new(model, recurrent is not var (feedback, biases) ? null : new()
        {
            Geometry = geometry.Recurrent,
            InputChannelsLast = geometry.IsImage,
            Weights = feedback,
            Bias = biases,
            Neurons = null,
        });
        return new()
        {
            Geometry = geometry with
            {
                Layer = geometry.Layer with
                {
                    NeuronModel = neurons.IsPlain ? null : model,
                    BatchNormalization = false,
                    BatchNormalizationThroughTime = stepScaling is not null,
                },
            },
            InputChannelsLast = inputChannelsLast,
            Weights = weights,
            Bias = bias,
            StepScaling = stepScaling,
            Neurons = neurons,
        };
    }
}
