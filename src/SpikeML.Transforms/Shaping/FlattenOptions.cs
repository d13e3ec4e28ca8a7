using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Gives a column one dimension: the values and their order do not change.</summary>
public sealed record FlattenOptions : SpikeCode, IOnnxCode
{
    internal override InputKind Input => InputKind.Features;

    internal override ColumnNotes Notes => new() { SlotNames = ColumnNames.OfSlots, KeepsNormalized = true };

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) =>
        [Dimensions.Count(inputDimensions)];

    internal override DataViewType OutputType(RowShape shape) =>
        new VectorDataViewType((PrimitiveDataViewType)shape.ItemType, shape.OutputDimensions);

    internal override SchemaShape.Column Promise(string outputColumnName, SchemaShape.Column input) =>
        new(outputColumnName, SchemaShape.Column.VectorKind.Vector, input.ItemType, isKey: false);

    internal override Delegate MakeGetter(DataViewRow row, DataViewSchema.Column column, RowShape shape, FirstRowsWatch watch)
    {
        if (shape.ItemType == NumberDataViewType.Single)
            return FlattenedRows.Getter<float>(row, column, shape);
        return shape.ItemType == NumberDataViewType.Double
            ? FlattenedRows.Getter<double>(row, column, shape) : FlattenedRows.Getter<byte>(row, column, shape);
    }

    internal override void Encode(in RowInput row, Span<float> output) => throw new NotSupportedException();

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) => rows.Stored;

    internal override void Validate()
    {
    }

    internal override void Save(BinaryWriter writer)
    {
    }

    internal static FlattenOptions Load(BinaryReader _) => new();
}
