namespace SpikeML;

/// <summary>Options of latency-coded targets (<see cref="LatencyTargetEncoding"/>). The defaults are those of snnTorch's <c>targets_latency</c>.</summary>
public sealed record LatencyTargetEncodingOptions
{
    /// <summary>The number of classes, as in <see cref="RateTargetEncodingOptions.NumClasses"/>; null by default.</summary>
    public int? NumClasses { get; init; }

    /// <summary>How the one-hot label is encoded: the correct class is a feature of 1, every other one of 0.</summary>
    public LatencyEncodingOptions Latency { get; init; } = new();

    internal LatencyTargetEncodingOptions Validated()
    {
        OptionCheck.AtLeast(1, NumClasses ?? 1, nameof(NumClasses));
        OptionCheck.Require(Latency is not null, Latency, nameof(Latency), "Latency must be given.");
        Latency!.Validated();
        return this;
    }

    /// <summary>With the number of steps, which for one-hot labels depends on no data.</summary>
    internal LatencyTargetEncodingOptions Resolved() => Latency.NumSteps is null
        ? this with { Latency = new LearnedLatency(LatencyTargetEncoding.LargestTime(Latency)).Resolve(Latency) }
        : this;
}
