namespace SpikeML.Nir;

/// <summary>The keys of the metadata that say what NIR itself cannot.</summary>
internal static class NirKeys
{
    // Of the graph.
    public const string TimeStep = "dt", InputShape = "input_shape", SpikeColumn = "spike_column", Task = "task", Score = "score",
        OutputsPerClass = "outputs_per_class", LabelMean = "label_mean", LabelScale = "label_scale", Classes = "classes",
        VariesOverTime = "varies_over_time", NumSteps = "num_steps", Encoder = "encoder", Loss = "loss", Surrogate = "surrogate",
        OutputSpikes = "output_spikes_column", OutputMembrane = "output_membrane_column";

    // Of neurons.
    public const string Kind = "neurons", Constants = "constants", Reset = "reset", ResetDelay = "reset_delay",
        Spikes = "spikes_column", Membrane = "membrane_column";
}
