using System.Runtime.InteropServices;

namespace SpikeML;

/// <summary>Checks of the arguments of kernels of codes of series.</summary>
internal static class SeriesCheck
{
    /// <summary>Checks the arguments of encoding: complete steps, room for the spikes, and no overlap.</summary>
    public static void Encoding<T>(ReadOnlySpan<T> series, ReadOnlySpan<float> spikes, int neuronCount, int channels = 1)
        where T : unmanaged
    {
        Steps(series.Length, neuronCount, nameof(series));
        if (spikes.Length != (long)series.Length * channels)
            throw new ArgumentException($"A series of {Counted.Of(series.Length, "value")} needs room for "
                + $"{Counted.Of((long)series.Length * channels, "spike")}, got {spikes.Length}.",
                nameof(spikes));
        if (MemoryMarshal.AsBytes(series).Overlaps(MemoryMarshal.AsBytes(spikes)))
            throw new ArgumentException("Spikes and series must not share memory.", nameof(spikes));
    }

    /// <summary>Checks the arguments of decoding: complete steps, one first value per neuron, and no overlap.</summary>
    public static void Decoding(
        ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, ReadOnlySpan<float> series, int neuronCount, int channels = 1)
    {
        Steps(series.Length, neuronCount, nameof(series));
        if (spikes.Length != (long)series.Length * channels)
            throw new ArgumentException(
                $"Decoding {Counted.Of(series.Length, "value")} needs {Counted.Of((long)series.Length * channels, "spike")}, "
                    + $"got {spikes.Length}.",
                nameof(spikes));
        if (first.Length != neuronCount)
            throw new ArgumentException(
                $"Decoding {Counted.Of(neuronCount, "neuron")} needs as many first values, got {first.Length}.", nameof(first));
        if (series.Overlaps(spikes))
            throw new ArgumentException("Series and spikes must not share memory.", nameof(series));
    }

    /// <summary>
    /// Checks some values of a series; the error names the first value of the entire series that is not finite.
    /// </summary>
    public static void Finite<T>(ReadOnlySpan<T> values, ReadOnlySpan<T> series)
        where T : unmanaged
    {
        if (!FeatureCheck.AreFinite(values))
            FeatureCheck.AllFinite(series);
    }

    private static void Steps(int length, int neuronCount, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(neuronCount);
        if (length % neuronCount != 0)
            throw new ArgumentException(
                $"{Counted.Of(length, "value")} cannot be divided into steps of {Counted.Of(neuronCount, "neuron")}.", parameter);
    }

    /// <summary>The value of an option that an estimator can fit but a kernel cannot.</summary>
    public static T Given<T>(T? value, string option)
        where T : struct =>
        value ?? throw new ArgumentException(
            $"{option} is null: set {option}, or take the options from a fitted encoder's Codes.", option);
}
