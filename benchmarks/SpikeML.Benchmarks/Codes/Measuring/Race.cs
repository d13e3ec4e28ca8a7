using System.Diagnostics;

namespace SpikeML.Benchmarks.Codes;

/// <summary>Measures a trial: the contenders take turns, and each round begins with another of them.</summary>
internal static class Race
{
    private const int Rounds = 5;

    /// <summary>Each contender's share of a round; what is compared with nothing but ours takes less.</summary>
    private const double TurnsOfRound = 4.5;

    /// <summary>The share of a trial's time in which code is compiled and buffers get their size, before anything counts.</summary>
    private const double WarmingShare = 0.25;

    public static RaceResult Run(Trial trial, double seconds)
    {
        Action one = trial.Ours(1)[0];
        Action[] two = trial.Ours(2), all = Environment.ProcessorCount > 2 ? trial.Ours(Environment.ProcessorCount) : two;
        Warm(trial, one, seconds * WarmingShare);
        int chunk = Speed.ChunkFor(one), loopChunk = Speed.ChunkFor(trial.Loop), copyChunk = Speed.ChunkFor(trial.Copy);
        Contender ours = new(time => Speed.Of(one, chunk, time)), pair = new(time => Speed.OfAll(two, chunk, time));
        Contender loop = new(time => Speed.Of(trial.Loop, loopChunk, time)), copy = new(time => Speed.Of(trial.Copy, copyChunk, time / 2));
        Contender torch = new(time => Speed.Of(trial.Torch, 1, time) * trial.TorchRows);
        Contender every = all == two ? pair : new(time => Speed.OfAll(all, chunk, time));
        Contender[] contenders = [.. new[] { ours, loop, torch, pair, copy, every }.Distinct()];
        double turn = seconds * (1 - WarmingShare) / Rounds / TurnsOfRound;
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < contenders.Length; i++)
                contenders[(round + i) % contenders.Length].TakeTurn(turn);
        }
        return new RaceResult
        {
            Trial = trial,
            RowsPerSecond = ours.Median,
            TimesTorch = ours.TimesAsFastAs(torch),
            TimesLoop = ours.TimesAsFastAs(loop),
            TimesTorchByTwo = pair.TimesAsFastAs(torch),
            RowsPerSecondByTwo = pair.Median,
            TimesByTwo = pair.TimesAsFastAs(ours),
            RowsPerSecondByAll = every.Median,
            TimesByAll = every.TimesAsFastAs(ours),
            ShareOfCopy = ours.TimesAsFastAs(copy),
            BytesPerRow = BytesPerRow(one, ours.Median),
        };
    }

    private static void Warm(Trial trial, Action one, double seconds)
    {
        // A single call of what takes long is enough: it is not our code that the runtime compiles there.
        trial.Torch();
        long start = Stopwatch.GetTimestamp();
        for (int row = 0; row < trial.DistinctRows || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds / 2; row++)
        {
            one();
            if (Stopwatch.GetElapsedTime(start).TotalSeconds > seconds)
                break;
        }
        Speed.Of(trial.Loop, 1, seconds / 4);
    }

    /// <summary>What a row allocates when all code is compiled and all buffers have their size.</summary>
    private static double BytesPerRow(Action row, double rowsPerSecond)
    {
        int rows = (int)Math.Clamp(0.02 * rowsPerSecond, 2, 10_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < rows; i++)
            row();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)rows;
    }
}
