using System.Collections.Immutable;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// Converts layers from and to the state dictionary of a torch module: linear or convolutional layers, each followed by a
/// <c>Leaky</c> of snnTorch or of this package.
/// </summary>
public static class SpikingStateDict
{
    private static readonly ResetMechanism[] Mechanisms = [ResetMechanism.Subtract, ResetMechanism.Zero, ResetMechanism.None];

    /// <summary>
    /// Reads layers in the order of the dictionary, such as <c>fc1.weight</c>, <c>fc1.bias</c>, <c>lif1.threshold</c>,
    /// <c>lif1.beta</c>, <c>fc2.weight</c>. A missing bias is 0; a decay outside [0, 1] is clamped, as when the module runs.
    /// </summary>
    /// <param name="state">The entries by name.</param>
    /// <param name="reset">
    /// How a spike resets the membrane if the dictionary does not say (snnTorch's <c>reset_mechanism_val</c>).
    /// </param>
    /// <param name="stride">
    /// The stride of convolutions, which state dictionaries do not contain. The padding is half the kernel.
    /// </param>
    /// <returns>The layers in order; the last one is the output.</returns>
    /// <exception cref="ArgumentException">An entry belongs to another kind of layer or neuron, or one is missing.</exception>
    public static IReadOnlyList<SpikingLayerWeights> Read(IEnumerable<KeyValuePair<string, Tensor>> state,
        ResetMechanism reset = ResetMechanism.Subtract, int stride = 1)
    {
        ArgumentNullException.ThrowIfNull(state);
        List<SpikingLayerWeights> layers = [];
        (string Name, Tensor Weight, Tensor? Bias)? open = null;
        foreach (var module in state.GroupBy(entry => ModuleOf(entry.Key)))
        {
            Dictionary<string, Tensor> entries = module.ToDictionary(entry => entry.Key[(entry.Key.LastIndexOf('.') + 1)..],
                entry => entry.Value);
            if (entries.TryGetValue("weight", out Tensor? weight) && open is null)
            {
                Refuse(module.Key, entries, "weight", "bias");
                open = (module.Key, weight, entries.GetValueOrDefault("bias"));
            }
            else if (entries.ContainsKey("beta") && open is var (name, weights, bias))
            {
                Refuse(module.Key, entries, "beta", "threshold", "graded_spikes_factor", "reset_mechanism_val", "mem");
                layers.Add(LayerOf(name, weights, bias, module.Key, entries, reset, stride));
                open = null;
            }
            else
            {
                throw new ArgumentException($"'{module.First().Key}' stands where "
                    + (open is null ? "the weights of a layer are expected, such as 'fc1.weight'."
                        : $"the leaky neurons after '{open.Value.Name}' are expected, such as 'lif1.beta'."), nameof(state));
            }
        }
        return open is null && layers.Count > 0 ? layers : throw new ArgumentException(open is null
            ? "The state dictionary has no layers." : $"'{open.Value.Name}' has no leaky neurons after it.", nameof(state));
    }

    /// <summary>
    /// Writes layers under the names of snnTorch's tutorials: <c>fc1</c> or <c>conv1</c> with weight and bias, <c>lif1</c> with
    /// threshold and beta, and so on.
    /// </summary>
    /// <param name="layers">The layers.</param>
    /// <returns>New tensors, which the caller must dispose.</returns>
    public static Dictionary<string, Tensor> Write(IReadOnlyList<SpikingLayerWeights> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        Dictionary<string, Tensor> state = [];
        for (int i = 0; i < layers.Count; i++)
        {
            SpikingLayerWeights layer = layers[i];
            string name = $"{(layer.Layer.Kind == SpikingLayerKind.Dense ? "fc" : "conv")}{i + 1}", neurons = $"lif{i + 1}";
            long count = layer.Layer.Neurons, size = layer.Layer.KernelSize, fanIn = layer.Weights.Length / count;
            state[$"{name}.weight"] = tensor(layer.Weights.ToArray(),
                layer.Layer.Kind == SpikingLayerKind.Dense ? [count, fanIn] : [count, fanIn / (size * size), size, size]);
            state[$"{name}.bias"] = tensor(layer.Bias.ToArray());
            state[$"{neurons}.threshold"] = tensor((float)layer.Threshold);
            state[$"{neurons}.beta"] = tensor((float)layer.Beta);
        }
        return state;
    }

    private static string ModuleOf(string key) => key.LastIndexOf('.') is int dot and >= 0 ? key[..dot] : "";

    private static void Refuse(string module, Dictionary<string, Tensor> entries, params string[] known)
    {
        if (entries.Keys.FirstOrDefault(name => !known.Contains(name)) is string other)
            throw new ArgumentException($"'{module}.{other}' is an entry of another kind of layer: only linear and convolutional "
                + "layers with leaky neurons can be read.");
    }

    private static SpikingLayerWeights LayerOf(string name, Tensor weight, Tensor? bias, string neurons,
        Dictionary<string, Tensor> entries, ResetMechanism reset, int stride)
    {
        long[] shape = weight.shape;
        if (shape.Length is not (2 or 4) || (shape.Length == 4 && shape[2] != shape[3]))
            throw new ArgumentException($"'{name}.weight' has the shape [{string.Join(", ", shape)}]: expected [neurons, "
                + "inputs] or [channels, input channels, size, size].");
        if (entries.TryGetValue("graded_spikes_factor", out Tensor? factor)
            && Single(factor, $"{neurons}.graded_spikes_factor") != 1)
            throw new ArgumentException($"'{neurons}.graded_spikes_factor' is not 1: graded spikes cannot be read.");
        int count = (int)shape[0];
        return new()
        {
            Layer = shape.Length == 2 ? SpikingLayer.Dense(count) : SpikingLayer.Convolution(count, (int)shape[2], stride),
            Weights = Values(weight),
            Bias = bias is null ? [.. new float[count]] : Values(bias),
            Beta = Math.Clamp(Single(entries["beta"], $"{neurons}.beta"), 0, 1),
            Threshold = entries.TryGetValue("threshold", out Tensor? threshold) ? Single(threshold, $"{neurons}.threshold") : 1,
            Reset = entries.TryGetValue("reset_mechanism_val", out Tensor? value)
                ? Mechanisms[(int)Single(value, $"{neurons}.reset_mechanism_val")] : reset,
        };
    }

    private static ImmutableArray<float> Values(Tensor tensor)
    {
        using Tensor values = tensor.detach().cpu().to(ScalarType.Float32).contiguous();
        return [.. values.data<float>()];
    }

    /// <summary>The single value of an entry, which may be repeated for each neuron.</summary>
    private static float Single(Tensor tensor, string name)
    {
        ImmutableArray<float> values = Values(tensor);
        return values.Length > 0 && values.All(value => value == values[0]) ? values[0]
            : throw new ArgumentException($"'{name}' has {values.Length} different values: one for all neurons is expected.");
    }
}
