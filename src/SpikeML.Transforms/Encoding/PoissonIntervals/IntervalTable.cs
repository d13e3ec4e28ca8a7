using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// The distribution functions of the intervals of 16 neurons side by side: for a draw below entry k, the interval is at most k.
/// </summary>
/// <remarks>
/// An entry is round(P(Poisson number &lt;= k) 2^32), at most 2^32 - 1. The probabilities follow from one another: P(k) = P(k -
/// 1) mean / k. Changing anything here changes the spikes of every saved model.
/// </remarks>
internal ref struct IntervalTable(Span<uint> memory)
{
    public const int Lanes = SpikeDraws.Lanes;

    /// <summary>Smaller probabilities are treated as 0.</summary>
    public const double Least = 1e-290;

    private readonly Span<uint> _entries = memory;
    private int _skipped, _rows;

    /// <summary>Longer intervals have a probability below 2^-33.</summary>
    public static int Longest(double mean, int numSteps) => (int)Math.Min(mean + 7 * Math.Sqrt(mean) + 20, numSteps);

    /// <summary>Tabulates the intervals from 1 to <paramref name="longest"/> for these means.</summary>
    public void Fill(scoped ReadOnlySpan<double> means, int longest)
    {
        Vector512<double> low = Vector512.Create(means), high = Vector512.Create(means[Vector512<double>.Count..]);
        Vector512<double> unscaled = Vector512.Create(ScaledIntervals.SmallestMean);
        if (Vector512.LessThanAll(low, unscaled) && Vector512.LessThanAll(high, unscaled))
            FillUnscaled(low, high, longest);
        else
            FillScaled(low, high, longest);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private void FillUnscaled(Vector512<double> lowMeans, Vector512<double> highMeans, int longest)
    {
        Vector512<double> low = SingleExponential.Of(-lowMeans), high = SingleExponential.Of(-highMeans);
        Vector512<double> lowSums = low, highSums = high;
        int rows = 0;
        for (int interval = 1; interval <= longest; interval++)
        {
            double reciprocal = 1.0 / interval;
            // The minimum keeps probabilities from becoming subnormal, which is slow on some processors.
            low = Vector512.MaxNative(low * (lowMeans * reciprocal), Vector512.Create(Least));
            high = Vector512.MaxNative(high * (highMeans * reciprocal), Vector512.Create(Least));
            lowSums += low;
            highSums += high;
            rows = Add(lowSums, highSums, rows);
        }
        (_rows, _skipped) = (rows, longest - rows);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private void FillScaled(Vector512<double> lowMeans, Vector512<double> highMeans, int longest)
    {
        ScaledIntervals low = new(lowMeans), high = new(highMeans);
        int rows = 0;
        for (int interval = 1; interval <= longest; interval++)
            rows = Add(low.Next(1.0 / interval), high.Next(1.0 / interval), rows);
        (_rows, _skipped) = (rows, longest - rows);
    }

    /// <summary>Writes the next row of entries, unless it is one of the first rows, which are all 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int Add(Vector512<double> lowSums, Vector512<double> highSums, int rows)
    {
        Vector512<uint> entries = LaneNarrowing.Narrow(Entries(lowSums), Entries(highSums));
        entries.CopyTo(_entries[(rows * Lanes)..]);
        return rows > 0 || entries != Vector512<uint>.Zero ? rows + 1 : 0;
    }

    /// <summary>Adding 2^52 rounds to a whole number, which is in the low half of the bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Entries(Vector512<double> sums) =>
        (Vector512.MinNative(sums * 4294967296.0, Vector512.Create(4294967295.0)) + Vector512.Create((double)(1L << 52)))
            .AsUInt64();

    /// <summary>The intervals for these draws; one more than the longest tabulated interval stands for all longer ones.</summary>
    /// <param name="draws">A draw for each neuron.</param>
    /// <param name="wanted">All ones for each neuron whose interval is needed.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public readonly Vector512<int> Find(Vector512<uint> draws, Vector512<int> wanted)
    {
        Vector512<int> intervals = Vector512.Create(_skipped + 1), longer = wanted;
        // The largest draw counts as the one below it, so certain events always happen.
        draws = Vector512.Min(draws, Vector512.Create(uint.MaxValue - 1));
        ref readonly uint entry = ref MemoryMarshal.GetReference(_entries);
        for (nuint row = 0; row < (nuint)_rows; row++)
        {
            longer &= Vector512.GreaterThanOrEqual(draws, Vector512.LoadUnsafe(in entry, row * Lanes)).AsInt32();
            if (longer == Vector512<int>.Zero)
                break;
            intervals -= longer;
        }
        return intervals;
    }
}
