using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Reads rows of a column as vectors of one dimension; sparse rows stay sparse.</summary>
internal static class FlattenedRows
{
    public static ValueGetter<VBuffer<T>> Getter<T>(DataViewRow row, DataViewSchema.Column column, RowShape shape)
    {
        if (!shape.InputDimensions.IsEmpty)
            return ReshapedRows.Same<T>(row, column, shape.OutputDimensions);
        ValueGetter<T> getter = row.GetGetter<T>(column);
        return (ref VBuffer<T> output) =>
        {
            VBufferEditor<T> editor = VBufferEditor.Create(ref output, 1);
            getter(ref editor.Values[0]);
            output = editor.Commit();
        };
    }
}
