using SpikeML.Torch;

namespace SpikeML.Nir;

/// <summary>Options of <c>mlContext.Model.LoadNir</c>: how a graph runs, and which columns it adds.</summary>
public sealed record NirReading
{
    /// <summary>The duration of a time step, in seconds.</summary>
    /// <value>
    /// Null by default: that in the metadata of the graph, which <c>SaveNir</c> writes, or 0.0001, as in snnTorch and in the
    /// paper of the format. Some tools count time in steps, such as Sinabs, whose integrate-and-fire neurons have r = 1: run
    /// their graphs with 1. <see cref="NirTransformer.Reading"/> has the step that a graph runs with.
    /// </value>
    public double? TimeStep { get; init; }

    /// <summary>
    /// Whether the membranes of CubaLI and CubaLIF nodes take the synaptic current of the step before, as in Norse.
    /// </summary>
    /// <value>False by default: they take that of the same step, as in snnTorch, Lava and Rockpool.</value>
    public bool DelayedSynapses { get; init; }

    /// <summary>How the score of an output neuron is computed.</summary>
    /// <value>
    /// Null by default: as in the metadata of the graph, which <c>SaveNir</c> writes; without it, by the number of spikes if the
    /// output neurons fire, otherwise by the mean of what they put out.
    /// </value>
    public SpikingScore? Score { get; init; }

    /// <summary>The column of what the graph puts out at each step, [numSteps, ...shape of Output]; null for none.</summary>
    /// <value>"OutputSpikes" by default.</value>
    public string? OutputSpikesColumnName { get; init; } = "OutputSpikes";

    /// <summary>
    /// The column of the membranes of the output neurons after each step, [numSteps, ...shape of Output]; null for none. Where no
    /// neurons are connected to Output, it has what the graph puts out.
    /// </summary>
    /// <value>Null by default.</value>
    public string? OutputMembraneColumnName { get; init; }

    /// <summary>The column of the scores; null for none.</summary>
    /// <value>"Score" by default.</value>
    public string? ScoreColumnName { get; init; } = "Score";

    /// <summary>The column of the predicted class, a key; null for none. Graphs with one output value have no classes.</summary>
    /// <value>"PredictedLabel" by default.</value>
    public string? PredictedLabelColumnName { get; init; } = "PredictedLabel";

    /// <summary>The names of the classes, which become the key values of the predicted class.</summary>
    /// <value>
    /// Empty by default: those in the metadata of the graph, which <c>SaveNir</c> writes, if there is one for each output;
    /// otherwise none.
    /// </value>
    public IReadOnlyList<string> ClassNames { get; init => field = OptionList.Copy(value); } = [];

    /// <summary>Further columns: what nodes of the graph put out at each step, or their membranes.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<NirRecording> Recordings { get; init => field = OptionList.Copy(value); } = [];

    /// <summary>The step that is used, once the graph's metadata has been asked.</summary>
    internal double Step => TimeStep ?? NirDefaults.TimeStep;
}
