using Microsoft.ML.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>The rows of one column, for ML.NET and for tensors.</summary>
/// <param name="Type">The column's type.</param>
/// <param name="Rows">The rows, dense or sparse as their source gives them; a scalar is a vector of one.</param>
/// <param name="IsTimeFirst">Whether the first dimension is time, which tensors have before the batch.</param>
internal sealed record InputRows(DataViewType Type, VBuffer<float>[] Rows, bool IsTimeFirst)
{
    /// <summary>Rows are so many that they do not stay in the caches.</summary>
    private const int BytesInMemory = 40 << 20;

    private const int MaxRows = 512;

    public MemoryView Once => new(Type, Rows, isEndless: false);

    public MemoryView Endless => new(Type, Rows, isEndless: true);

    public static int CountFor(long rowLength) => (int)Math.Clamp(BytesInMemory / (rowLength * sizeof(float)), 16, MaxRows);

    public static InputRows Of(int[] dimensions, IEnumerable<float[]> rows, bool isTimeFirst = false) =>
        new(new VectorDataViewType(NumberDataViewType.Single, dimensions),
            [.. rows.Select(row => new VBuffer<float>(row.Length, row))], isTimeFirst);

    public InputRows Take(int count) => this with { Rows = Rows[..Math.Min(count, Rows.Length)] };

    /// <summary>The average size of a row: values, and indices where it is sparse.</summary>
    public double RowBytes => Rows.Average(BytesOf);

    public static double BytesOf(VBuffer<float> row) => row.GetValues().Length * (row.IsDense ? 4.0 : 8.0);

    /// <summary>The first rows as a tensor of [batch, ...], or [time, batch, ...].</summary>
    public Tensor Batch(int count)
    {
        using DisposeScope scope = NewDisposeScope();
        long[] dimensions = Type is VectorDataViewType vector ? [.. vector.Dimensions.Select(dimension => (long)dimension)] : [];
        Tensor rows = tensor(Rows.Take(count).SelectMany(row => row.DenseValues()).ToArray()).reshape([count, .. dimensions]);
        return (IsTimeFirst ? rows.transpose(0, 1).contiguous() : rows).MoveToOuterDisposeScope();
    }
}
