using System.Runtime.InteropServices;
using System.Text.Json;

namespace SpikeML.Benchmarks.Events;

/// <summary>
/// Ten million events in frames, against a plain loop over a dense array and NumPy in a process of its own, in turns; medians of
/// the ratios of neighbouring turns.
/// </summary>
internal static class BinningTable
{
    private const int Count = 10_000_000, Bins = 100, Turns = 5;
    private const long Window = 100_000;

    public static void Print()
    {
        using PythonProcess? python = PythonProcess.TryStart("numpy", "binning.py");
        Console.WriteLine("| sensor | spikes | events/s | plain loop, events/s | times the loop | NumPy | times add.at | "
            + "times bincount |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach ((int height, int width) in new[] { (34, 34), (128, 128), (240, 320) })
            Print(height, width, python);
    }

    private static void Print(int height, int width, PythonProcess? python)
    {
        AddressEvent[] events = Events(height, width);
        float[] dense = new float[Bins * 2 * height * width];
        SpikeTrain train = EventBinning.ByTimeWindow(events, height, width, Window);
        Loop(events, height, width, dense);
        if (!train.ToDense().AsSpan().SequenceEqual(dense))
            throw new InvalidDataException("The loop does not bin events alike.");
        string version = Load(events, height, width, train, python);
        double[][] seconds = [.. Enumerable.Range(0, 4).Select(_ => new double[Turns])];
        for (int turn = 0; turn < Turns; turn++)
        {
            seconds[0][turn] = Measure.Seconds(() => EventBinning.ByTimeWindow(events, height, width, Window));
            seconds[1][turn] = Measure.Seconds(() => Loop(events, height, width, dense));
            seconds[2][turn] = python is null ? double.NaN : Run(python, "add.at");
            seconds[3][turn] = python is null ? double.NaN : Run(python, "bincount");
        }
        double Times(int other) => Measure.Median(seconds[other].Zip(seconds[0], (theirs, ours) => theirs / ours));
        string times = FormattableString.Invariant($"{Times(1):F2} | {version} | {Times(2):F1} | {Times(3):F1}");
        Console.WriteLine(FormattableString.Invariant($"| {width} x {height} | {train.Count:N0} ")
            + FormattableString.Invariant($"| {Count / Measure.Median(seconds[0]):E2} ")
            + FormattableString.Invariant($"| {Count / Measure.Median(seconds[1]):E2} | {times} |"));
    }

    private static string Load(AddressEvent[] events, int height, int width, SpikeTrain train, PythonProcess? python)
    {
        if (python is null)
            return "none";
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, MemoryMarshal.AsBytes(EventColumn.ToNumbers(events).AsSpan()));
            int[] shape = [Bins, 2, height, width];
            using JsonDocument answer = python.Ask(new { load = file, shape, window = Window });
            JsonElement root = answer.RootElement;
            if (root.GetProperty("count").GetInt64() != train.Count || !root.GetProperty("same").GetBoolean()
                || root.GetProperty("sum").GetDouble() != Count)
                throw new InvalidDataException("NumPy does not bin events alike.");
            return root.GetProperty("numpy").GetString()!;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static double Run(PythonProcess python, string name)
    {
        using JsonDocument answer = python.Ask(new { run = name });
        return answer.RootElement.GetProperty("seconds").GetDouble();
    }

    /// <summary>Events in order of time, one each microsecond; each is near the one before, as at a moving edge.</summary>
    private static AddressEvent[] Events(int height, int width)
    {
        Random random = new(3);
        AddressEvent[] events = new AddressEvent[Count];
        (int x, int y) = (0, 0);
        for (int i = 0; i < events.Length; i++)
        {
            (x, y) = ((x + random.Next(9)) % width, random.Next(8) == 0 ? random.Next(height) : y);
            events[i] = new(x, y, i, random.Next(2));
        }
        return events;
    }

    private static void Loop(AddressEvent[] events, int height, int width, float[] frames)
    {
        Array.Clear(frames);
        long first = events[0].Timestamp;
        foreach (ref readonly AddressEvent own in events.AsSpan())
            frames[(((int)((own.Timestamp - first) / Window) * 2 + own.Polarity) * height + own.Y) * width + own.X]++;
    }
}
