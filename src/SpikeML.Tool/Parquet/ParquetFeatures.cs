using System.Numerics;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Parquet;

/// <summary>The columns that become features: a value or a list of each, one after the other.</summary>
/// <param name="path">The file.</param>
/// <param name="fields">The columns.</param>
/// <param name="lengths">The number of values that each has in a row.</param>
internal sealed class ParquetFeatures(string path, ParquetField[] fields, int[] lengths)
{
    /// <summary>The column of the view.</summary>
    public ParquetViewColumn Column => fields.All(each => each.FitsSingle) ? Make<float>(NumberDataViewType.Single)
        : Make<double>(NumberDataViewType.Double);

    /// <summary>The first row tells how long the lists of all rows are.</summary>
    public static ParquetFeatures Of(string path, ParquetContent content, ParquetField[] fields)
    {
        int group = 0;
        while (group < content.GroupRows.Length && content.GroupRows[group] == 0)
            group++;
        int[] lengths = [.. fields.Select(field => !field.IsList ? 1
            : group < content.GroupRows.Length ? content.Read(group, field).Starts![1]
            : throw ToolException.BadInput($"'{path}' has no rows, so it is unknown how long the lists of '{field.Name}' are."))];
        if (Array.IndexOf(lengths, 0) is int empty and >= 0)
            throw ToolException.BadInput($"'{path}', row 0, column '{fields[empty].Name}': the list is empty or missing, but its "
                + "length is that of all rows. Remove the row.");
        return new ParquetFeatures(path, fields, lengths);
    }

    /// <summary>What is wrong with a value, in the words of the file.</summary>
    public string Explain(long row, InvalidFeatureException error)
    {
        int slot = error.Slot, column = 0;
        while (column < fields.Length - 1 && slot >= lengths[column])
            slot -= lengths[column++];
        string place = fields[column].IsList ? $"{fields[column].Name}[{slot}]" : fields[column].Name;
        return FormattableString.Invariant($"'{path}', row {row}, column '{place}': the value is {error.Value}. ")
            + ShellWords.Of(error.Reason);
    }

    private ParquetViewColumn Make<T>(NumberDataViewType type)
        where T : struct, IFloatingPointIeee754<T> =>
        new(InputRequest.DefaultFeatures, new VectorDataViewType(type, lengths.Sum()), Getter<T>);

    private ValueGetter<VBuffer<T>> Getter<T>(ParquetView.Cursor cursor)
        where T : struct, IFloatingPointIeee754<T>
    {
        int group = -1, length = lengths.Sum();
        (T[] Values, int[]? Starts)[] columns = [];
        return (ref row) =>
        {
            if (group != cursor.Group)
                (columns, group) = (Read<T>(cursor), cursor.Group);
            VBufferEditor<T> editor = VBufferEditor.Create(ref row, length);
            int slot = 0;
            for (int i = 0; i < columns.Length; slot += lengths[i++])
                columns[i].Values.AsSpan(columns[i].Starts?[cursor.Row] ?? cursor.Row, lengths[i]).CopyTo(editor.Values[slot..]);
            row = editor.Commit();
        };
    }

    private (T[] Values, int[]? Starts)[] Read<T>(ParquetView.Cursor cursor)
        where T : struct, IFloatingPointIeee754<T> => [.. fields.Select((field, i) =>
        {
            ParquetColumn column = cursor.Read(field);
            if (column.Starts is int[] starts)
                RequireLengths(starts, lengths[i], cursor, field);
            return (ParquetNumbers.Read<T>(column, $"The column '{field.Name}' of '{path}'"), column.Starts);
        })];

    private void RequireLengths(int[] starts, int length, ParquetView.Cursor cursor, ParquetField field)
    {
        for (int row = 0; row < starts.Length - 1; row++)
        {
            if (starts[row + 1] - starts[row] != length)
                throw ToolException.BadInput($"'{path}', row {cursor.Position - cursor.Row + row}, column '{field.Name}': "
                    + $"the list has {Counted.Of(starts[row + 1] - starts[row], "value")}, but that of the first row has "
                    + $"{length}: all must be equally long.");
        }
    }
}
