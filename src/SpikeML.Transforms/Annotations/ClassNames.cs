using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>The values of a scalar key as text: the class names of targets.</summary>
internal sealed class ClassNames : ColumnNames
{
    private const string KeyValues = AnnotationUtils.Kinds.KeyValues;

    public override bool ArePromised(SchemaShape schema, SchemaShape.Column input) =>
        input.IsKey && input.Kind == SchemaShape.Column.VectorKind.Scalar
        && input.Annotations.TryFindColumn(KeyValues, out SchemaShape.Column values)
        && values.Kind == SchemaShape.Column.VectorKind.Vector && IsKnown(values.ItemType);

    /// <summary>Classes without a key value have empty names.</summary>
    public override ValueGetter<VBuffer<ReadOnlyMemory<char>>>? Find(
        DataViewSchema schema, DataViewSchema.Column input, int count)
    {
        if (input.Type is not KeyDataViewType
            || input.Annotations.Schema.GetColumnOrNull(KeyValues) is not { Type: VectorDataViewType { IsKnownSize: true } type }
            || !IsKnown(type.ItemType))
            return null;
        return (ref VBuffer<ReadOnlyMemory<char>> names) =>
        {
            VBufferEditor<ReadOnlyMemory<char>> editor = VBufferEditor.Create(ref names, count);
            editor.Values.Clear();
            Read(type.ItemType, input.Annotations, editor.Values);
            names = editor.Commit();
        };
    }

    private static bool IsKnown(DataViewType type) => type is TextDataViewType or NumberDataViewType or BooleanDataViewType;

    private static void Read(DataViewType type, DataViewSchema.Annotations values, Span<ReadOnlyMemory<char>> names)
    {
        if (type is TextDataViewType)
            Read<ReadOnlyMemory<char>>(values, names, text => text);
        else if (type is BooleanDataViewType)
            Read<bool>(values, names, value => value.ToString().AsMemory());
        else if (type == NumberDataViewType.Single)
            ReadNumbers<float>(values, names);
        else if (type == NumberDataViewType.Double)
            ReadNumbers<double>(values, names);
        else if (type == NumberDataViewType.Byte)
            ReadNumbers<byte>(values, names);
        else if (type == NumberDataViewType.SByte)
            ReadNumbers<sbyte>(values, names);
        else if (type == NumberDataViewType.Int16)
            ReadNumbers<short>(values, names);
        else if (type == NumberDataViewType.UInt16)
            ReadNumbers<ushort>(values, names);
        else if (type == NumberDataViewType.Int32)
            ReadNumbers<int>(values, names);
        else if (type == NumberDataViewType.UInt32)
            ReadNumbers<uint>(values, names);
        else if (type == NumberDataViewType.Int64)
            ReadNumbers<long>(values, names);
        else
            ReadNumbers<ulong>(values, names);
    }

    private static void ReadNumbers<T>(DataViewSchema.Annotations values, Span<ReadOnlyMemory<char>> names)
        where T : IFormattable =>
        Read<T>(values, names, number => number.ToString(null, CultureInfo.InvariantCulture).AsMemory());

    private static void Read<T>(DataViewSchema.Annotations values, Span<ReadOnlyMemory<char>> names,
        Func<T, ReadOnlyMemory<char>> toText)
    {
        VBuffer<T> all = default;
        values.GetValue(KeyValues, ref all);
        foreach (KeyValuePair<int, T> value in all.Items(all: true))
        {
            if (value.Key < names.Length)
                names[value.Key] = toText(value.Value);
        }
    }
}
