using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Moves the last dimension of a column to the front: [channels, samples] becomes [samples, channels].</summary>
public sealed record TransposeOptions : SpikeCode, IOnnxCode
{
    internal override InputKind Input => InputKind.Vectors;

    internal override ColumnNotes Notes => new() { SlotNames = new TransposedNames(), KeepsNormalized = true };

    internal override string? Refusal(ImmutableArray<int> inputDimensions) =>
        inputDimensions.Length < 2 ? "a vector of two or more dimensions, the last of which is time" : null;

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) =>
        inputDimensions.RemoveAt(inputDimensions.Length - 1).Insert(0, inputDimensions[^1]);

    internal override DataViewType OutputType(RowShape shape) =>
        new VectorDataViewType((PrimitiveDataViewType)shape.ItemType, shape.OutputDimensions);

    internal override SchemaShape.Column Promise(string outputColumnName, SchemaShape.Column input) =>
        new(outputColumnName, SchemaShape.Column.VectorKind.Vector, input.ItemType, isKey: false);

    internal override Delegate MakeGetter(DataViewRow row, DataViewSchema.Column column, RowShape shape, FirstRowsWatch watch)
    {
        if (shape.ItemType == NumberDataViewType.Single)
            return new TransposedRows<float>(row, column, shape).Getter;
        return shape.ItemType == NumberDataViewType.Double
            ? new TransposedRows<double>(row, column, shape).Getter : new TransposedRows<byte>(row, column, shape).Getter;
    }

    internal override void Encode(in RowInput row, Span<float> output) => throw new NotSupportedException();

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows)
    {
        int last = rows.Shape.InputDimensions[^1];
        return rows.Stored.Reshape(0, rows.Shape.InputLength / last, last).Transpose(0, 2, 1);
    }

    internal override void Validate()
    {
    }

    internal override void Save(BinaryWriter writer)
    {
    }

    internal static TransposeOptions Load(BinaryReader _) => new();
}
