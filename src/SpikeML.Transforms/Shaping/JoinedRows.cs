using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Joins the rows of several spike columns for one cursor, step by step; sparse if that is smaller.</summary>
internal sealed class JoinedRows
{
    private readonly RowShape _shape;
    private readonly ValueGetter<VBuffer<float>>[] _getters;
    private readonly VBuffer<float>[] _rows;
    private readonly DataViewSchema.Column[] _columns;
    private readonly int[] _next;

    public JoinedRows(DataViewRow row, DataViewSchema.Column[] columns, RowShape shape)
    {
        (_shape, _columns) = (shape, columns);
        _getters = [.. columns.Select(column => row.GetGetter<VBuffer<float>>(column))];
        (_rows, _next) = (new VBuffer<float>[columns.Length], new int[columns.Length]);
        Getter = Join;
    }

    public ValueGetter<VBuffer<float>> Getter { get; }

    private void Join(ref VBuffer<float> output)
    {
        bool areSparse = true;
        int count = 0;
        for (int i = 0; i < _rows.Length; i++)
        {
            _getters[i](ref _rows[i]);
            FeatureReader.CheckLength(_columns[i], _rows[i].Length);
            areSparse &= !_rows[i].IsDense;
            count += _rows[i].GetValues().Length;
        }
        if (areSparse && count <= SpikeBuffers.LargestSparseCount(_shape.OutputLength))
            JoinSparse(count, ref output);
        else
            JoinDense(ref output);
    }

    private void JoinSparse(int count, ref VBuffer<float> output)
    {
        VBufferEditor<float> sparse = VBufferEditor.Create(ref output, _shape.OutputLength, count);
        _next.AsSpan().Clear();
        int written = 0;
        for (int step = 0; step < _shape.OutputSteps; step++)
        {
            int place = step * _shape.OutputWidth;
            for (int i = 0; i < _rows.Length; i++)
            {
                int width = _rows[i].Length / _shape.OutputSteps, first = step * width;
                ReadOnlySpan<int> slots = _rows[i].GetIndices();
                ReadOnlySpan<float> values = _rows[i].GetValues();
                ref int next = ref _next[i];
                for (; next < slots.Length && slots[next] < first + width; next++, written++)
                    (sparse.Indices[written], sparse.Values[written]) = (slots[next] - first + place, values[next]);
                place += width;
            }
        }
        output = sparse.Commit();
    }

    private void JoinDense(ref VBuffer<float> output)
    {
        VBufferEditor<float> dense = VBufferEditor.Create(ref output, _shape.OutputLength);
        dense.Values.Clear();
        int place = 0;
        foreach (ref readonly VBuffer<float> row in _rows.AsSpan())
        {
            int width = row.Length / _shape.OutputSteps;
            if (row.IsDense)
                CopySteps(row.GetValues(), width, dense.Values[place..]);
            else
                Scatter(row.GetIndices(), row.GetValues(), width, dense.Values[place..]);
            place += width;
        }
        int count = SpikeBuffers.Count(dense.Values);
        output = dense.Commit();
        SpikeBuffers.Compact(ref output, count);
    }

    private void CopySteps(ReadOnlySpan<float> values, int width, Span<float> joined)
    {
        for (int step = 0; step < _shape.OutputSteps; step++)
            values.Slice(step * width, width).CopyTo(joined[(step * _shape.OutputWidth)..]);
    }

    private void Scatter(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, int width, Span<float> joined)
    {
        for (int i = 0; i < slots.Length; i++)
        {
            (int step, int neuron) = Math.DivRem(slots[i], width);
            joined[step * _shape.OutputWidth + neuron] = values[i];
        }
    }
}
