using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SpikeML.Benchmarks.Codes;

/// <summary>Measures every code at every density that it reaches, in a given time.</summary>
internal static class CodeRun
{
    public static void Print(CodeRunOptions options)
    {
        Stopwatch watch = Stopwatch.StartNew();
        if (options.IsBusy)
            Clock.UseProcessorTime();
        Subject[] subjects = [.. Subjects.All(options.Filter)];
        if (subjects.Length == 0)
            throw new ArgumentException($"No code's name contains '{options.Filter}'.");
        using NumPyProcess? numPy = NumPyProcess.TryStart();
        List<RaceResult> results = [];
        List<Unreached> unreached = [];
        for (int i = 0; i < subjects.Length; i++)
        {
            // What is left of the time goes to the subjects that are left; setting up takes about a third of it.
            double left = options.Seconds - watch.Elapsed.TotalSeconds;
            double each = 0.6 * left / (subjects.Length - i) / options.Densities.Length;
            double[] missed = Measure(subjects[i], options.Densities, Math.Clamp(each, 0.2, 4), results, numPy);
            if (missed.Length > 0)
                unreached.Add(new Unreached(subjects[i].Name, subjects[i].Limit, missed));
            int measured = options.Densities.Length - missed.Length;
            Console.Error.WriteLine($"{watch.Elapsed:mm\\:ss} {subjects[i].Name}: {measured} densities");
        }
        string tables = CodeTables.Of(results, unreached, About(results.Count, watch.Elapsed));
        Console.WriteLine(tables);
        if (options.MarkdownPath is string path)
            MarkdownFile.Write(path, tables);
    }

    /// <summary>Gives the densities that could not be reached.</summary>
    private static double[] Measure(
        Subject subject, double[] densities, double seconds, List<RaceResult> results, NumPyProcess? numPy)
    {
        List<double> missed = [];
        bool isFirst = true;
        foreach (double density in densities)
        {
            if (subject.Find(density, out _) is not { } setting)
            {
                missed.Add(density);
                continue;
            }
            results.Add(Race.Run(subject.MakeTrial(setting, density, numPy), seconds, isFirst));
            isFirst = false;
        }
        return [.. missed];
    }

    private static string About(int trials, TimeSpan elapsed) => FormattableString.Invariant(
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}; ")
        + FormattableString.Invariant($"{FeatureRows.Count} features x {SeriesRows.NumSteps} steps, {trials} measurements in ")
        + FormattableString.Invariant($"{elapsed.TotalMinutes:0.0} minutes. Machine load: {Load()} runnable threads, ")
        + "including this run's own, on average over the last 15 minutes; measured in "
        + (Clock.IsBusy ? "processor time, torch's divided by the cores." : "wall-clock time.");

    /// <summary>
    /// Of a machine that is busy with other work the ratios say more than the rows a second, and those to tensors least.
    /// </summary>
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[2] : "unknown";
}
