using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Transposes the rows of one cursor; sparse rows stay sparse.</summary>
internal sealed class TransposedRows<T>
{
    private readonly DataViewSchema.Column _column;
    private readonly ValueGetter<VBuffer<T>> _getter;
    private readonly int[] _places;
    private VBuffer<T> _row;

    public TransposedRows(DataViewRow row, DataViewSchema.Column column, RowShape shape)
    {
        _column = column;
        _getter = row.GetGetter<VBuffer<T>>(column);
        _places = new int[shape.InputDimensions[^1]];
        Getter = Transpose;
    }

    public ValueGetter<VBuffer<T>> Getter { get; }

    private void Transpose(ref VBuffer<T> output)
    {
        _getter(ref _row);
        FeatureReader.CheckLength(_column, _row.Length);
        ReadOnlySpan<T> values = _row.GetValues();
        VBufferEditor<T> editor = VBufferEditor.Create(ref output, _row.Length, values.Length);
        if (_row.IsDense)
            Transposition.OfDense(values, editor.Values, _places.Length);
        else
            Transposition.OfSparse(_row.GetIndices(), values, editor.Indices, editor.Values, _row.Length, _places);
        output = editor.Commit();
    }
}
