using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Benchmarks.Pipelines;

/// <summary>
/// A million rows of ten thousand sensors: our streams against ML.NET's StatefulCustomMapping around the dictionary that one
/// would write
/// by hand, and against a cursor that reads the same columns and does nothing, in turns; medians of the ratios of neighbouring
/// turns.
/// </summary>
internal static class StreamTable
{
    private const int Rows = 1_000_000, Sensors = 10_000, Turns = 7;
    private const double Threshold = 0.5, Seconds = 0.3;

    public static void Print()
    {
        MLContext context = new(seed: 1);
        Reading[] readings = Readings();
        IDataView log = Cached(context, readings);
        IDataView byHand = context.Transforms.StatefulCustomMapping<Reading, Encoded,
            Baselines>(ByHand, state => state.Of.Clear(), null).Fit(log).Transform(log);
        SpikeStreamOptions stream = new() { PartitionColumnName = "Sensor" };
        SpikeStreamOptions sorted = stream with { OrderColumnName = "Time", OutOfOrder = OutOfOrderPolicy.Sort };
        IDataView Ours(SpikeStreamOptions options, IDataView data) =>
            context.Transforms.Spikes.EncodeStream("Spikes", "Value", new StepForwardEncodingOptions { Threshold = Threshold },
                options).Fit(data).Transform(data);
        Console.WriteLine(FormattableString.Invariant(
            $"{Rows:N0} rows of {Sensors:N0} sensors, one cursor, median of {Turns} turns; ")
            + $"{Environment.ProcessorCount} cores\n");
        Console.WriteLine("| stream | rows/s | by hand, rows/s | ratio | share of a plain cursor | bytes held | by hand |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        Print("step-forward", () => Ours(stream, log), byHand, log);
        Print("step-forward, order checked", () => Ours(stream with { OrderColumnName = "Time" }, log), byHand, log);
        new Random(1).Shuffle(readings);
        IDataView shuffled = Cached(context, readings);
        Print("step-forward of the shuffled log, sorted (by hand: of the ordered log)", () =>
            Ours(sorted, shuffled), byHand, log);
    }

    private static void Print(string name, Func<IDataView> ours, IDataView byHand, IDataView log)
    {
        double[] own = new double[Turns], rival = new double[Turns], plain = new double[Turns];
        // Once each, so that code is compiled; and both must have found the same.
        if (StreamPass.Of(ours()) != StreamPass.Of(byHand))
            throw new InvalidOperationException("The two do not find the same spikes.");
        StreamPass.Plain(log);
        for (int turn = 0; turn < Turns; turn++)
        {
            own[turn] = Measure.Passes(Seconds, () => StreamPass.Of(ours()).Rows);
            rival[turn] = Measure.Passes(Seconds, () => StreamPass.Of(byHand).Rows);
            plain[turn] = Measure.Passes(Seconds, () => StreamPass.Plain(log));
        }
        double Ratio(double[] theirs) => Measure.Median(own.Zip(theirs, (mine, other) => mine / other));
        Console.WriteLine(FormattableString.Invariant(
            $"| {name} | {Measure.Median(own):N0} | {Measure.Median(rival):N0} | {Ratio(rival):0.00}x | {Ratio(plain):P0} | ")
            + FormattableString.Invariant($"{StreamPass.BytesHeld(ours()):N0} | {StreamPass.BytesHeld(byHand):N0} |"));
    }

    /// <summary>In the order of time.</summary>
    private static Reading[] Readings() => [.. Enumerable.Range(0, Rows)
        .Select(i => new Reading { Sensor = (int)(i * 7919L % Sensors), Time = i,
            Value = MathF.Sin(i * 1e-4f) * 3 + i % 5 * 0.2f })];

    /// <summary>In memory: what reading it costs is ML.NET's cache alone.</summary>
    private static IDataView Cached(MLContext context, Reading[] readings)
    {
        IDataView cached = context.Data.Cache(context.Data.LoadFromEnumerable(readings));
        StreamPass.Plain(cached);
        foreach (int _ in cached.GetColumn<int>("Time"))
        {
        }
        return cached;
    }

    private static void ByHand(Reading row, Encoded output, Baselines state)
    {
        float spike = 0;
        if (!state.Of.TryGetValue(row.Sensor, out double baseline))
            baseline = row.Value;
        else if (row.Value > baseline + Threshold)
            (spike, baseline) = (1, baseline + Threshold);
        else if (row.Value < baseline - Threshold)
            (spike, baseline) = (-1, baseline - Threshold);
        state.Of[row.Sensor] = baseline;
        output.Spikes[0] = spike;
    }

    private sealed class Reading
    {
        public int Sensor { get; set; }
        public int Time { get; set; }
        public float Value { get; set; }
    }

    private sealed class Encoded
    {
        [VectorType(1)]
        public float[] Spikes { get; set; } = new float[1];
    }

    private sealed class Baselines
    {
        public Dictionary<int, double> Of { get; } = [];
    }
}
