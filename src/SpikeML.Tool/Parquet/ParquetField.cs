using System.Collections.Immutable;
using Microsoft.ML.Data;
using Parquet.Schema;

namespace SpikeML.Tool.Parquet;

/// <summary>A column of values in a Parquet file: one for each row, or a list of them.</summary>
/// <param name="Name">Its name; that of a value within a structure has the structure's name and a point before it.</param>
/// <param name="Data">The values.</param>
internal sealed record ParquetField(string Name, DataField Data)
{
    public bool IsList => Data.MaxRepetitionLevel > 0;

    /// <summary>Whether it holds numbers that can be encoded: one for each row, or a list of them.</summary>
    public bool HoldsNumbers => Data.MaxRepetitionLevel <= 1 && Type is NumberDataViewType or BooleanDataViewType;

    /// <summary>Whether single precision holds each of its numbers.</summary>
    public bool FitsSingle => Data.ClrType == typeof(bool) || Data.ClrType == typeof(byte) || Data.ClrType == typeof(sbyte)
        || Data.ClrType == typeof(short) || Data.ClrType == typeof(ushort) || Data.ClrType == typeof(float);

    /// <summary>ML.NET's type of a value, or null if it has none.</summary>
    public PrimitiveDataViewType? Type => Data.ClrType switch
    {
        Type type when type == typeof(bool) => BooleanDataViewType.Instance,
        Type type when type == typeof(float) => NumberDataViewType.Single,
        Type type when type == typeof(double) || type == typeof(decimal) => NumberDataViewType.Double,
        Type type when type == typeof(ReadOnlyMemory<char>) || type == typeof(string) => TextDataViewType.Instance,
        Type type when type == typeof(sbyte) || type == typeof(byte) || type == typeof(short) || type == typeof(ushort)
            || type == typeof(int) || type == typeof(uint) || type == typeof(long) || type == typeof(ulong) =>
            NumberDataViewType.Int64,
        _ => null,
    };

    /// <summary>What it holds, in words.</summary>
    public string Description
    {
        get
        {
            string values = Type is TextDataViewType ? "text" : Data.ClrType.Name;
            return $"{string.Concat(Enumerable.Repeat("list of ", Data.MaxRepetitionLevel))}{values}";
        }
    }

    public static ImmutableArray<ParquetField> Of(ParquetSchema schema)
    {
        Dictionary<DataField, string> lists = schema.Fields.OfType<ListField>().Where(list => list.Item is DataField)
            .ToDictionary(list => (DataField)list.Item, list => list.Name);
        return [.. schema.DataFields.Select(field =>
            new ParquetField(lists.GetValueOrDefault(field) ?? string.Join('.', field.Path.ToList()), field))];
    }
}
