using System.Collections.Immutable;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>The neurons after a layer of a state dictionary.</summary>
internal static class StateNeurons
{
    /// <summary>The entry that says how a spike resets the membrane.</summary>
    public const string ResetName = "reset_mechanism_val";

    private const string RecurrentWeight = "recurrent.weight", RecurrentBias = "recurrent.bias";

    private static readonly string[] Constants =
    [
        NeuronNames.Alpha, NeuronNames.Beta, NeuronNames.Threshold, NeuronNames.Factor, NeuronNames.Feedback,
        NeuronNames.Resistance, NeuronNames.Capacitance, NeuronNames.TimeStep,
    ];

    private static readonly ResetMechanism[] Mechanisms = [ResetMechanism.Subtract, ResetMechanism.Zero, ResetMechanism.None];

    /// <summary>The value of <see cref="ResetName"/>.</summary>
    public static Tensor ResetValue(ResetMechanism reset) => tensor((long)Array.IndexOf(Mechanisms, reset));

    public static bool Are(StateModule module) => module.Has(NeuronNames.Beta) || module.Has(NeuronNames.Resistance);

    public static SpikingLayerWeights Of(StateModule module, StateWeights weights, ResetMechanism reset, NeuronKind kindWithAlpha)
    {
        // snnTorch registers the weight of one-to-one feedback twice.
        module.Allow([.. Constants, ResetName, RecurrentWeight, RecurrentBias, "recurrent.V", "mem", "syn", "spk"]);
        Dictionary<string, NeuronConstant> constants = Constants.Where(module.Has)
            .ToDictionary(name => name, name => ConstantOf(module, name, weights));
        constants.TryAdd(NeuronNames.Threshold, 1);
        if (constants.TryGetValue(NeuronNames.Factor, out NeuronConstant? factor) && factor.Equals((NeuronConstant)1))
            constants.Remove(NeuronNames.Factor);
        NeuronKind kind = KindOf(module, kindWithAlpha);
        if (kind == NeuronKind.Lapicque)
            constants.Remove(NeuronNames.Beta);
        if (module.Values(ResetName) is { } value)
            reset = value is [0 or 1 or 2] ? Mechanisms[(int)value[0]] : throw new ArgumentException(
                $"'{module.FullName(ResetName)}' must be 0 (subtract), 1 (zero) or 2 (none), got {string.Join(", ", value)}.");
        NeuronModel model = NeuronModel.Of(kind, constants, reset, inhibition: false, resetDelay: true);
        SpikingLayerWeights layer = new()
        {
            Layer = weights.Layer,
            Weights = weights.Weights,
            Bias = weights.Bias,
            StepScales = weights.StepScales,
            StepBiases = weights.StepBiases,
        };
        if (new TrainedNeurons(model).IsPlain)
            return layer with
            {
                Beta = constants[NeuronNames.Beta].Values[0],
                Threshold = constants[NeuronNames.Threshold].Values[0],
                Reset = reset,
            };
        string owner = StateWeights.For(weights.Layer, weights.Name);
        return layer with
        {
            Layer = weights.Layer with { NeuronModel = model },
            RecurrentWeights = module.Values(RecurrentWeight, owner, RecurrentShape(weights.Layer)) ?? [],
            RecurrentBias = module.Values(RecurrentBias, owner, weights.Layer.Neurons)
                ?? (model.AllToAll ? [.. new float[weights.Layer.Neurons]] : []),
        };
    }

    private static long[] RecurrentShape(SpikingLayer layer) => layer.Kind == SpikingLayerKind.Dense
        ? [layer.Neurons, layer.Neurons] : [layer.Neurons, layer.Neurons, layer.KernelSize, layer.KernelSize];

    private static NeuronKind KindOf(StateModule module, NeuronKind kindWithAlpha)
    {
        bool hasAlpha = module.Has(NeuronNames.Alpha);
        if (module.Has(NeuronNames.Resistance))
            return NeuronKind.Lapicque;
        if (module.Has(NeuronNames.Feedback) || module.Has(RecurrentWeight))
            return hasAlpha ? NeuronKind.RSynaptic : NeuronKind.RLeaky;
        return hasAlpha ? kindWithAlpha : NeuronKind.Leaky;
    }

    /// <summary>
    /// One number for all neurons, or one per neuron or channel. The neurons of a channel share one constant, even if the
    /// entry has a number for each of them.
    /// </summary>
    private static NeuronConstant ConstantOf(StateModule module, string name, StateWeights weights)
    {
        ImmutableArray<float> values = module.Values(name)!.Value;
        if (name is NeuronNames.Alpha or NeuronNames.Beta)
            values = [.. values.Select(value => Math.Clamp(value, 0, 1))];
        int neurons = weights.Layer.Neurons, each = values.Length / neurons;
        bool isOne = values.Length == 1, isOnePerNeuron = module.Entries[name].shape is [long first, ..] && first == neurons
            && Enumerable.Range(0, values.Length).All(i => values[i] == values[i / each * each]);
        if (!isOne && !isOnePerNeuron)
            throw new ArgumentException($"{module.Described(name)}: expected one number, or [{neurons}] "
                + $"{StateWeights.For(weights.Layer, weights.Name)}.");
        return values.All(value => value == values[0]) ? values[0]
            : Enumerable.Range(0, neurons).Select(neuron => values[neuron * each]).ToArray();
    }
}
