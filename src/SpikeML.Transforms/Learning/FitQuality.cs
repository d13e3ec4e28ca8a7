using System.Numerics;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Warns if even the best options preserve almost nothing of the data.</summary>
internal static class FitQuality
{
    /// <summary>Decoding only zeros has 0 dB. At this value, half of the signal's power is lost.</summary>
    private const double LeastDecibels = 3;

    /// <summary>Rows that are looked at, and their values where rows are long: a first impression is enough.</summary>
    private const int MostRows = 64, MostValues = 1 << 17;

    /// <summary>Warns in <c>mlContext.Log</c> if the decoded series are far from the sample.</summary>
    public static void Warn<T>(IHost host, SeriesCode code, string columnName, SeriesSample<T> sample, int numSteps,
        Action checkAlive)
        where T : unmanaged, INumber<T>
    {
        SeriesTrial trial = new(code);
        T[] series = new T[sample.RowLength];
        int rows = Math.Clamp(MostValues / sample.RowLength, 1, MostRows);
        for (int row = 0; row < Math.Min(sample.RowCount, rows); row++)
        {
            checkAlive();
            sample.CopyRow(row, series);
            trial.AddErrors<T>(series, numSteps);
        }
        checkAlive();
        double decibels = trial.Quality.Metrics().SignalToNoise;
        if (!(decibels < LeastDecibels))
            return;
        using IChannel channel = host.Start("Spikes");
        channel.Warning(FormattableString.Invariant(
            $"Column '{columnName}': of all options that Fit tried for {code.Entry.Name} coding, the best restores the series ")
            + FormattableString.Invariant($"with a signal-to-noise ratio of {decibels:0.###} dB, so its spikes preserve almost ")
            + "nothing of it. Scale the column first with mlContext.Transforms.Spikes.Scale, or try another code: "
            + "mlContext.SpikeQuality.Compare measures them on your data.");
    }
}
