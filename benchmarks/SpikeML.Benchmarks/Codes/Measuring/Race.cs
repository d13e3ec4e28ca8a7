using System.Diagnostics;

namespace SpikeML.Benchmarks.Codes;

/// <summary>Measures a trial: the contenders take turns, and each round begins with another of them.</summary>
internal static class Race
{
    private const int MostRounds = 5, FewestRounds = 3;

    /// <summary>Each contender's share of a round; what is compared with nothing but ours takes less.</summary>
    private const double TurnsOfRound = 5;

    /// <summary>
    /// The share of a trial's time in which code is compiled and buffers get their size, before anything counts.
    /// </summary>
    private const double WarmingShare = 0.25;

    /// <summary>The processor time after which the runtime has compiled a code's methods for good.</summary>
    private const double FirstWarming = 0.3;

    /// <param name="trial">What is measured.</param>
    /// <param name="seconds">About how long it may take.</param>
    /// <param name="isFirst">Whether its code was not run before. Other densities may take other paths, and need less.</param>
    public static RaceResult Run(Trial trial, double seconds, bool isFirst)
    {
        Action one = trial.Ours(1)[0];
        Action[] two = trial.Ours(2), all = Environment.ProcessorCount > 2 ? trial.Ours(Environment.ProcessorCount) : two;
        Compile(isFirst ? [one, trial.Loop, one, trial.Loop] : [one, trial.Loop]);
        Warm(trial, one, seconds * WarmingShare);
        int chunk = Speed.ChunkFor(one), loopChunk = Speed.ChunkFor(trial.Loop), copyChunk = Speed.ChunkFor(trial.Copy);
        Contender ours = new(time => Speed.Of(one, chunk, time)), pair = new(time => Speed.OfAll(two, chunk, time));
        Contender loop = new(time => Speed.Of(trial.Loop, loopChunk, time));
        Contender copy = new(time => Speed.Of(trial.Copy, copyChunk, time / 2));
        Contender torch = new(time => Speed.OnAllCores(trial.Torch, time) * trial.BatchRows);
        Contender every = all == two ? pair : new(time => Speed.OfAll(all, chunk, time));
        Contender? numPy = trial.NumPy is { } speed ? new(time => speed(time) * trial.BatchRows) : null;
        Contender? arithmetic = Alone(trial.Arithmetic), mapper = Alone(trial.Mapper);
        Contender?[] any = [ours, loop, torch, numPy, pair, copy, every, arithmetic, mapper];
        Contender[] contenders = [.. any.OfType<Contender>().Distinct()];
        TakeTurns(contenders, seconds * (1 - WarmingShare));
        return new RaceResult
        {
            Trial = trial,
            RowsPerSecond = ours.Median,
            TimesTorch = ours.TimesAsFastAs(torch),
            TimesNumPy = numPy is null ? null : ours.TimesAsFastAs(numPy),
            TimesLoop = ours.TimesAsFastAs(loop),
            TimesTorchByTwo = pair.TimesAsFastAs(torch),
            RowsPerSecondByTwo = pair.Median,
            TimesByTwo = pair.TimesAsFastAs(ours),
            RowsPerSecondByAll = every.Median,
            TimesByAll = every.TimesAsFastAs(ours),
            ShareOfCopy = ours.TimesAsFastAs(copy),
            BytesPerRow = BytesPerRow(one, ours.Median),
            ShareOfArithmetic = arithmetic is null ? null : ours.TimesAsFastAs(arithmetic),
            ShareOfMapper = mapper is null ? null : ours.TimesAsFastAs(mapper),
        };
    }

    private static Contender? Alone(Action? part)
    {
        if (part is null)
            return null;
        int chunk = Speed.ChunkFor(part);
        return new(time => Speed.Of(part, chunk, time / 2));
    }

    /// <summary>Fewer rounds where a single turn takes longer than its share, as a batch of some codes does on tensors.</summary>
    private static void TakeTurns(Contender[] contenders, double seconds)
    {
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < MostRounds; round++)
        {
            if (round >= FewestRounds && Stopwatch.GetElapsedTime(start).TotalSeconds > seconds)
                return;
            for (int i = 0; i < contenders.Length; i++)
                contenders[(round + i) % contenders.Length].TakeTurn(seconds / MostRounds / TurnsOfRound);
        }
    }

    /// <summary>In pieces: the runtime replaces methods when it has had nothing new to compile for a while.</summary>
    private static void Compile(Action[] turns)
    {
        foreach (Action action in turns)
        {
            double start = Clock.OfThread;
            for (int i = 0; i < 40 || Clock.OfThread - start < FirstWarming / 4; i++)
                action();
            Thread.Sleep(120);
        }
    }

    /// <summary>The tensors are warm: what they give was compared.</summary>
    private static void Warm(Trial trial, Action one, double seconds)
    {
        long start = Stopwatch.GetTimestamp();
        for (int row = 0; row < trial.DistinctRows || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds / 2; row++)
        {
            one();
            if (Stopwatch.GetElapsedTime(start).TotalSeconds > seconds)
                break;
        }
        Speed.Of(trial.Loop, 1, seconds / 4);
    }

    /// <summary>
    /// What a row allocates when all buffers have their size: a row larger than all before may still come, hence the least of a
    /// few measurements.
    /// </summary>
    private static double BytesPerRow(Action row, double rowsPerSecond)
    {
        int rows = (int)Math.Clamp(0.02 * rowsPerSecond, 2, 10_000);
        double least = double.PositiveInfinity;
        for (int i = 0; i < 3 && least > 0; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int done = 0; done < rows; done++)
                row();
            least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / (double)rows);
        }
        return least;
    }
}
