namespace SpikeML.Benchmarks.Codes;

/// <summary>One subject at one density, ready to be measured: what each contender does for one row, or for one batch.</summary>
internal sealed record Trial
{
    public required string Name { get; init; }

    /// <summary>The density that was asked for.</summary>
    public required double Target { get; init; }

    /// <summary>The density that is measured.</summary>
    public required double Density { get; init; }

    /// <summary>How it is reached.</summary>
    public required string Setting { get; init; }

    public required double VectorGoal { get; init; }

    /// <summary>One action for each of so many cursors; each takes a row.</summary>
    public required Func<int, Action[]> Ours { get; init; }

    /// <summary>Takes a row from the same source, and fills a dense row.</summary>
    public required Action Loop { get; init; }

    /// <summary>Encodes a batch of <see cref="BatchRows"/>.</summary>
    public required Action Torch { get; init; }

    public required int BatchRows { get; init; }

    /// <summary>Batches a second of the formula in NumPy, over so many seconds; null where there is none.</summary>
    public Func<double, double>? NumPy { get; init; }

    /// <summary>Copies the bytes of a row as it is read, and as many as are handed out.</summary>
    public required Action Copy { get; init; }

    /// <summary>Reads a row and hands out a buffer, with nothing computed; null where there is no pipeline.</summary>
    public Action? Mapper { get; init; }

    /// <summary>The arithmetic of a row alone; null where it cannot be had apart.</summary>
    public Action? Arithmetic { get; init; }

    /// <summary>The different rows there are; when each was read once, buffers have their size.</summary>
    public required int DistinctRows { get; init; }
}
