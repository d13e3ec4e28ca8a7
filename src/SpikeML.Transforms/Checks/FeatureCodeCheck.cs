using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace SpikeML;

/// <summary>Checks of the arguments of kernels of codes of single features.</summary>
internal static class FeatureCodeCheck
{
    /// <summary>
    /// Checks that there is room for <paramref name="perFeature"/> values per feature that does not overlap the features.
    /// </summary>
    public static void Room<T>(ReadOnlySpan<T> features, ReadOnlySpan<float> spikes, long perFeature)
        where T : unmanaged
    {
        if (spikes.Length != features.Length * perFeature)
            throw new ArgumentException(
                $"The spikes of {Counted.Of(features.Length, "feature")} need room for {features.Length * perFeature} values, "
                    + $"{perFeature} for each feature; got {spikes.Length}.", nameof(spikes));
        if (MemoryMarshal.AsBytes(features).Overlaps(MemoryMarshal.AsBytes(spikes)))
            throw new ArgumentException("Spikes and features must not share memory.", nameof(spikes));
    }

    /// <summary>
    /// Checks the input of decoding: <paramref name="perFeature"/> finite spikes per feature that do not overlap the features.
    /// </summary>
    public static void Decoding(ReadOnlySpan<float> features, ReadOnlySpan<float> spikes, long perFeature)
    {
        Room(features, spikes, perFeature);
        FeatureCheck.AllFinite(spikes);
    }

    /// <summary>Throws if features are multiplied by 0 and therefore cannot be decoded.</summary>
    public static void Invertible(double gain, string option)
    {
        if (gain == 0)
            throw new ArgumentException(
                $"With {option} = 0, all features give the same spikes, so they cannot be decoded.", option);
    }

    /// <summary>The seed of a kernel, which has no other source of randomness.</summary>
    public static int Seed(int? seed) =>
        seed ?? throw new ArgumentException("Set options.Seed: this method has no other source of randomness.",
            nameof(seed));

    /// <summary>Throws for the first feature that is not finite or below 0.</summary>
    public static void AllNotNegative(ReadOnlySpan<float> features)
    {
        FeatureCheck.AllFinite(features);
        if (features.IsEmpty || TensorPrimitives.Min(features) >= 0)
            return;
        for (int slot = 0; slot < features.Length; slot++)
        {
            if (features[slot] < 0)
                throw new InvalidFeatureException(slot, features[slot],
                    "Rates cannot be negative: scale the column to [0, 1] first with mlContext.Transforms.Spikes.Scale.");
        }
    }
}
