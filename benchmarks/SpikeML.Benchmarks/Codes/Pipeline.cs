using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Benchmarks.Codes;

/// <summary>
/// A whole ML.NET pipeline of one code: the source column is read, encoded, and every row is taken from a cursor.
/// </summary>
internal sealed class Pipeline
{
    private const string Column = "Output";

    private readonly IDataView _once, _endless;

    private Pipeline(ITransformer transformer, InputRows rows)
    {
        (_once, _endless) = (transformer.Transform(rows.Once), transformer.Transform(rows.Endless));
        Code = ((ISpikeTransformer)transformer).Codes[0];
    }

    /// <summary>The fitted code.</summary>
    public SpikeCode Code { get; }

    /// <summary>The values of a row; 0 where rows differ in length.</summary>
    public int OutputLength => OutputType is VectorDataViewType vector ? vector.Size : 1;

    public DataViewType OutputType => _once.Schema[Column].Type;

    public static Pipeline Make(SpikeCode code, InputRows rows)
    {
        InputOutputColumnPair[] columns = [new(Column, MemoryView.Column)];
        return new(code.Entry.MakeEstimator(new MLContext(seed: 1), columns, code, CancellationToken.None).Fit(rows.Once), rows);
    }

    /// <summary>One action for each cursor, which takes its next row.</summary>
    public Action[] Readers(int cursors)
    {
        DataViewRowCursor[] set = cursors == 1
            ? [_endless.GetRowCursor([_endless.Schema[Column]])]
            : _endless.GetRowCursorSet([_endless.Schema[Column]], cursors);
        return [.. set.Select(Reader)];
    }

    /// <summary>The first rows.</summary>
    public VBuffer<float>[] First(int count)
    {
        using DataViewRowCursor cursor = _once.GetRowCursor([_once.Schema[Column]]);
        ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(_once.Schema[Column]);
        VBuffer<float>[] rows = new VBuffer<float>[count];
        int read = 0;
        while (read < count && cursor.MoveNext())
            getter(ref rows[read++]);
        return rows[..read];
    }

    /// <summary>The share of the first rows' values that are not 0.</summary>
    public double Density(int rows)
    {
        VBuffer<float>[] first = First(rows);
        return first.Average(row => (row.GetValues().Length - row.GetValues().Count(0f)) / (double)Math.Max(1, row.Length));
    }

    private static Action Reader(DataViewRowCursor cursor)
    {
        ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(cursor.Schema[Column]);
        VBuffer<float> row = default;
        return () =>
        {
            if (!cursor.MoveNext())
                throw new UnreachableException();
            getter(ref row);
        };
    }
}
