using System.Collections.Immutable;

namespace SpikeML;

/// <summary>Events as one vector of numbers: step, neuron and value of each.</summary>
internal static class EventVectors
{
    public const int Fields = 3;

    /// <summary>Single precision holds every step and neuron up to this number.</summary>
    private const int LargestNumber = 1 << 24;

    /// <summary>
    /// A description of what is expected instead of spikes with these dimensions, or null if single precision can number their
    /// steps and neurons.
    /// </summary>
    public static string? Refusal(ImmutableArray<int> dimensions) =>
        dimensions[0] > LargestNumber || Dimensions.Product(dimensions.AsSpan()[1..]) > LargestNumber
            ? $"at most {LargestNumber} steps and neurons" : null;
}
