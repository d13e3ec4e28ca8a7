using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Benchmarks.Codes;

/// <summary>
/// What ML.NET costs for each row: a mapper of its own (CopyColumns) moves to the row and reads its column, and a buffer of the
/// output's size is opened and committed with nothing written to it.
/// </summary>
internal static class MapperAlone
{
    private const string Column = "Copy";

    /// <summary>One action for a row.</summary>
    /// <param name="rows">The input.</param>
    /// <param name="outputs">Some rows as the code gives them.</param>
    public static Action Make(InputRows rows, VBuffer<float>[] outputs)
    {
        IDataView view = rows.Endless;
        IDataView copied = new MLContext().Transforms.CopyColumns(Column, MemoryView.Column).Fit(view).Transform(view);
        DataViewRowCursor cursor = copied.GetRowCursorSet([copied.Schema[Column]], 1).Single();
        int length = outputs[0].Length, count = (int)outputs.Average(row => row.GetValues().Length);
        bool isDense = outputs.All(row => row.IsDense);
        return rows.Type is VectorDataViewType
            ? Make<VBuffer<float>>(cursor, length, isDense ? null : count)
            : Make<float>(cursor, length, isDense ? null : count);
    }

    private static Action Make<T>(DataViewRowCursor cursor, int length, int? count)
    {
        ValueGetter<T> getter = cursor.GetGetter<T>(cursor.Schema[Column]);
        T input = default!;
        VBuffer<float> output = default;
        return () =>
        {
            cursor.MoveNext();
            getter(ref input);
            output = VBufferEditor.Create(ref output, length, count).Commit();
        };
    }
}
