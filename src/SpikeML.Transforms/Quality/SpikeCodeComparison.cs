using System.Collections.Immutable;
using System.Text;

namespace SpikeML;

/// <summary>One line of a comparison of codes.</summary>
/// <param name="Name">The name of the code, such as "step-forward".</param>
/// <param name="Options">Its options, with those that were fitted to this data.</param>
/// <param name="Metrics">How well its decoded spikes restore the data.</param>
public sealed record SpikeCodeScore(string Name, SeriesCode Options, SpikeQualityMetrics Metrics);

/// <summary>A comparison of codes on the same data, ordered by signal-to-noise ratio, the best first.</summary>
/// <param name="Scores">One line per code.</param>
public sealed record SpikeCodeComparison(ImmutableArray<SpikeCodeScore> Scores)
{
    /// <summary>Two comparisons are equal if all their lines are equal.</summary>
    public bool Equals(SpikeCodeComparison? other) => other is not null && Scores.AsSpan().SequenceEqual(other.Scores.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Scores.IsDefault ? 0 : Scores.Length;

    /// <summary>The comparison as a Markdown table.</summary>
    public override string ToString() => Table(Scores.Select(score => (score.Name, score.Metrics)));

    internal static string Table(IEnumerable<(string Name, SpikeQualityMetrics Metrics)> scores)
    {
        StringBuilder table = new("| code | SNR (dB) | RMSE | R² | spike density |\n|---|---|---|---|---|\n");
        foreach ((string name, SpikeQualityMetrics metrics) in scores)
        {
            table.Append("| ").Append(name);
            foreach (double value in new[] { metrics.SignalToNoise, metrics.RootMeanSquaredError, metrics.RSquared,
                metrics.SpikeDensity })
                table.Append(" | ").Append(SpikeQuality.Text(value));
            table.Append(" |\n");
        }
        return table.ToString();
    }
}
