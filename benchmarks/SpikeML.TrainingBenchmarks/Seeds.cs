using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Torch;

namespace SpikeML.TrainingBenchmarks;

/// <summary>Trains on each task in each code from many seeds, and says how many were stuck.</summary>
internal static class Seeds
{
    private const int NumSteps = 20, TrainRows = 800, TestRows = 1000;

    private static readonly (string Name, Func<MLContext, int, IEstimator<ITransformer>> Make)[] Codes =
    [
        ("rate", (context, seed) => context.Transforms.Spikes.EncodeRate("Spikes", "Features",
            new() { NumSteps = NumSteps, Seed = seed })),
        ("latency", (context, _) => context.Transforms.Spikes.EncodeLatency("Spikes", "Features",
            new() { NumSteps = NumSteps, Normalize = true, Linear = true })),
        ("fields", (context, _) => context.Transforms.Spikes.EncodeReceptiveFields("Spikes", "Features",
            new() { NumSteps = NumSteps })),
    ];

    /// <summary>Prints a line a task and code: seeds, stuck seeds, and the worst, median and best result.</summary>
    public static void Run(string tasks, string codes, int first, int last, SpikingNetworkOptions options)
    {
        Console.WriteLine("| task, code | seeds | stuck | worst | median | best | passes from | warned |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (LearningTask task in LearningTask.All.Where(task => IsChosen(tasks, task.Name)))
        {
            for (int code = 0; code < Codes.Length; code++)
            {
                if (IsChosen(codes, Codes[code].Name))
                    Console.WriteLine(Line(task, code, [.. Enumerable.Range(first, last - first + 1)], options));
            }
        }
    }

    private static bool IsChosen(string list, string name) => list == "all" || list.Split(',').Contains(name);

    private static string Line(LearningTask task, int code, int[] seeds, SpikingNetworkOptions options)
    {
        (double Score, double Chance, bool Warned)[] results = [.. seeds.Select(seed => Train(task, code, seed, options))];
        double[] scores = [.. results.Select(result => result.Score).Order()];
        double median = task.Median.Length > code ? task.Median[code] : scores[scores.Length / 2];
        double[] passes = [.. results.Select(result => result.Chance + (median - result.Chance) / 2)];
        int[] stuck = [.. seeds.Where((_, i) => results[i].Score < passes[i])];
        return string.Create(CultureInfo.InvariantCulture, $"| {task.Name}, {Codes[code].Name} | {seeds[0]} to {seeds[^1]} "
            + $"| {stuck.Length}{(stuck.Length > 0 ? $" ({string.Join(", ", stuck)})" : "")} | {scores[0]:F3} "
            + $"| {scores[scores.Length / 2]:F3} | {scores[^1]:F3} | {passes.Max():F3} "
            + $"| {results.Count(result => result.Warned)} |");
    }

    /// <summary>Rows, spikes and weights are drawn from one seed; the rows that are judged on are drawn apart.</summary>
    private static (double Score, double Chance, bool Warned) Train(LearningTask task, int code, int seed,
        SpikingNetworkOptions options)
    {
        MLContext context = new(seed);
        bool warned = false;
        context.Log += (_, entry) => warned |= entry.RawMessage.Contains("not learned", StringComparison.Ordinal)
            || entry.RawMessage.Contains("explains little", StringComparison.Ordinal)
            || entry.RawMessage.Contains("of its neurons fire equally", StringComparison.Ordinal);
        IDataView train = task.Rows(context, TrainRows, seed), test = task.Rows(context, TestRows, seed + 100_000);
        TransformerChain<SpikingNetworkTransformer> model = Codes[code].Make(context, seed)
            .Append(task.Trainer(context, options)).Fit(train);
        double score = task.Evaluate(context, model.Transform(test)), chance = task.Chance(test);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{task.Name} {Codes[code].Name} {seed} {score:F4} {chance:F4}{(warned ? " warned" : "")}"));
        return (score, chance, warned);
    }
}
