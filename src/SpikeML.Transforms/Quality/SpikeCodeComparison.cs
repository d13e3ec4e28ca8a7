using System.Collections.Immutable;
using System.Text;

namespace SpikeML;

/// <summary>One code's line of a comparison.</summary>
/// <param name="Name">The code, such as "step-forward".</param>
/// <param name="Options">Its options, with what was found for this data.</param>
/// <param name="Metrics">How well its spikes restore the data.</param>
public sealed record SpikeCodeScore(string Name, SeriesCode Options, SpikeQualityMetrics Metrics);

/// <summary>Codes compared on the same data, the best signal-to-noise ratio first.</summary>
/// <param name="Scores">A line for each code.</param>
public sealed record SpikeCodeComparison(ImmutableArray<SpikeCodeScore> Scores)
{
    /// <summary>Equal where all lines are.</summary>
    public bool Equals(SpikeCodeComparison? other) => other is not null && Scores.AsSpan().SequenceEqual(other.Scores.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Scores.IsDefault ? 0 : Scores.Length;

    /// <summary>A table in Markdown.</summary>
    public override string ToString()
    {
        StringBuilder table = new("| code | SNR (dB) | RMSE | R² | spike density |\n|---|---|---|---|---|\n");
        foreach (SpikeCodeScore score in Scores)
        {
            SpikeQualityMetrics metrics = score.Metrics;
            table.Append("| ").Append(score.Name);
            foreach (double value in new[] { metrics.SignalToNoise, metrics.RootMeanSquaredError, metrics.RSquared,
                metrics.SpikeDensity })
                table.Append(" | ").Append(SpikeQuality.Text(value));
            table.Append(" |\n");
        }
        return table.ToString();
    }
}
