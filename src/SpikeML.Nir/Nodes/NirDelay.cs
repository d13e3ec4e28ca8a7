namespace SpikeML.Nir;

/// <summary>The inputs, later.</summary>
public sealed record NirDelay : NirNeurons
{
    /// <summary>The delays, in seconds.</summary>
    public required NirArray Delay { get; init; }

    /// <inheritdoc/>
    public override string Type => "Delay";

    internal override IEnumerable<(string Name, NirArray Values)> Arrays => [("delay", Delay)];
}
