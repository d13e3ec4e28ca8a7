namespace SpikeML.Torch;

/// <summary>The names of neurons' constants, which are those of snnTorch, in state dictionaries and model files.</summary>
internal static class NeuronNames
{
    public const string Alpha = "alpha", Beta = "beta", Threshold = "threshold", Factor = "graded_spikes_factor", Feedback = "V",
        Recurrent = "recurrent", Resistance = "R", Capacitance = "C", TimeStep = "time_step";
}
