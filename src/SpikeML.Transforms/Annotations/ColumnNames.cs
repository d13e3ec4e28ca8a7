using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>The source of the names of a column's slots or neurons.</summary>
internal abstract class ColumnNames
{
    /// <summary>The input's slots keep their names.</summary>
    public static ColumnNames OfSlots { get; } = new KeptNames(AnnotationUtils.Kinds.SlotNames);

    /// <summary>The input's neurons keep their names.</summary>
    public static ColumnNames OfNeurons { get; } = new KeptNames(SpikeAnnotations.NeuronNames);

    /// <summary>The values of the input's keys name the neurons.</summary>
    public static ColumnNames OfClasses { get; } = new ClassNames();

    /// <summary>Whether there will be names, given only the shape of the input.</summary>
    public abstract bool ArePromised(SchemaShape schema, SchemaShape.Column input);

    /// <summary>Gets a number of names, or null if the input has a different number.</summary>
    public abstract ValueGetter<VBuffer<ReadOnlyMemory<char>>>? Find(
        DataViewSchema schema, DataViewSchema.Column input, int count);

    protected static bool Has(SchemaShape.Column column, string kind) =>
        column.Annotations.TryFindColumn(kind, out SchemaShape.Column names)
        && names.Kind == SchemaShape.Column.VectorKind.Vector && names.ItemType is TextDataViewType;

    protected static ValueGetter<VBuffer<ReadOnlyMemory<char>>>? Find(DataViewSchema.Column column, string kind, int count)
    {
        DataViewSchema.Annotations annotations = column.Annotations;
        return annotations.Schema.GetColumnOrNull(kind) is { Type: VectorDataViewType { ItemType: TextDataViewType } type }
            && type.Size == count
            ? (ref VBuffer<ReadOnlyMemory<char>> names) => annotations.GetValue(kind, ref names)
            : null;
    }

    private sealed class KeptNames(string kind) : ColumnNames
    {
        public override bool ArePromised(SchemaShape schema, SchemaShape.Column input) => Has(input, kind);

        public override ValueGetter<VBuffer<ReadOnlyMemory<char>>>? Find(
            DataViewSchema schema, DataViewSchema.Column input, int count) => Find(input, kind, count);
    }
}
