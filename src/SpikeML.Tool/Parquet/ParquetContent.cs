using System.Collections.Immutable;
using Parquet;
using Parquet.Data;
using Parquet.Schema;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Parquet;

/// <summary>An open Parquet file, whose columns are read one row group at a time.</summary>
internal sealed class ParquetContent : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;
    private readonly ParquetReader _reader;

    private ParquetContent(string path, FileStream file, ParquetReader reader)
    {
        (_path, _file, _reader) = (path, file, reader);
        Fields = ParquetField.Of(reader.Schema);
        GroupRows = [.. reader.RowGroups.Select(group => group.RowCount)];
        if (GroupRows.Any(rows => rows is < 0 or > int.MaxValue))
            throw Damaged(path, "a row group has no possible number of rows");
    }

    public ImmutableArray<ParquetField> Fields { get; }

    public ParquetSchema Schema => _reader.Schema;

    /// <summary>The number of rows in each row group.</summary>
    public ImmutableArray<long> GroupRows { get; }

    public long Rows => GroupRows.Sum();

    public IReadOnlyDictionary<string, string> Metadata => _reader.CustomMetadata;

    /// <exception cref="ToolException">It is damaged, or is not a Parquet file.</exception>
    public static ParquetContent Open(string path)
    {
        FileStream file = RegularFile.Open(path);
        try
        {
            return Guard(path, async () =>
                new ParquetContent(path, file, await ParquetReader.CreateAsync(file, null, leaveStreamOpen: true)));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads a column of a row group.</summary>
    /// <exception cref="ToolException">It is damaged, or its values are of a type that is not supported.</exception>
    public ParquetColumn Read(int group, ParquetField field) => Guard(_path, async () =>
    {
        using RawColumnData data = await _reader.OpenRowGroupReader(group).ReadRawColumnDataBaseAsync(field.Data);
        return ParquetColumn.Of(data, field, (int)GroupRows[group]);
    });

    public void Dispose()
    {
        _reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _file.Dispose();
    }

    /// <summary>Whatever the parser throws for a file that is not what it expects is an error of the file.</summary>
    private static T Guard<T>(string path, Func<Task<T>> read)
    {
        try
        {
            return read().GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is not (ToolException or OutOfMemoryException or OperationCanceledException))
        {
            // Of a damaged file, the parser itself may stumble; only its deliberate errors say something to users.
            throw Damaged(path, error is FormatException or IOException or InvalidDataException or NotSupportedException
                ? ErrorReport.OneLine(error.Message).TrimEnd('.') : "its content cannot be understood", error);
        }
    }

    private static ToolException Damaged(string path, string how, Exception? cause = null) =>
        ToolException.BadInput($"'{path}' is damaged, or is not a Parquet file: {how}.", cause);
}
