using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Conformance;

/// <summary>Reads a column of Single, scalar or vector, as dense values.</summary>
internal sealed class SlotValues
{
    private readonly ValueGetter<VBuffer<float>>? _vector;
    private readonly ValueGetter<float>? _scalar;
    private readonly float[] _dense;
    private readonly Flaw _flaw;
    private VBuffer<float> _values;

    public SlotValues(DataViewRow row, DataViewSchema.Column column, Flaw flaw)
    {
        _flaw = flaw;
        _dense = new float[column.Type.GetValueCount()];
        if (column.Type is VectorDataViewType)
            _vector = row.GetGetter<VBuffer<float>>(column);
        else
            _scalar = row.GetGetter<float>(column);
    }

    public int Count => _dense.Length;

    public ReadOnlySpan<float> Read()
    {
        if (_scalar is not null)
            _scalar(ref _dense[0]);
        else
            ReadVector();
        return _dense;
    }

    private void ReadVector()
    {
        _vector!(ref _values);
        if (_flaw == Flaw.MisreadsSparseVectors)
            _values.GetValues().CopyTo(_dense);
        else
            _values.CopyTo(_dense);
    }
}
