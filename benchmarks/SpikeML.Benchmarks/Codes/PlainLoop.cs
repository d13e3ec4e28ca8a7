using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Benchmarks.Codes;

/// <summary>What a competent user would write for one row.</summary>
internal delegate void PlainLoop(ReadOnlySpan<float> values, Span<float> output);

/// <summary>The same, for a row as ML.NET hands it out, dense or sparse.</summary>
internal delegate void PlainRowLoop(in VBuffer<float> row, Span<float> output);

/// <summary>Plain loops over the rows of a cursor, from the same source as ours and into the same dense row.</summary>
internal sealed class PlainReader
{
    private readonly DataViewRowCursor _cursor;
    private readonly PlainRowLoop _loop;
    private readonly ValueGetter<VBuffer<float>> _getter;
    private VBuffer<float> _row;

    public PlainReader(MemoryView view, int outputLength, PlainRowLoop loop)
    {
        _cursor = view.GetRowCursor(view.Schema);
        _getter = view.Schema[0].Type is VectorDataViewType
            ? _cursor.GetGetter<VBuffer<float>>(view.Schema[0])
            : OfScalar(_cursor.GetGetter<float>(view.Schema[0]));
        (_loop, Output) = (loop, new float[outputLength]);
    }

    public float[] Output { get; }

    public void Next()
    {
        _cursor.MoveNext();
        _getter(ref _row);
        _loop(_row, Output);
    }

    /// <summary>A loop over all values, which makes a dense row of a sparse one first.</summary>
    public static PlainRowLoop OverValues(PlainLoop loop)
    {
        float[] dense = [];
        return (in VBuffer<float> row, Span<float> output) =>
        {
            if (row.IsDense)
            {
                loop(row.GetValues(), output);
                return;
            }
            if (dense.Length != row.Length)
                dense = new float[row.Length];
            row.CopyTo(dense);
            loop(dense, output);
        };
    }

    private static ValueGetter<VBuffer<float>> OfScalar(ValueGetter<float> getter) => (ref VBuffer<float> row) =>
    {
        VBufferEditor<float> editor = VBufferEditor.Create(ref row, 1);
        getter(ref editor.Values[0]);
        row = editor.Commit();
    };
}
