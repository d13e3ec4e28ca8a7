using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Plot.Export;

/// <summary>Reads the spike train of one row of a data view.</summary>
internal static class SpikeRow
{
    /// <summary>
    /// Reads one value of one column: earlier rows are skipped without being computed, later rows are not read.
    /// </summary>
    public static SpikeTrain Read(IDataView data, string columnName, long row)
    {
        SpikeColumn spikes = SpikeColumn.Find(data, columnName);
        using DataViewRowCursor cursor = MoveTo(data, spikes.Column, row);
        VBuffer<float> value = default;
        cursor.GetGetter<VBuffer<float>>(spikes.Column)(ref value);
        return spikes.ToTrain(value);
    }

    /// <summary>Reads the values of one row of a column of numbers, and its dimensions.</summary>
    public static (float[] Values, int[] Dimensions) ReadValues(IDataView data, DataViewSchema.Column column, long row)
    {
        MLContext context = new();
        int[] dimensions = [.. InputKind.Features.Dimensions(context, column)];
        using DataViewRowCursor cursor = MoveTo(data, column, row);
        return (FeatureReader.Create(cursor, column).Read().ToArray(), dimensions is [] ? [1] : dimensions);
    }

    private static DataViewRowCursor MoveTo(IDataView data, DataViewSchema.Column column, long row)
    {
        if (row < 0)
            throw new ArgumentOutOfRangeException(nameof(row), row, "row must be at least 0.");
        if (data.GetRowCount() is { } count && row >= count)
            throw Beyond(row, count);
        DataViewRowCursor cursor = OpenSequential(data, column);
        for (long passed = 0; passed <= row; passed++)
        {
            if (cursor.MoveNext())
                continue;
            cursor.Dispose();
            throw Beyond(row, passed);
        }
        return cursor;
    }

    // GetRowCursor of a transformed view reads ahead on all cores and computes hundreds of unneeded values; a set of one cursor
    // does not.
    private static DataViewRowCursor OpenSequential(IDataView data, DataViewSchema.Column column)
    {
        DataViewRowCursor[] cursors = data.GetRowCursorSet([column], 1);
        if (cursors.Length == 1)
            return cursors[0];
        foreach (DataViewRowCursor cursor in cursors)
            cursor.Dispose();
        return data.GetRowCursor([column]);
    }

    private static ArgumentOutOfRangeException Beyond(long row, long count) =>
        new(nameof(row), row, $"The data has {Counted.Of(count, "row")}, numbered from 0.");
}
