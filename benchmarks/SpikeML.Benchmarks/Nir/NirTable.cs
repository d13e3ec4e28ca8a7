using SpikeML.Benchmarks.Codes;

namespace SpikeML.Benchmarks.Nir;

/// <summary>
/// Rows a second of the transformer that runs graphs of NIR, and how many times as fast it is as snnTorch on the same graph.
/// </summary>
internal static class NirTable
{
    private const int Rounds = 5;
    private const double SecondsOfTurn = 0.6;

    public static void Print(string[] arguments)
    {
        if (arguments.Contains("--busy"))
            Clock.UseProcessorTime();
        string? recording = arguments.FirstOrDefault(argument => argument.EndsWith(".bin", StringComparison.Ordinal));
        IEnumerable<string> files = arguments.Where(argument => argument.EndsWith(".nir", StringComparison.Ordinal));
        MarkdownTable table = new("graph", "input spikes", "rows/s", "x snnTorch", "rows/s, two threads",
            "x snnTorch, two threads", "counts that differ");
        foreach (NirSubject subject in files.Select(file => NirSubjects.Of(file, recording)).Prepend(NirSubjects.Digits()))
            Add(table, subject);
        Console.WriteLine(table);
    }

    private static void Add(MarkdownTable table, NirSubject subject)
    {
        using SnnTorchProcess? snnTorch = SnnTorchProcess.TryStart(subject);
        string differing = snnTorch is null ? "" : Differing(subject.Counts(), snnTorch.Load(subject));
        Action one = subject.Passes(1)[0];
        Action[] two = subject.Passes(2);
        Speed.Of(one, 1, SecondsOfTurn);
        Contender ours = new(seconds => Speed.Of(one, 1, seconds) * subject.Rows.Length);
        Contender pair = new(seconds => Speed.OfAll(two, 1, seconds) * subject.Rows.Length);
        Contender? theirs = snnTorch is null ? null : new(seconds => snnTorch.Speed(seconds, threads: 1));
        Contender? theirPair = snnTorch is null ? null : new(seconds => snnTorch.Speed(seconds, threads: 2));
        Contender[] contenders = [.. new[] { ours, pair, theirs, theirPair }.OfType<Contender>()];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < contenders.Length; i++)
                contenders[(round + i) % contenders.Length].TakeTurn(SecondsOfTurn);
        }
        table.Add(subject.Name, MarkdownTable.Share(subject.Density), MarkdownTable.Number(ours.Median), Times(ours, theirs),
            MarkdownTable.Number(pair.Median), Times(pair, theirPair), differing);
    }

    private static string Times(Contender ours, Contender? theirs) =>
        theirs is null ? "" : MarkdownTable.Times(ours.TimesAsFastAs(theirs));

    private static string Differing(float[] ours, float[] theirs) =>
        $"{ours.Zip(theirs).Count(pair => pair.First != pair.Second)} of {ours.Length}";
}
