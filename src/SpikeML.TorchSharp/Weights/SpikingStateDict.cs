using System.Collections.Immutable;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// Converts layers from and to the state dictionary of a torch module: linear or convolutional layers, each followed by neurons
/// of snnTorch or of this package, with batch normalisation between them or not.
/// </summary>
public static class SpikingStateDict
{
    /// <summary>
    /// Reads layers in the order of the dictionary, such as <c>fc1.weight</c>, <c>fc1.bias</c>, <c>lif1.threshold</c>,
    /// <c>lif1.beta</c>, <c>fc2.weight</c>. A missing bias is 0; a decay outside [0, 1] is clamped, as when the module runs.
    /// Batch normalisation (<c>bn1.weight</c>, <c>bn1.running_mean</c>, ...) becomes part of the weights before it. Batch
    /// normalisation through time, from snnTorch (<c>bn1.0.weight</c>, ..., <c>bn1.1.weight</c>, ...) or from
    /// <see cref="BatchNormThroughTime"/>, becomes the layer's <see cref="SpikingLayerWeights.StepScales"/> and
    /// <see cref="SpikingLayerWeights.StepBiases"/>.
    /// </summary>
    /// <remarks>
    /// State dictionaries do not contain inhibition, <c>reset_delay</c>, <c>state_quant</c> or pooling: set the first three in
    /// the <see cref="SpikingLayer.NeuronModel"/> of a layer, and insert layers of pooling.
    /// </remarks>
    /// <param name="state">The entries by name.</param>
    /// <param name="reset">
    /// How a spike resets the membrane if the dictionary does not say (snnTorch's <c>reset_mechanism_val</c>).
    /// </param>
    /// <param name="stride">
    /// The stride of convolutions, which state dictionaries do not contain. The padding is half the kernel.
    /// </param>
    /// <param name="kindWithAlpha">
    /// The kind of neurons that have an <c>alpha</c> and do not feed back: <see cref="NeuronKind.Synaptic"/> or
    /// <see cref="NeuronKind.Alpha"/>, whose entries are the same.
    /// </param>
    /// <returns>The layers in order; the last one is the output.</returns>
    /// <exception cref="ArgumentException">An entry belongs to another kind of layer or neuron, or one is missing.</exception>
    public static IReadOnlyList<SpikingLayerWeights> Read(IEnumerable<KeyValuePair<string, Tensor>> state,
        ResetMechanism reset = ResetMechanism.Subtract, int stride = 1, NeuronKind kindWithAlpha = NeuronKind.Synaptic)
    {
        ArgumentNullException.ThrowIfNull(state);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        OptionCheck.Require(kindWithAlpha is NeuronKind.Synaptic or NeuronKind.Alpha, kindWithAlpha, nameof(kindWithAlpha),
            "kindWithAlpha must be Synaptic or Alpha.");
        List<SpikingLayerWeights> layers = [];
        StateWeights? open = null;
        foreach (StateModule module in StateModule.Of(state))
        {
            if (module.Has("running_mean") && open is { StepScales.IsEmpty: true })
            {
                open = open.Normalized(module);
            }
            else if (module.Has("weight") && open is null)
            {
                open = StateWeights.Of(module, stride);
            }
            else if (StateNeurons.Are(module) && open is not null)
            {
                layers.Add(StateNeurons.Of(module, open, reset, kindWithAlpha));
                open = null;
            }
            else
            {
                throw new ArgumentException($"'{module.First}' stands where "
                    + (open is null ? "the weights of a layer are expected, such as 'fc1.weight'."
                        : $"the neurons after '{open.Name}' are expected, such as 'lif1.beta'."), nameof(state));
            }
        }
        return open is null && layers.Count > 0 ? layers : throw new ArgumentException(open is null
            ? "The state dictionary has no layers." : $"'{open.Name}' has no neurons after it.", nameof(state));
    }

