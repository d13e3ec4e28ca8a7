using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>The names of the input's slots, in the order of the transposed column.</summary>
internal sealed class TransposedNames : ColumnNames
{
    public override bool ArePromised(SchemaShape schema, SchemaShape.Column input) => Has(input, AnnotationUtils.Kinds.SlotNames);

    public override ValueGetter<VBuffer<ReadOnlyMemory<char>>>? Find(
        DataViewSchema schema, DataViewSchema.Column input, int count)
    {
        if (Find(input, AnnotationUtils.Kinds.SlotNames, count) is not { } inOrder)
            return null;
        int last = ((VectorDataViewType)input.Type).Dimensions[^1];
        return (ref VBuffer<ReadOnlyMemory<char>> names) =>
        {
            VBuffer<ReadOnlyMemory<char>> own = default;
            inOrder(ref own);
            VBufferEditor<ReadOnlyMemory<char>> editor = VBufferEditor.Create(ref names, count);
            Transposition.OfDense<ReadOnlyMemory<char>>([.. own.DenseValues()], editor.Values, last);
            names = editor.Commit();
        };
    }
}
