using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpikeML.SnnTorchComparison;

/// <summary>Summarizes the comparison: a table of the runs, and one of the libraries.</summary>
internal static class Summary
{
    /// <summary>A class with a lower recall is hardly ever predicted: its output neuron has fallen silent.</summary>
    private const double LeastRecall = 0.05;

    private const string SpikeML = "SpikeML";

    /// <param name="lines">A line of JSON for each run.</param>
    /// <param name="writer">Where to write.</param>
    public static void Write(IEnumerable<string> lines, TextWriter writer)
    {
        List<Run> runs = [.. lines.Select(line => JsonSerializer.Deserialize<Run>(line)!)];
        writer.WriteLine($"{"library",-58} {"threads",7} {"seed",4} {"accuracy",9} {"silent classes",14} {"last loss",9}");
        foreach (Run run in runs)
            writer.WriteLine(Invariant($"{run.Name,-58} {run.Threads,7} {run.Seed,4} {run.Accuracy,9:P2} ")
                + Invariant($"{run.SilentClasses,14} {run.Losses[^1],9:F4}"));
        writer.WriteLine();
        writer.WriteLine("Seconds per epoch without the first one, medians, by the clock and of the processor:");
        writer.WriteLine($"{"library",-58} {"threads",7} {"runs",4} {"clock",9} {"processor",9} {"SpikeML / it",15}   accuracy");
        foreach (var group in runs.GroupBy(run => (run.Threads, run.Name)).OrderBy(group => group.Key.Threads))
        {
            writer.WriteLine(Invariant($"{group.Key.Name,-58} {group.Key.Threads,7} {group.Count(),4} ")
                + Invariant($"{Median(group.Select(run => run.EpochSeconds)),9:F2} ")
                + Invariant($"{Median(group.Select(run => run.EpochProcessorSeconds)),9:F2} ")
                + $"{Ratios(runs, [.. group]),15}   {Spread([.. group.Select(run => run.Accuracy)])}");
        }
    }

    /// <summary>SpikeML's time over a library's, by the clock and of the processor, as medians over equal seeds.</summary>
    private static string Ratios(List<Run> runs, IReadOnlyList<Run> theirs)
    {
        List<(Run Ours, Run Theirs)> pairs = [.. theirs.SelectMany(run => runs
            .Where(ours => ours.Library == SpikeML && (ours.Threads, ours.Seed) == (run.Threads, run.Seed))
            .Select(ours => (ours, run)))];
        return theirs[0].Library == SpikeML || pairs.Count == 0 ? "" : Invariant(
            $"{Median(pairs.Select(pair => pair.Ours.EpochSeconds / pair.Theirs.EpochSeconds)):F2}, {Median(
                pairs.Select(pair => pair.Ours.EpochProcessorSeconds / pair.Theirs.EpochProcessorSeconds)):F2}");
    }

    private static string Spread(IReadOnlyList<double> values)
    {
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, values.Count - 1));
        return Invariant($"{mean:P2}") + (values.Count > 1 ? Invariant($" +- {100 * deviation:F2}") : "");
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A line of JSON.</summary>
    private sealed record Run
    {
        [JsonPropertyName("library")]
        public required string Library { get; init; }

        /// <summary>The version of torch, if the library does not name it.</summary>
        [JsonPropertyName("torch")]
        public string? Torch { get; init; }

        /// <summary>How OpenMP's threads wait, if not as they do by default.</summary>
        [JsonPropertyName("openmp")]
        public string? OpenMp { get; init; }

        [JsonPropertyName("threads")]
        public required int Threads { get; init; }

        [JsonPropertyName("seed")]
        public required int Seed { get; init; }

        [JsonPropertyName("accuracy")]
        public required double Accuracy { get; init; }

        [JsonPropertyName("recall")]
        public required double[] Recall { get; init; }

        [JsonPropertyName("losses")]
        public required double[] Losses { get; init; }

        [JsonPropertyName("seconds")]
        public required double[] Seconds { get; init; }

        [JsonPropertyName("processor_seconds")]
        public required double[] ProcessorSeconds { get; init; }

        public string Name => Library + (Torch is null ? "" : $", torch {Torch}") + (OpenMp is null ? "" : $", OpenMP {OpenMp}");

        public int SilentClasses => Recall.Count(recall => recall < LeastRecall);

        /// <summary>The median without the first epoch, unless it is the only one.</summary>
        public double EpochSeconds => Median(Later(Seconds));

        public double EpochProcessorSeconds => Median(Later(ProcessorSeconds));

        private static double[] Later(double[] epochs) => epochs.Length > 1 ? epochs[1..] : epochs;
    }
}
