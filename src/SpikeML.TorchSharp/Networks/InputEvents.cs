using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>The non-zero values of a sparse matrix, row by row.</summary>
/// <param name="Starts">The start of each row's values, followed by the end of the last row's.</param>
/// <param name="Columns">The columns of the values; those after the last row's end do not count.</param>
/// <param name="Values">The values, or empty if all are 1.</param>
/// <param name="ColumnCount">The number of columns of the matrix.</param>
internal sealed record InputEvents(int[] Starts, int[] Columns, float[] Values, int ColumnCount)
{
    private readonly Lock _lock = new();
    private EventTiles? _tiles;

    /// <summary>A copy that is about to differ (<c>with</c>): it has no tiles yet.</summary>
    private InputEvents(InputEvents other) =>
        (_lock, Starts, Columns, Values, ColumnCount, NumSteps) = (new(), other.Starts, other.Columns, other.Values,
            other.ColumnCount, other.NumSteps);

    /// <summary>The number of steps that the rows belong to, step by step, the same number of rows for each.</summary>
    public int NumSteps { get; init; } = 1;

    public int Rows => Starts.Length - 1;

    /// <summary>The number of rows of a step.</summary>
    public int Examples => Rows / NumSteps;

    public int Count => Starts[^1];

    /// <summary>The same events by columns, sorted when they are first needed.</summary>
    public EventTiles Tiles
    {
        get
        {
            lock (_lock)
                return _tiles ??= EventTiles.Of(this);
        }
    }

    /// <summary>The row of an example at a step.</summary>
    public int RowOf(int example, int step) => step * Examples + example;

    public ReadOnlySpan<int> ColumnsOf(int row) => Columns.AsSpan(Starts[row]..Starts[row + 1]);

    /// <summary>The values of a row, or empty if all are 1.</summary>
    public ReadOnlySpan<float> ValuesOf(int row) => Values.Length == 0 ? [] : Values.AsSpan(Starts[row]..Starts[row + 1]);

    /// <summary>The dense matrix, [rows, columns], on the CPU.</summary>
    public Tensor ToTensor()
    {
        Tensor dense = zeros(Rows, ColumnCount);
        Span<float> values = MemoryMarshal.Cast<byte, float>(dense.bytes);
        for (int row = 0; row < Rows; row++)
        {
            for (int i = Starts[row]; i < Starts[row + 1]; i++)
                values[row * ColumnCount + Columns[i]] = Values.Length == 0 ? 1 : Values[i];
        }
        return dense;
    }

    /// <summary>Finds the non-zero values of a dense matrix, or returns null if there are more than a share.</summary>
    public static InputEvents? Find(CpuValues dense, int columns, double mostShare)
    {
        int rows = dense.Span.Length / columns;
        int[] starts = new int[rows + 1];
        CpuThreads.For(1, rows, (_, range) =>
        {
            for (int row = range.Start.Value; row < range.End.Value; row++)
                starts[row + 1] = CountOf(dense.Span.Slice(row * columns, columns));
        });
        long count = starts.Sum(number => (long)number);
        if (count > mostShare * dense.Span.Length)
            return null;
        for (int row = 0; row < rows; row++)
            starts[row + 1] += starts[row];
        int[] found = GC.AllocateUninitializedArray<int>((int)count);
        int others = 0;
        CpuThreads.For(1, rows, (_, range) =>
        {
            bool areOnes = true;
            for (int row = range.Start.Value; row < range.End.Value; row++)
                areOnes &= Fill(dense.Span.Slice(row * columns, columns), found.AsSpan(starts[row]..starts[range.End.Value]));
            if (!areOnes)
                Interlocked.Increment(ref others);
        });
        InputEvents events = new(starts, found, [], columns);
        return others == 0 ? events : events with { Values = events.Gather(dense.Span) };
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static int CountOf(ReadOnlySpan<float> row)
    {
        int count = 0;
        for (int first = 0; first < row.Length; first += Lanes.Count)
            count += BitOperations.PopCount(Lanes.NotZero(row, first));
        return count;
    }

    /// <summary>Writes the columns of a row's values, perhaps over what follows, and returns whether all are 1.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static bool Fill(ReadOnlySpan<float> row, Span<int> columns)
    {
        Vector512<int> others = Vector512<int>.Zero;
        int count = 0;
        for (int first = 0; first < row.Length; first += Lanes.Count)
        {
            Vector512<float> values = Lanes.Load(row, first, 0);
            Vector512<int> spiking = ~Vector512.Equals(values, Vector512<float>.Zero).AsInt32();
            others |= spiking & ~Vector512.Equals(values, Vector512<float>.One).AsInt32();
            count += LanePacking.Pack(Lanes.Indices + Vector512.Create(first), spiking, columns[count..]);
        }
        return others == Vector512<int>.Zero;
    }

    private float[] Gather(ReadOnlySpan<float> dense)
    {
        float[] values = new float[Count];
        for (int row = 0; row < Rows; row++)
        {
            for (int i = Starts[row]; i < Starts[row + 1]; i++)
                values[i] = dense[row * ColumnCount + Columns[i]];
        }
        return values;
    }
}
