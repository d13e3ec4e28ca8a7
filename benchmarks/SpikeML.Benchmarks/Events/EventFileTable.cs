using System.Diagnostics;
using SpikeML.Events;

namespace SpikeML.Benchmarks.Events;

/// <summary>
/// Recordings read with ReadInto against the same file read in pieces and copied, in turns; medians of the ratios of neighbouring
/// turns. The files are generated, or those that are named.
/// </summary>
internal static class EventFileTable
{
    private const int Turns = 9, BatchLength = 4096, PieceLength = 1 << 16;

    /// <summary>The runtime compiles methods again while they run; after this, it has.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static void Print(IReadOnlyList<string> paths)
    {
        string folder = Directory.CreateTempSubdirectory("spikeml-events-").FullName;
        try
        {
            Console.WriteLine("| file | MB | events | events/s | MB/s | copy, MB/s | copy is faster by |");
            Console.WriteLine("|---|---|---|---|---|---|---|");
            foreach (string path in paths.Count > 0 ? paths : EventFiles.Write(folder))
                Print(path);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(string path)
    {
        AddressEvent[] batch = new AddressEvent[BatchLength];
        double size = new FileInfo(path).Length / 1e6;
        long events = Read(path, batch);
        // Several passes a turn, so that short files take long enough to measure.
        int passes = (int)Math.Max(1, 50 / size);
        double[] own = new double[Turns], copy = new double[Turns];
        Stopwatch warming = Stopwatch.StartNew();
        while (warming.Elapsed < WarmUp)
            (_, _) = (Read(path, batch), Copy(path));
        for (int turn = 0; turn < Turns; turn++)
            (own[turn], copy[turn]) = (Seconds(passes, () => Read(path, batch)), Seconds(passes, () => Copy(path)));
        double seconds = Measure.Median(own), ratio = Measure.Median(own.Zip(copy, (reading, copying) => reading / copying));
        Console.WriteLine($"| {Path.GetFileName(path)} "
            + FormattableString.Invariant($"| {size:F1} | {events:N0} | {events / seconds:E2} ")
            + FormattableString.Invariant($"| {size / seconds:F0} | {size / Measure.Median(copy):F0} | {ratio:F2} |"));
    }

    private static double Seconds(int passes, Func<long> pass) => Measure.Seconds(() =>
    {
        for (int i = 0; i < passes; i++)
            pass();
    }) / passes;

    private static long Read(string path, AddressEvent[] batch)
    {
        using EventReader reader = EventReader.Open(path);
        while (reader.ReadInto(batch) > 0)
        {
        }
        return reader.EventCount;
    }

    private static long Copy(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        byte[] piece = new byte[PieceLength], copy = new byte[PieceLength];
        long bytes = 0;
        for (int read; (read = file.Read(piece)) > 0; bytes += read)
            piece.AsSpan(0, read).CopyTo(copy);
        return bytes;
    }
}
