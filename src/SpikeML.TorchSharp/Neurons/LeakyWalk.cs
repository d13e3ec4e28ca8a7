namespace SpikeML.Torch;

/// <summary>
/// A walk back through time: the membranes and gradients of some leaky neurons, which do not depend on the others, all
/// [numSteps][neurons].
/// </summary>
internal readonly ref struct LeakyWalk
{
    /// <summary>The membranes after each step.</summary>
    public required ReadOnlySpan<float> Membranes { get; init; }

    /// <summary>The gradients of the spikes, or empty for zeros.</summary>
    public required ReadOnlySpan<float> OfSpikes { get; init; }

    /// <summary>The gradients of the membranes, or empty for zeros.</summary>
    public ReadOnlySpan<float> OfMembranes { get; init; }

    /// <summary>The gradients of the currents, to overwrite.</summary>
    public required Span<float> OfCurrents { get; init; }

    /// <summary>The number of steps.</summary>
    public required int NumSteps { get; init; }

    /// <summary>The first neuron.</summary>
    public required int First { get; init; }

    /// <summary>The number of neurons.</summary>
    public required int Count { get; init; }
}
