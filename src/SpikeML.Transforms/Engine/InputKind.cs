using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>A kind of input column: the types that it can have, and how its rows are read.</summary>
internal abstract class InputKind
{
    /// <summary>Values of Single, Double or Byte: a scalar or a vector of known size.</summary>
    public static InputKind Features { get; } = new NumberInput("a scalar or a known-size vector of Single, Double or Byte",
        scalarAllowed: true);

    /// <summary>Values of Single, Double or Byte: a vector of known size whose first dimension is time.</summary>
    public static InputKind Series { get; } = new NumberInput(
        "a known-size vector of Single, Double or Byte whose first dimension is time");

    /// <summary>Values of Single, Double or Byte: a vector of known size.</summary>
    public static InputKind Vectors { get; } = new NumberInput("a known-size vector of Single, Double or Byte");

    /// <summary>Values of Single, Double or Byte: a vector of known or variable size.</summary>
    public static InputKind AnyVectors { get; } = new NumberInput("a vector of Single, Double or Byte", variableAllowed: true);

    /// <summary>Spikes: a vector of Single of known size whose first dimension is time.</summary>
    public static InputKind Spikes { get; } = new SpikeInput();

    /// <summary>Labels: a key or a number, as a scalar or a vector of known size.</summary>
    public static InputKind Labels { get; } = new LabelInput();

    /// <summary>Events: a vector of Single of any size, three numbers an event.</summary>
    public static InputKind Events { get; } = new EventInput();

    /// <summary>Events of a camera: a vector of numbers of any size, four numbers an event.</summary>
    public static InputKind AddressEvents { get; } = new AddressEventInput();

    /// <summary>Whether a column contains Doubles.</summary>
    public static bool IsDouble(DataViewSchema.Column column) => column.Type.GetItemType() == NumberDataViewType.Double;

    /// <summary>A description of the accepted types.</summary>
    protected abstract string Expected { get; }

    /// <summary>Throws if a column whose dimensions are not known yet is not accepted.</summary>
    public void Check(IExceptionContext host, SchemaShape.Column column, string role = "input")
    {
        if (!Takes(column))
            throw host.ExceptSchemaMismatch(nameof(column), role, column.Name, Expected, column.GetTypeString());
    }

    /// <summary>The dimensions of a column, empty for a scalar; throws if the column is not accepted.</summary>
    public ImmutableArray<int> Dimensions(IExceptionContext host, DataViewSchema.Column column, string role = "input")
    {
        if (!Takes(column.Type))
            throw host.ExceptSchemaMismatch(nameof(column), role, column.Name, Expected, column.Type.ToString());
        return (column.Type as VectorDataViewType)?.Dimensions ?? [];
    }

    /// <summary>Reads the column's rows.</summary>
    public virtual FeatureReader MakeReader(DataViewRow row, DataViewSchema.Column column) => FeatureReader.Create(row, column);

    protected abstract bool Takes(SchemaShape.Column column);

    protected abstract bool Takes(DataViewType type);

    private sealed class NumberInput(string expected, bool scalarAllowed = false, bool variableAllowed = false) : InputKind
    {
        protected override string Expected => expected;

        protected override bool Takes(SchemaShape.Column column) => !column.IsKey && IsNumber(column.ItemType)
            && (column.Kind == SchemaShape.Column.VectorKind.Vector
                || (scalarAllowed && column.Kind == SchemaShape.Column.VectorKind.Scalar)
                || (variableAllowed && column.Kind == SchemaShape.Column.VectorKind.VariableVector));

        protected override bool Takes(DataViewType type) =>
            type is VectorDataViewType vector ? (vector.IsKnownSize || variableAllowed) && IsNumber(vector.ItemType)
                : scalarAllowed && IsNumber(type);

        private static bool IsNumber(DataViewType type) =>
            type == NumberDataViewType.Single || type == NumberDataViewType.Double || type == NumberDataViewType.Byte;
    }

    private sealed class SpikeInput : InputKind
    {
        protected override string Expected => "a known-size vector of Single whose first dimension is time";

        protected override bool Takes(SchemaShape.Column column) =>
            column.Kind == SchemaShape.Column.VectorKind.Vector && !column.IsKey && column.ItemType == NumberDataViewType.Single;

        protected override bool Takes(DataViewType type) =>
            type is VectorDataViewType { IsKnownSize: true } vector && vector.ItemType == NumberDataViewType.Single;
    }

    private sealed class LabelInput : InputKind
    {
        protected override string Expected => "a scalar or a known-size vector of a key or a number";

        public override FeatureReader MakeReader(DataViewRow row, DataViewSchema.Column column) =>
            LabelReader.Create(row, column);

        protected override bool Takes(SchemaShape.Column column) =>
            column.Kind != SchemaShape.Column.VectorKind.VariableVector && IsLabel(column.ItemType.RawType);

        protected override bool Takes(DataViewType type) =>
            IsLabel(type.GetItemType().RawType) && type is not VectorDataViewType { IsKnownSize: false };

        private static bool IsLabel(Type type) =>
            type.IsPrimitive && type != typeof(bool) && type != typeof(char) && type != typeof(nint) && type != typeof(nuint);
    }

    private sealed class EventInput : InputKind
    {
        protected override string Expected => "a vector of Single with three numbers for each event";

        public override FeatureReader MakeReader(DataViewRow row, DataViewSchema.Column column) =>
            FeatureReader.OfVariableSize(row, column);

        protected override bool Takes(SchemaShape.Column column) =>
            column.Kind != SchemaShape.Column.VectorKind.Scalar && !column.IsKey && column.ItemType == NumberDataViewType.Single;

        protected override bool Takes(DataViewType type) =>
            type is VectorDataViewType vector && vector.ItemType == NumberDataViewType.Single;
    }

    private sealed class AddressEventInput : InputKind
    {
        protected override string Expected =>
            "a vector of Int64, Int32, Double or Single with four numbers for each event: x, y, time, polarity";

        public override FeatureReader MakeReader(DataViewRow row, DataViewSchema.Column column) =>
            AddressEventReader.OfColumn(row, column);

        protected override bool Takes(SchemaShape.Column column) =>
            column.Kind != SchemaShape.Column.VectorKind.Scalar && !column.IsKey && IsNumber(column.ItemType);

        protected override bool Takes(DataViewType type) =>
            type is VectorDataViewType vector && vector.Size % EventColumn.Fields == 0 && IsNumber(vector.ItemType);

        private static bool IsNumber(DataViewType type) =>
            type == NumberDataViewType.Int64 || type == NumberDataViewType.Int32 || type == NumberDataViewType.Double
                || type == NumberDataViewType.Single;
    }
}
