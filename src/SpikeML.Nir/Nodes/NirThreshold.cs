namespace SpikeML.Nir;

/// <summary>1 where the input exceeds a threshold, otherwise 0.</summary>
public sealed record NirThreshold : NirNeurons
{
    /// <summary>The thresholds.</summary>
    public required NirArray Threshold { get; init; }

    /// <inheritdoc/>
    public override string Type => "Threshold";

    internal override IEnumerable<(string Name, NirArray Values)> Arrays => [("threshold", Threshold)];
}
