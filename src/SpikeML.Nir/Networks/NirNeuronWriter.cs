using SpikeML.Torch;

namespace SpikeML.Nir;

/// <summary>The nodes that do what the neurons of a layer do.</summary>
internal static class NirNeuronWriter
{
    /// <summary>The neurons, without feedback.</summary>
    /// <param name="model">The model, with a reset.</param>
    /// <param name="neurons">The neurons' shape.</param>
    /// <param name="timeStep">The duration of a step.</param>
    private static NirNeurons Neurons(NeuronModel model, NirNeuronShape neurons, double timeStep) => model.Kind switch
    {
        NeuronKind.Synaptic or NeuronKind.RSynaptic => Synaptic(model, neurons, timeStep),
        _ => Leaky(model, neurons, timeStep),
    };

    /// <summary>The neurons, and what makes spikes of what they put out, without feedback.</summary>
    /// <param name="model">The model, with a reset.</param>
    /// <param name="neurons">The neurons' shape.</param>
    /// <param name="timeStep">The duration of a step.</param>
    /// <param name="fires">Whether spikes are put out; otherwise the membranes of neurons without reset.</param>
    public static IEnumerable<(string Name, NirNode Node)> Chain(NeuronModel model, NirNeuronShape neurons, double timeStep,
        bool fires)
    {
        yield return ("lif", Neurons(model, neurons, timeStep));
        if (!fires && model.Reset == ResetMechanism.None)
            yield break;
        if (model.Reset == ResetMechanism.None)
            yield return ("threshold", new NirThreshold { Threshold = neurons.Singles(model.Constants[NeuronNames.Threshold]) });
        if (model.Constants.TryGetValue(NeuronNames.Factor, out NeuronConstant? factor))
            yield return ("scale", new NirScale { Scale = neurons.Singles(factor) });
    }

    /// <summary>Why the neurons cannot be written exactly, with the remedy, as the end of a sentence; or null.</summary>
    public static string? Inexact(NeuronModel model) => model switch
    {
        { Reset: ResetMechanism.Subtract } => "has neurons whose reset subtracts the threshold, which NIR cannot say. Train with "
            + "ResetMechanism.Zero (or None), or save with NirReset.Approximate: other tools then reset to zero, and give other "
            + "spikes",
        { Reset: ResetMechanism.Zero, Kind: not NeuronKind.Leaky, ResetDelay: true } => "has neurons whose reset to zero comes a "
            + "step later and also drops that step's input, which NIR cannot say. Train with new FiringOptions { ResetDelay = "
            + "false }, or save with NirReset.Approximate",
        { Reset: ResetMechanism.Zero, Kind: not NeuronKind.Leaky } when IsNegative(model) => "has neurons that are reset to "
            + "zero, which is above their threshold. Save with NirReset.Approximate",
        _ => null,
    };

    /// <summary>Why the neurons cannot be written at all, with the remedy, as the end of a sentence; or null.</summary>
    public static string? Impossible(NeuronModel model) =>
        model.Kind == NeuronKind.Alpha ? "has alpha neurons, for which NIR has no node. Use leaky or synaptic neurons"
            : model.Inhibition ? "lets only its strongest neuron fire, which NIR cannot say. Train without Inhibition"
            : model.StateQuantization is not null ? "has neurons whose states are quantised, which NIR cannot say. Train without "
                + "StateQuantization" : null;

    private static NirNeurons Leaky(NeuronModel model, NirNeuronShape neurons, double timeStep)
    {
        (IReadOnlyList<float> leak, float gain) = Torch.MembraneConstants.Of(model);
        double[] decays = neurons.Each(leak);
        NirArray threshold = neurons.Singles(model.Constants[NeuronNames.Threshold]);
        NirArray perSecond = NirArray.Filled(gain / timeStep, neurons.Shape);
        NirArray tau = neurons.Doubles(NirDecay.Taus(decays, timeStep));
        NirArray r = neurons.Doubles(NirDecay.Gains(decays).Select(steps => gain * steps));
        bool neverDecays = decays.All(decay => decay >= 1);
        return model.Reset == ResetMechanism.None
            ? neverDecays ? new NirI { R = perSecond } : new NirLi { Tau = tau, R = r, VLeak = neurons.Zeros }
            : neverDecays ? new NirIf { R = perSecond, VThreshold = threshold, VReset = neurons.Zeros }
            : new NirLif { Tau = tau, R = r, VLeak = neurons.Zeros, VThreshold = threshold, VReset = neurons.Zeros };
    }

    private static NirNeurons Synaptic(NeuronModel model, NirNeuronShape neurons, double timeStep)
    {
        double[] alphas = neurons.Each(model.Constants[NeuronNames.Alpha]);
        double[] betas = neurons.Each(model.Constants[NeuronNames.Beta]);
        NirArray tauSyn = neurons.Doubles(NirDecay.Taus(alphas, timeStep)), wIn = neurons.Doubles(NirDecay.Gains(alphas));
        NirArray tauMem = neurons.Doubles(NirDecay.Taus(betas, timeStep)), r = neurons.Doubles(NirDecay.Gains(betas));
        return model.Reset == ResetMechanism.None
            ? new NirCubaLi { TauSyn = tauSyn, TauMem = tauMem, R = r, VLeak = neurons.Zeros, WIn = wIn }
            : new NirCubaLif
            {
                TauSyn = tauSyn,
                TauMem = tauMem,
                R = r,
                VLeak = neurons.Zeros,
                VThreshold = neurons.Singles(model.Constants[NeuronNames.Threshold]),
                VReset = neurons.Zeros,
                WIn = wIn,
            };
    }

    private static bool IsNegative(NeuronModel model) => model.Constants[NeuronNames.Threshold].Values.Any(value => value < 0);
}
