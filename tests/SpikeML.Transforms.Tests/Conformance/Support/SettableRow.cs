using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Conformance;

/// <summary>A row whose values are set from outside, so that reading the input allocates nothing.</summary>
internal sealed class SettableRow(DataViewSchema schema) : DataViewRow
{
    public SampleRow Current { get; set; } = new();

    public override DataViewSchema Schema => schema;
    public override long Position => 0;
    public override long Batch => 0;

    public override bool IsColumnActive(DataViewSchema.Column column) => true;

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = default;

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        Delegate getter = column.Name switch
        {
            nameof(SampleRow.Features) => (ValueGetter<VBuffer<float>>)Features,
            nameof(SampleRow.Weight) => (ValueGetter<double>)((ref double weight) => weight = Current.Weight),
            _ => (ValueGetter<int>)((ref int id) => id = Current.Id),
        };
        return (ValueGetter<TValue>)getter;
    }

    private void Features(ref VBuffer<float> values)
    {
        VBufferEditor<float> editor = VBufferEditor.Create(ref values, Current.Features.Length);
        Current.Features.CopyTo(editor.Values);
        values = editor.Commit();
    }
}
