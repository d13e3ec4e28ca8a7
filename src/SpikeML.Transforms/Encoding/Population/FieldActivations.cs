using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The activations of the Gaussian fields of all features of a row, eight fields at a time.</summary>
internal static class FieldActivations
{
    private const int Lanes = 8;

    /// <summary>The room for the activations of that many features, including what is written beyond the last.</summary>
    public static int Room(int features, int fields) => checked(features * fields + Lanes);

    /// <summary>Computes the activations, feature by feature; activations below 2^-32 are 0.</summary>
    /// <param name="features">Finite values.</param>
    /// <param name="ranges">The range of each feature, or one range for all.</param>
    /// <param name="options">The number of fields and their width.</param>
    /// <param name="memory">Receives the activations; it must have <see cref="Room"/> values.</param>
    public static ReadOnlySpan<float> Of(
        in ColumnValues features, ReadOnlySpan<ValueRange> ranges, PopulationRateEncodingOptions options, Span<float> memory) =>
        features.AreDoubles ? Of(features.Doubles, ranges, options, memory) : Of(features.Singles, ranges, options, memory);

    [MethodImpl(KernelCompilation.AtOnce)]
    private static ReadOnlySpan<float> Of<T>(
        ReadOnlySpan<T> features, ReadOnlySpan<ValueRange> ranges, PopulationRateEncodingOptions options, Span<float> memory)
        where T : unmanaged
    {
        int count = options.NumFields;
        GaussianFields fields = default;
        for (int slot = 0; slot < features.Length; slot++)
        {
            if (slot < ranges.Length)
                fields = new GaussianFields(count, options.WidthFactor, ranges[slot].Lowest, ranges[slot].Highest);
            // The next feature overwrites what is written beyond a feature's last field.
            for (int field = 0; field < count; field += Lanes)
                LaneNarrowing.Narrow(fields.Activations(ValueLanes.Wide(features[slot]), field), Vector512<double>.Zero)
                    .GetLower().CopyTo(memory[(slot * count + field)..]);
        }
        return memory[..(features.Length * count)];
    }
}