    /// <summary>
    /// Writes layers under the names of snnTorch's tutorials: <c>fc1</c> or <c>conv1</c> with weight and bias, <c>lif1</c> with
    /// threshold, beta and the neurons' other constants and reset_mechanism_val, and so on. Batch normalisation through time has
    /// entries for each step, <c>bn1.0</c> with weight, running_mean and running_var, as in snnTorch. Pooling has no entries, but
    /// counts.
    /// </summary>
    /// <param name="layers">The layers.</param>
    /// <returns>New tensors, which the caller must dispose.</returns>
    /// <exception cref="ArgumentException">
    /// A constant is missing or out of range, or a step has a scale of 0 but a bias.
    /// </exception>
    public static Dictionary<string, Tensor> Write(IReadOnlyList<SpikingLayerWeights> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        Dictionary<string, Tensor> state = [];
        for (int i = 0; i < layers.Count; i++)
        {
            SpikingLayerWeights layer = layers[i];
            if (!layer.Layer.HasNeurons)
                continue;
            string what = $"Layer {i + 1} ({layer.Layer})";
            string name = $"{(layer.Layer.Kind == SpikingLayerKind.Dense ? "fc" : "conv")}{i + 1}", neurons = $"lif{i + 1}";
            state[$"{name}.weight"] = Shaped(layer, layer.Weights);
            state[$"{name}.bias"] = tensor(layer.Bias.ToArray());
            if (!layer.StepScales.IsDefaultOrEmpty)
                AddNormalization(state, $"bn{i + 1}", what, layer);
            NeuronModel model = GivenCheck.ModelOf(what, layer);
            bool isImage = layer.Layer.Kind == SpikingLayerKind.Convolution;
            foreach ((string key, NeuronConstant constant) in model.Constants.OrderByDescending(
                constant => constant.Key == NeuronNames.Threshold))
                state[$"{neurons}.{key}"] = constant.For(isImage).ToTensor();
            state[$"{neurons}.{StateNeurons.ResetName}"] = StateNeurons.ResetValue(model.Reset!.Value);
            if (!model.AllToAll)
                continue;
            state[$"{neurons}.recurrent.weight"] = Shaped(layer, layer.RecurrentWeights);
            state[$"{neurons}.recurrent.bias"] = tensor(layer.RecurrentBias.ToArray());
        }
        return state;
    }

    /// <summary>Batch normalisation at each step whose variances are 1.</summary>
    private static void AddNormalization(
        Dictionary<string, Tensor> state, string name, string what, SpikingLayerWeights layer)
    {
        int neurons = layer.Layer.Neurons;
        double deviation = Math.Sqrt(1 + StateWeights.Epsilon);
        for (int first = 0; first < layer.StepScales.Length; first += neurons)
        {
            (float Scale, float Bias)[] each =
                [.. layer.StepScales.Slice(first, neurons).Zip(layer.StepBiases.Slice(first, neurons))];
            GivenCheck.Require(!Array.Exists(each, one => one is (0, not 0)), $"{what} has a StepScale of 0 at step "
                + $"{first / neurons} with a StepBias other than 0. snnTorch's batch normalisation cannot have this, because it "
                + "has no bias.");
            string step = $"{name}.{first / neurons}";
            state[$"{step}.weight"] = tensor(Array.ConvertAll(each, one => (float)(one.Scale * deviation)));
            state[$"{step}.running_mean"] = tensor(Array.ConvertAll(each, one => one.Scale == 0 ? 0 : -one.Bias / one.Scale));
            state[$"{step}.running_var"] = ones(neurons);
        }
    }

    private static Tensor Shaped(SpikingLayerWeights layer, ImmutableArray<float> weights)
    {
        long count = layer.Layer.Neurons, size = layer.Layer.KernelSize, fanIn = weights.Length / count;
        return tensor(weights.ToArray(),
            layer.Layer.Kind == SpikingLayerKind.Dense ? [count, fanIn] : [count, fanIn / (size * size), size, size]);
    }
}
