using SpikeML.Torch;

namespace SpikeML.Onnx.Tests.Networks;

/// <summary>Every neuron of the trainers, with every reset and option; constants for four neurons or channels.</summary>
internal static class NeuronCases
{
    private static readonly float[] Betas = [0.5f, 0.7f, 0.8f, 0.9f], Thresholds = [0.2f, 0.3f, 0.25f, 0.4f];

    private static readonly FiringOptions AtOnce = new() { ResetDelay = false }, Inhibited = new() { Inhibition = true },
        Graded = new() { GradedSpikesFactor = 0.6 }, GradedEach = new() { GradedSpikesFactor = new[] { 0.5f, 2, -1, 0.2f } },
        Everything = new()
        {
            Inhibition = true,
            ResetDelay = false,
            GradedSpikesFactor = 0.5,
        }, Quantised = new() { StateQuantization = StateQuantization.Uniform(5, 0.8) };

    /// <summary>The models by name; null for the leaky neurons of a layer without a model.</summary>
    public static IReadOnlyDictionary<string, NeuronModel?> All { get; } = new Dictionary<string, NeuronModel?>
    {
        ["leaky"] = null,
        ["leaky, zero"] = NeuronModel.Leaky(0.8, 0.5, reset: ResetMechanism.Zero),
        ["leaky, none"] = NeuronModel.Leaky(0.8, 0.5, reset: ResetMechanism.None),
        ["leaky, one each"] = NeuronModel.Leaky(Betas, Thresholds),
        ["leaky, inhibition"] = NeuronModel.Leaky(0.8, 0.2, firing: Inhibited),
        ["leaky, graded"] = NeuronModel.Leaky(0.8, 0.2, firing: Graded),
        ["leaky, graded one each"] = NeuronModel.Leaky(0.8, 0.2, firing: GradedEach),
        ["leaky, at once"] = NeuronModel.Leaky(0.8, 0.2, firing: AtOnce),
        ["leaky, zero at once"] = NeuronModel.Leaky(0.8, 0.2, reset: ResetMechanism.Zero, firing: AtOnce),
        ["leaky, everything"] = NeuronModel.Leaky(Betas, Thresholds, firing: Everything),
        ["synaptic"] = NeuronModel.Synaptic(0.6, Betas, 0.4),
        ["synaptic, zero"] = NeuronModel.Synaptic(0.6, 0.7, 0.4, reset: ResetMechanism.Zero),
        ["synaptic, none"] = NeuronModel.Synaptic(0.6, 0.7, 0.6, reset: ResetMechanism.None),
        ["alpha"] = NeuronModel.Alpha(0.9, 0.7, 0.05),
        ["alpha, subtract"] = NeuronModel.Alpha(0.95, Betas, 0.05, reset: ResetMechanism.Subtract),
        ["alpha, none"] = NeuronModel.Alpha(0.9, 0.7, 0.05, reset: ResetMechanism.None),
        ["Lapicque"] = NeuronModel.Lapicque(0.6, threshold: 0.1),
        ["Lapicque's circuit, zero"] = NeuronModel.LapicqueCircuit(2, 1.5, 0.5, Thresholds, reset: ResetMechanism.Zero),
        ["leaky, quantised"] = NeuronModel.Leaky(0.8, 0.5, firing: Quantised),
        ["synaptic, quantised"] = NeuronModel.Synaptic(0.6, Betas, 0.4, firing: Quantised),
        ["alpha, quantised"] = NeuronModel.Alpha(0.95, 0.5, 0.1, firing: Quantised),
        ["recurrent leaky, quantised"] = NeuronModel.RLeaky(0.8, threshold: 0.3, firing: Quantised),
        ["recurrent leaky"] = NeuronModel.RLeaky(0.8, threshold: 0.3),
        ["recurrent leaky, one to one"] = NeuronModel.RLeaky(0.8, new[] { 0.3f, -0.3f, 0.1f, -0.6f }, 0.3),
        ["recurrent leaky, zero, graded"] = NeuronModel.RLeaky(0.8, -0.2, 0.3, reset: ResetMechanism.Zero, firing: Graded),
        ["recurrent synaptic"] = NeuronModel.RSynaptic(0.5, 0.8, threshold: 0.4),
        ["recurrent synaptic, one to one"] = NeuronModel.RSynaptic(0.5, 0.8, 0.2, 0.4, reset: ResetMechanism.Zero),
    };
}
