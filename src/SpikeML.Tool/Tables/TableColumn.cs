using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Csv;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tables;

/// <summary>A column of a table that is written, whose values are in one of five types, or arrays of numbers.</summary>
internal sealed class TableColumn
{
    private readonly DataViewSchema.Column _column;
    private readonly string[] _keys;

    public TableColumn(DataViewSchema schema, string name)
    {
        _column = schema[name];
        _keys = _column.Type is KeyDataViewType ? KeyNames.Of(schema, _column) : [];
        Type = TypeOf(_column, _keys);
        Size = _column.Type is VectorDataViewType vector ? vector.Size : 1;
        Slots = SlotsOf(_column, Size);
    }

    public string Name => _column.Name;

    public DataViewSchema.Column Column => _column;

    /// <summary>Text, Boolean, Int64, Single, Double, or an array of Single.</summary>
    public Type Type { get; }

    public bool IsVector => Type == typeof(float[]);

    /// <summary>The number of values in each row.</summary>
    public int Size { get; }

    /// <summary>The names of the values of a vector, or none if it has none.</summary>
    public string[] Slots { get; }

    /// <summary>Reads the value of the current row: of <see cref="Type"/>, or null if it is missing.</summary>
    public Func<object?> Reader(DataViewRow row) => _column.Type.RawType switch
    {
        _ when IsVector => Vector(row),
        _ when _column.Type is KeyDataViewType => Read<uint>(row, key => key == 0 ? null : KeyOf(key)),
        Type type when type == typeof(float) => Read<float>(row, value => value),
        Type type when type == typeof(double) => Read<double>(row, value => value),
        Type type when type == typeof(bool) => Read<bool>(row, value => value),
        Type type when type == typeof(byte) => Read<byte>(row, value => (long)value),
        Type type when type == typeof(int) => Read<int>(row, value => (long)value),
        Type type when type == typeof(uint) => Read<uint>(row, value => (long)value),
        Type type when type == typeof(long) => Read<long>(row, value => value),
        _ => Read<ReadOnlyMemory<char>>(row, text => $"{text}"),
    };

    private object KeyOf(uint key)
    {
        if (key > _keys.Length)
            return Type == typeof(long) ? key - 1L : (key - 1).ToString(CultureInfo.InvariantCulture);
        return Type == typeof(long) ? long.Parse(_keys[key - 1], CultureInfo.InvariantCulture) : _keys[key - 1];
    }

    private Func<object?> Read<T>(DataViewRow row, Func<T, object?> convert)
    {
        ValueGetter<T> getter = row.GetGetter<T>(_column);
        T value = default!;
        return () =>
        {
            getter(ref value);
            return convert(value);
        };
    }

    private Func<object?> Vector(DataViewRow row)
    {
        ValueGetter<VBuffer<float>> getter = row.GetGetter<VBuffer<float>>(_column);
        VBuffer<float> values = default;
        return () =>
        {
            getter(ref values);
            return values.DenseValues().ToArray();
        };
    }

    private static Type TypeOf(DataViewSchema.Column column, string[] keys) => column.Type switch
    {
        VectorDataViewType { ItemType: var item } when item == NumberDataViewType.Single => typeof(float[]),
        KeyDataViewType => keys.All(IsInteger) ? typeof(long) : typeof(string),
        NumberDataViewType { RawType: Type number } when number == typeof(float) || number == typeof(double) => number,
        NumberDataViewType { RawType: Type number } when number == typeof(byte) || number == typeof(int)
            || number == typeof(uint) || number == typeof(long) => typeof(long),
        BooleanDataViewType => typeof(bool),
        TextDataViewType => typeof(string),
        _ => throw ToolException.BadInput(
            $"The column '{column.Name}' is {column.Type}, which cannot be written to a table."),
    };

    private static bool IsInteger(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign,
        CultureInfo.InvariantCulture, out long number) && number.ToString(CultureInfo.InvariantCulture) == text;

    private static string[] SlotsOf(DataViewSchema.Column column, int size)
    {
        VBuffer<ReadOnlyMemory<char>> names = default;
        if (column.HasSlotNames())
            column.GetSlotNames(ref names);
        string[] texts = [.. names.DenseValues().Select(name => name.ToString())];
        return texts.Length == size && texts.All(text => text.Length > 0) ? texts : [];
    }
}
