using System.Collections.Frozen;

namespace SpikeML.Nir;

/// <summary>Makes the node of a type from its datasets; the one list of types, but for graphs.</summary>
internal static class NirNodeTypes
{
    private static readonly FrozenDictionary<string, Func<NirFields, NirNode>> Maps =
        new Dictionary<string, Func<NirFields, NirNode>>
        {
            ["Input"] = fields => new NirInput { Shape = fields.Shape("shape") },
            ["Output"] = fields => new NirOutput { Shape = fields.Shape("shape") },
            ["Affine"] = fields => new NirAffine { Weight = fields.Array("weight"), Bias = fields.Array("bias") },
            ["Linear"] = fields => new NirLinear { Weight = fields.Array("weight") },
            ["Conv1d"] = fields => new NirConv1d
            {
                Weight = fields.Array("weight"),
                Bias = fields.Array("bias"),
                InputLength = fields.Has("input_shape") ? fields.Integer("input_shape") : null,
                Stride = fields.Integer("stride"),
                Padding = fields.Padding("padding"),
                Dilation = fields.Integer("dilation"),
                Groups = fields.Integer("groups"),
            },
            ["Conv2d"] = fields => new NirConv2d
            {
                Weight = fields.Array("weight"),
                Bias = fields.Array("bias"),
                InputSize = fields.Has("input_shape") ? fields.Size("input_shape") : null,
                Stride = fields.Size("stride"),
                Padding = fields.Padding("padding"),
                Dilation = fields.Size("dilation"),
                Groups = fields.Integer("groups"),
            },
            ["SumPool2d"] = fields => new NirSumPool2d
            {
                KernelSize = fields.Size("kernel_size"),
                Stride = fields.Size("stride"),
                Padding = fields.Size("padding"),
            },
            ["AvgPool2d"] = fields => new NirAvgPool2d
            {
                KernelSize = fields.Size("kernel_size"),
                Stride = fields.Size("stride"),
                Padding = fields.Size("padding"),
            },
            ["Flatten"] = fields => new NirFlatten
            {
                StartDim = fields.Integer("start_dim"),
                EndDim = fields.Integer("end_dim"),
                InputShape = fields.Has("input_type") ? fields.Shape("input_type") : null,
            },
        }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Func<NirFields, NirNeurons>> Neurons =
        new Dictionary<string, Func<NirFields, NirNeurons>>
        {
            ["Scale"] = fields => new NirScale { Scale = fields.PerNeuron("scale") },
            ["Threshold"] = fields => new NirThreshold { Threshold = fields.PerNeuron("threshold") },
            ["Delay"] = fields => new NirDelay { Delay = fields.PerNeuron("delay") },
            ["I"] = fields => new NirI { R = fields.PerNeuron("r") },
            ["LI"] = fields => new NirLi
            {
                Tau = fields.PerNeuron("tau"),
                R = fields.PerNeuron("r"),
                VLeak = fields.PerNeuron("v_leak"),
            },
            ["IF"] = fields => new NirIf
            {
                R = fields.PerNeuron("r"),
                VThreshold = fields.PerNeuron("v_threshold"),
                VReset = fields.PerNeuronOr("v_reset", 0, like: "v_threshold"),
            },
            ["LIF"] = fields => new NirLif
            {
                Tau = fields.PerNeuron("tau"),
                R = fields.PerNeuron("r"),
                VLeak = fields.PerNeuron("v_leak"),
                VThreshold = fields.PerNeuron("v_threshold"),
                VReset = fields.PerNeuronOr("v_reset", 0, like: "v_threshold"),
            },
            ["CubaLI"] = fields => new NirCubaLi
            {
                TauSyn = fields.PerNeuron("tau_syn"),
                TauMem = fields.PerNeuron("tau_mem"),
                R = fields.PerNeuron("r"),
                VLeak = fields.PerNeuron("v_leak"),
                WIn = fields.PerNeuronOr("w_in", 1, like: "v_leak"),
            },
            ["CubaLIF"] = fields => new NirCubaLif
            {
                TauSyn = fields.PerNeuron("tau_syn"),
                TauMem = fields.PerNeuron("tau_mem"),
                R = fields.PerNeuron("r"),
                VLeak = fields.PerNeuron("v_leak"),
                VThreshold = fields.PerNeuron("v_threshold"),
                VReset = fields.PerNeuronOr("v_reset", 0, like: "v_threshold"),
                WIn = fields.PerNeuronOr("w_in", 1, like: "v_threshold"),
            },
        }.ToFrozenDictionary();

    /// <summary>Whether a type has a value of each parameter for each neuron.</summary>
    public static bool IsNeurons(string type) => Neurons.ContainsKey(type);

    /// <summary>Makes a node.</summary>
    /// <exception cref="FormatException">A dataset is missing or wrong, or NIR does not have the type.</exception>
    public static NirNode Make(NirFields fields)
    {
        NirNode node = Neurons.TryGetValue(fields.Type, out Func<NirFields, NirNeurons>? neurons) ? neurons(fields)
            : Maps.TryGetValue(fields.Type, out Func<NirFields, NirNode>? map) ? map(fields)
            : throw fields.Fault($"has a type that NIR does not define. The types are {string.Join(", ",
                Maps.Keys.Concat(Neurons.Keys).Append("NIRGraph").Order(StringComparer.Ordinal))}");
        fields.NoteUnknown();
        return node with { Metadata = fields.Metadata };
    }
}
