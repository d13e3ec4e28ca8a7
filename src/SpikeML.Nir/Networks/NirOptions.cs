using SpikeML.Torch;

namespace SpikeML.Nir;

/// <summary>Options of <c>mlContext.Model.SaveNir</c>.</summary>
public sealed record NirOptions
{
    /// <summary>
    /// The duration of a step in seconds, above 0: what the time constants in the file refer to. A tool that runs the file with
    /// another step runs another network.
    /// </summary>
    /// <value>1e-4 by default, as in snnTorch.</value>
    public double TimeStep { get; init; } = NirDefaults.TimeStep;

    /// <summary>What to do with resets that NIR cannot say.</summary>
    /// <value><see cref="NirReset.Exact"/> by default.</value>
    public NirReset Reset { get; init; }

    /// <summary>
    /// The number of steps that the network was trained with, for the metadata, at least 1; null if it should not be written.
    /// </summary>
    /// <value>Null by default.</value>
    public int? NumSteps { get; init; }

    /// <summary>The code of the network's spikes, for the metadata, or null.</summary>
    /// <value>Null by default.</value>
    public SpikeCode? Encoder { get; init; }

    /// <summary>
    /// The options of the training, whose loss and surrogate gradient are written as metadata, or null. The network itself does
    /// not hold them.
    /// </summary>
    /// <value>Null by default.</value>
    public SpikingNetworkOptions? Training { get; init; }

    internal void Validate()
    {
        OptionCheck.Require(double.IsFinite(TimeStep) && TimeStep > 0, TimeStep, nameof(TimeStep),
            "TimeStep must be a finite number of seconds above 0.");
        OptionCheck.Require(Enum.IsDefined(Reset), Reset, nameof(Reset), "Reset must be Exact or Approximate.");
        OptionCheck.Require(NumSteps is null or >= 1, NumSteps, nameof(NumSteps), "NumSteps must be null or at least 1.");
    }
}
