namespace SpikeML;

/// <summary>Options of delta modulation (<see cref="DeltaEncoding"/>). The defaults are those of snnTorch's <c>spikegen.delta</c>.</summary>
public sealed record DeltaEncodingOptions
{
    /// <summary>The smallest change from one step to the next that gives a spike, in the feature's unit, 0 or above; 0.1 by default.</summary>
    public double Threshold { get; init; } = 0.1;

    /// <summary>Whether the value before the first is the first itself (no spike at step 0) instead of 0; false by default.</summary>
    public bool Padding { get; init; }

    /// <summary>Whether a fall by the threshold or more gives an off-spike, -1; false by default.</summary>
    public bool OffSpike { get; init; }

    internal DeltaEncodingOptions Validated()
    {
        OptionCheck.NotNegative(Threshold, nameof(Threshold));
        return this;
    }
}
