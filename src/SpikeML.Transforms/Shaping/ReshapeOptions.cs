using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Declares the dimensions of a column's rows; the values and their order do not change.</summary>
public sealed record ReshapeOptions : SpikeCode, IOnnxCode
{
    /// <summary>The dimensions, each at least 1, whose product is the number of values of every row.</summary>
    public required ImmutableArray<int> ColumnDimensions { get; init; }

    /// <summary>
    /// Whether the values are spikes and the first dimension is time. The column then becomes Single and gets the annotation
    /// <see cref="SpikeAnnotations.NumSteps"/>. A spike column whose number of steps does not change stays declared even if this
    /// is false.
    /// </summary>
    /// <value>False by default.</value>
    public bool AreSpikes { get; init; }

    /// <summary>Equal where all options are.</summary>
    public bool Equals(ReshapeOptions? other) => base.Equals(other) && AreSpikes == other.AreSpikes
        && ColumnDimensions.AsSpan().SequenceEqual(other.ColumnDimensions.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(AreSpikes, Dimensions.Product(ColumnDimensions.AsSpan()));

    internal override InputKind Input => InputKind.AnyVectors;

    internal override bool ShouldFire => false;

    internal override ColumnNotes Notes => new()
    {
        AreSpikes = AreSpikes,
        KeepsSpikes = true,
        SlotNames = ColumnNames.OfSlots,
        NeuronNames = ColumnNames.OfNeurons,
        KeepsNormalized = true
    };

    internal override string? Refusal(ImmutableArray<int> inputDimensions) =>
        Dimensions.Product(inputDimensions.AsSpan()) is var length && (length == 0 || length == Length) ? null
            : $"{Length} values, as {Dimensions.Text(ColumnDimensions)} has";

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) => ColumnDimensions;

    internal override ImmutableArray<int> OutputDimensions(IExceptionContext host, DataViewSchema schema,
        DataViewSchema.Column column, ImmutableArray<int> inputDimensions)
    {
        if (AreSpikes && SpikeAnnotations.StepsOf(column) is { } steps && steps != ColumnDimensions[0])
            throw host.ExceptSchemaMismatch(nameof(schema), "input", column.Name, $"spikes over {ColumnDimensions[0]} steps, as "
                + $"{Dimensions.Text(ColumnDimensions)} says", $"{column.Type}, whose spikes are over {steps} steps");
        return ColumnDimensions;
    }

    internal override DataViewType OutputType(RowShape shape) =>
        new VectorDataViewType((PrimitiveDataViewType)ItemType(shape.ItemType), ColumnDimensions);

    internal override SchemaShape.Column Promise(string outputColumnName, SchemaShape.Column input) =>
        new(outputColumnName, SchemaShape.Column.VectorKind.Vector, ItemType(input.ItemType), isKey: false);

    internal override Delegate MakeGetter(DataViewRow row, DataViewSchema.Column column, RowShape shape, FirstRowsWatch watch)
    {
        if (shape.ItemType == NumberDataViewType.Single)
            return ReshapedRows.Same<float>(row, column, ColumnDimensions);
        if (shape.ItemType == NumberDataViewType.Double)
            return AreSpikes ? ReshapedRows.ToSingle<double>(row, column, ColumnDimensions)
                : ReshapedRows.Same<double>(row, column, ColumnDimensions);
        return AreSpikes ? ReshapedRows.ToSingle<byte>(row, column, ColumnDimensions)
            : ReshapedRows.Same<byte>(row, column, ColumnDimensions);
    }

    internal override void Encode(in RowInput row, Span<float> output) => throw new NotSupportedException();

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows)
    {
        OnnxTensor values = rows.Column.Reshape(0, Length);
        return AreSpikes ? values.As(OnnxType.Single) : values;
    }

    internal override void Validate()
    {
        OptionCheck.Require(!ColumnDimensions.IsDefaultOrEmpty, 0, "dimensions", "Give at least one dimension.");
        foreach (int dimension in ColumnDimensions)
            OptionCheck.AtLeast(1, dimension, "dimensions");
        OptionCheck.Require(Dimensions.Product(ColumnDimensions.AsSpan()) <= Array.MaxLength,
            new OptionList<int>(ColumnDimensions), "dimensions",
            $"The product of the dimensions must be at most {Array.MaxLength}.");
    }

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(AreSpikes);
        writer.Write(ColumnDimensions.Length);
        foreach (int dimension in ColumnDimensions)
            writer.Write(dimension);
    }

    internal static ReshapeOptions Load(BinaryReader reader)
    {
        bool areSpikes = reader.ReadBoolean();
        int[] dimensions = new int[reader.ReadCount(sizeof(int))];
        foreach (ref int dimension in dimensions.AsSpan())
            dimension = reader.ReadInt32();
        return new ReshapeOptions { ColumnDimensions = [.. dimensions], AreSpikes = areSpikes }.Validated();
    }

    private int Length => Dimensions.Count(ColumnDimensions);

    private DataViewType ItemType(DataViewType input) => AreSpikes ? NumberDataViewType.Single : input;
}
