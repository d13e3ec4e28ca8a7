using System.Diagnostics;
using SpikeML;
using SpikeML.InferenceBenchmarks;
using SpikeML.Torch;

// Would predictions be faster for blocks of rows than row by row (docs/torchsharp.md)? Usage: SpikeML.InferenceBenchmarks [ROWS]
const int NumSteps = 25, Inputs = 784;
int rows = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 512;
Random random = new(1);
foreach (int hidden in new[] { 256, 1000 })
{
    TrainedNetwork network = RandomNetwork.Of(random, Inputs, hidden, 10);
    foreach (double share in new[] { 0.04, 0.1, 0.3 })
    {
        SpikeTrain[] trains = [.. Enumerable.Range(0, rows).Select(_ => RandomNetwork.Spikes(random, NumSteps, Inputs, share))];
        RowByRow single = new(network);
        double alone = Time(() => single.Run(trains), out float[] expected);
        Console.Write($"{Inputs}-{hidden}-10, {share:P0} of the inputs spike: {alone / rows * 1e6:F1} us a row;");
        foreach (int size in new[] { 8, 16, 32 })
        {
            BlockOfRows block = new(network, size);
            double together = Time(() => block.Run(trains), out float[] actual);
            if (!expected.AsSpan().SequenceEqual(actual))
                throw new InvalidDataException("A block gives other membranes than its rows alone.");
            Console.Write($" blocks of {size}: {alone / together:F2} times as fast;");
        }
        Console.WriteLine();
    }
}

static double Time(Func<float[]> run, out float[] membranes)
{
    membranes = run();
    double best = double.PositiveInfinity;
    for (int trial = 0; trial < 9; trial++)
    {
        long start = Stopwatch.GetTimestamp();
        membranes = run();
        best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }
    return best;
}
