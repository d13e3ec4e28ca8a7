using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SpikeML.Benchmarks.Codes;

/// <summary>Measures every code at every density that it reaches, in a given time.</summary>
internal static class CodeRun
{
    public static void Print(CodeRunOptions options)
    {
        Stopwatch watch = Stopwatch.StartNew();
        Subject[] subjects = [.. Subjects.All(options.Filter)];
        if (subjects.Length == 0)
            throw new ArgumentException($"No code's name contains '{options.Filter}'.");
        List<RaceResult> results = [];
        List<(string Name, string Limit, double[] Densities)> unreached = [];
        for (int i = 0; i < subjects.Length; i++)
        {
            // What is left of the time goes to the subjects that are left; setting up takes about a third of it.
            double left = options.Seconds - watch.Elapsed.TotalSeconds;
            double each = 0.6 * left / (subjects.Length - i) / options.Densities.Length;
            double[] missed = Measure(subjects[i], options.Densities, Math.Clamp(each, 0.2, 4), results);
            if (missed.Length > 0)
                unreached.Add((subjects[i].Name, subjects[i].Limit, missed));
            Console.Error.WriteLine($"{watch.Elapsed:mm\\:ss} {subjects[i].Name}: {options.Densities.Length - missed.Length} densities");
        }
        string tables = CodeTables.Of(results, unreached, About(results.Count, watch.Elapsed));
        Console.WriteLine(tables);
        if (options.MarkdownPath is string path)
            MarkdownFile.Write(path, tables);
    }

    /// <summary>Gives the densities that could not be reached.</summary>
    private static double[] Measure(Subject subject, double[] densities, double seconds, List<RaceResult> results)
    {
        List<double> missed = [];
        foreach (double density in densities)
        {
            if (subject.Find(density, out _) is not { } setting)
            {
                missed.Add(density);
                continue;
            }
            results.Add(Race.Run(subject.MakeTrial(setting, density), seconds));
        }
        return [.. missed];
    }

    private static string About(int trials, TimeSpan elapsed) => FormattableString.Invariant(
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}; ")
        + FormattableString.Invariant($"{FeatureRows.Count} features x {SeriesRows.NumSteps} steps, {trials} measurements in {elapsed.TotalMinutes:0.0} minutes.");
}
