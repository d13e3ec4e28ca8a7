using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Internal.Utilities;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>
/// A range of images and labels as a data view. Pixels are stored as bytes and become features when a row is read.
/// </summary>
internal sealed class MnistDataView : IDataView
{
    private readonly IHost _host;
    private readonly MnistRows _rows;
    private readonly int _start;
    private readonly int _count;

    public MnistDataView(IHostEnvironment environment, MnistRows rows)
        : this(environment.Register(nameof(MnistDataView)), rows,
            MnistSchema.Create(rows.Images.Rows, rows.Images.Columns, rows.ClassNames), 0, rows.Labels.Length)
    {
    }

    private MnistDataView(IHost host, MnistRows rows, DataViewSchema schema, int start, int count)
    {
        _host = host;
        _rows = rows;
        _start = start;
        _count = count;
        Schema = schema;
    }

    public DataViewSchema Schema { get; }

    public bool CanShuffle => true;

    public long? GetRowCount() => _count;

    /// <summary>A view of some of this view's rows that shares its bytes.</summary>
    public MnistDataView Slice(int start, int count) => new(_host, _rows, Schema, _start + start, count);

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        GetRowCursorSet(columnsNeeded, 1, rand)[0];

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        Func<int, bool> isNeeded = RowCursorUtils.FromColumnsToPredicate(columnsNeeded, Schema);
        // One order for the entire set of cursors, which divide it between them.
        int[]? order = rand is null ? null : Utils.GetRandomPermutation(rand, _count);
        int wanted = n > 0 ? n : DataViewUtils.GetThreadCount();
        var cursors = new DataViewRowCursor[MnistBlocks.CursorCount(_count, wanted)];
        for (int i = 0; i < cursors.Length; i++)
            cursors[i] = new MnistCursor(_host, this, isNeeded, order, new MnistBlocks(_count, i, cursors.Length));
        return cursors;
    }

    /// <summary>The key of a row's class; keys count from 1, because 0 is the missing key.</summary>
    public uint LabelKey(int row) => _rows.Labels[_start + row] + 1u;

    /// <summary>A row's pixels.</summary>
    public ReadOnlySpan<byte> Pixels(int row) => _rows.Images[_start + row];

    /// <summary>A row's id, the same in every cursor and in every slice.</summary>
    public DataViewRowId Id(int row) => new((ulong)(_start + row), 0);
}
