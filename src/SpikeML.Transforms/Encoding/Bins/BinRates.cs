using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The rates of the bins of all features of a row, eight bins at a time.</summary>
internal static class BinRates
{
    private const int Lanes = 8;

    /// <summary>An exponent that the exponential still accepts and below which a response is negligible.</summary>
    private const double LowestExponent = -700;

    /// <summary>The room for the rates of that many features, including what is written beyond the last.</summary>
    public static int Room(int features, int bins) => checked(features * bins + Lanes);

    /// <summary>Computes the rates, feature by feature.</summary>
    /// <param name="features">Finite values; values outside their range are clamped to it.</param>
    /// <param name="ranges">The range of each feature, or one range for all.</param>
    /// <param name="options">The number of bins, their width and their total rate.</param>
    /// <param name="memory">Receives the rates; it must have <see cref="Room"/> values.</param>
    public static ReadOnlySpan<float> Of(
        in ColumnValues features, ReadOnlySpan<ValueRange> ranges, BinEncodingOptions options, Span<float> memory) =>
        features.AreDoubles ? Of(features.Doubles, ranges, options, memory) : Of(features.Singles, ranges, options, memory);

    [MethodImpl(KernelCompilation.AtOnce)]
    private static ReadOnlySpan<float> Of<T>(
        ReadOnlySpan<T> features, ReadOnlySpan<ValueRange> ranges, BinEncodingOptions options, Span<float> memory)
        where T : unmanaged
    {
        int bins = options.NumFields;
        for (int slot = 0; slot < features.Length; slot++)
        {
            // The next feature overwrites what is written beyond a feature's last bin.
            Span<float> responses = memory[(slot * bins)..];
            double share = Share(ValueLanes.Wide(features[slot]), ranges[ranges.Length == 1 ? 0 : slot]);
            double sum = Respond(share, responses, options);
            foreach (ref float rate in responses[..bins])
                rate = (float)(rate / sum * options.MaxRate);
        }
        return memory[..(features.Length * bins)];
    }

    private static double Share(double feature, ValueRange range)
    {
        double width = range.Highest - range.Lowest;
        return width > 0 ? Math.Clamp((feature - range.Lowest) / width, 0, 1) : 0.5;
    }

    /// <summary>Writes the responses and returns their sum.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static double Respond(double share, Span<float> responses, BinEncodingOptions options)
    {
        double last = options.NumFields - 1, sum = 0;
        // Width * Width may underflow to 0, and so may its numerator; a narrow bin still responds on its own.
        double steepness = Math.Min(1 / (2 * options.Width * options.Width), double.MaxValue);
        // The nearest bin's response is taken as 1, so narrow bins cannot all underflow.
        double nearest = Math.Round(share * last) / last - share;
        for (int bin = 0; bin < options.NumFields; bin += Lanes)
        {
            Vector512<double> bins = SpikeML.Lanes.DoubleIndices + Vector512.Create((double)bin);
            Vector512<double> offsets = bins / Vector512.Create(last) - Vector512.Create(share);
            Vector512<double> exponents = (Vector512.Create(nearest * nearest) - offsets * offsets) * steepness;
            Vector512<double> bounded = Vector512.Min(Vector512.Max(exponents, Vector512.Create(LowestExponent)),
                Vector512<double>.Zero);
            LaneNarrowing.Narrow(SingleExponential.Of(bounded), Vector512<double>.Zero).GetLower().CopyTo(responses[bin..]);
        }
        foreach (float response in responses[..options.NumFields])
            sum += response;
        return sum;
    }
}
