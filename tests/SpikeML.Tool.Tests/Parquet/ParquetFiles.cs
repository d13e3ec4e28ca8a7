using System.Collections.Immutable;
using Parquet;
using Parquet.Schema;
using SpikeML.Tool.Parquet;

namespace SpikeML.Tool.Tests.Parquet;

/// <summary>Writes and reads Parquet files.</summary>
internal static class ParquetFiles
{
    private static readonly Dictionary<Type, Func<ParquetRowGroupWriter, DataField, Array, int, int, Task>> Writers = new()
    {
        [typeof(bool)] = WriteAsync<bool>,
        [typeof(sbyte)] = WriteAsync<sbyte>,
        [typeof(byte)] = WriteAsync<byte>,
        [typeof(short)] = WriteAsync<short>,
        [typeof(ushort)] = WriteAsync<ushort>,
        [typeof(int)] = WriteAsync<int>,
        [typeof(uint)] = WriteAsync<uint>,
        [typeof(long)] = WriteAsync<long>,
        [typeof(ulong)] = WriteAsync<ulong>,
        [typeof(float)] = WriteAsync<float>,
        [typeof(double)] = WriteAsync<double>,
        [typeof(decimal)] = WriteAsync<decimal>,
        [typeof(DateTime)] = WriteAsync<DateTime>,
    };

    /// <summary>Writes spikes as the tool does, but without the record of a job.</summary>
    public static void WriteSpikes(string path, ImmutableArray<int> dimensions, float[] spikes)
    {
        using FileStream file = File.Create(path);
        ParquetTableWriter table = new(file, [ParquetColumnWriter.Make("Spikes", typeof(float), isList: true)], dimensions);
        table.Add([new ParquetColumn<float>(spikes) { Starts = [0, spikes.Length] }], 1);
        table.Finish();
    }

    /// <summary>Writes columns with one value a row, or null; equal parts of the rows are a row group each.</summary>
    public static void Write(string path, int groups, params (string Name, Array Values)[] columns)
    {
        ParquetSchema schema = new(
            columns.Select(column => new DataField(column.Name, column.Values.GetType().GetElementType()!)));
        using FileStream file = File.Create(path);
        WriteAsync(file, schema, groups, columns).GetAwaiter().GetResult();
    }

    /// <summary>Writes a list of numbers a row.</summary>
    public static void WriteLists(string path, string name, params float[][] rows)
    {
        using FileStream file = File.Create(path);
        ParquetTableWriter table = new(file, [ParquetColumnWriter.Make(name, typeof(float), isList: true)], [1]);
        int[] starts = [0, .. rows.Select((_, row) => rows.Take(row + 1).Sum(each => each.Length))];
        table.Add([new ParquetColumn<float>([.. rows.SelectMany(row => row)]) { Starts = starts }], rows.Length);
        table.Finish();
    }

    /// <summary>The values of a column, and the lengths of its lists.</summary>
    public static (T[] Values, int[]? Lengths) Read<T>(string path, string name)
        where T : struct
    {
        using ParquetContent content = ParquetContent.Open(path);
        ParquetField field = content.Fields.Single(each => each.Name == name);
        ParquetColumn<T>[] groups = [.. content.GroupRows.Select((_, group) => (ParquetColumn<T>)content.Read(group, field))];
        return ([.. groups.SelectMany(group => group.Values)], !field.IsList ? null
            : [.. groups.SelectMany(group => group.Starts!.Zip(group.Starts!.Skip(1), (start, end) => end - start))]);
    }

    private static async Task WriteAsync(FileStream file, ParquetSchema schema, int groups, (string Name, Array Values)[] columns)
    {
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(schema, file);
        int length = columns[0].Values.Length / groups;
        for (int group = 0; group < groups; group++)
        {
            using ParquetRowGroupWriter rows = writer.CreateRowGroup();
            for (int i = 0; i < columns.Length; i++)
                await WriteAsync(rows, schema.DataFields[i], columns[i].Values, group * length, length);
        }
    }

    // An array of bytes also matches the pattern of one of signed bytes, so the types are compared.
    private static Task WriteAsync(ParquetRowGroupWriter rows, DataField field, Array values, int first, int count)
    {
        Type type = values.GetType().GetElementType()!;
        if (type == typeof(string))
            return rows.WriteAsync(field, ((string[])values)[first..(first + count)]);
        return Nullable.GetUnderlyingType(type) == typeof(double)
            ? rows.WriteAsync<double>(field, ((double?[])values).AsMemory(first, count))
            : Writers[type](rows, field, values, first, count);
    }

    private static Task WriteAsync<T>(ParquetRowGroupWriter rows, DataField field, Array values, int first, int count)
        where T : struct => rows.WriteAsync<T>(field, ((T[])values).AsMemory(first, count));
}
