using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Takes the values of one row of one column.</summary>
internal delegate void RowLearner(int pair, ReadOnlySpan<float> features);

/// <summary>One pass over the data that an estimator is fitted on.</summary>
internal static class ColumnLearning
{
    /// <summary>Hands every row of every input column to <paramref name="learn"/>; an empty view is an error.</summary>
    /// <param name="host">Asked before each row whether to go on, and told how many there were.</param>
    /// <param name="data">The data.</param>
    /// <param name="columns">The columns, as <paramref name="learn"/> counts them.</param>
    /// <param name="what">What is learned, for messages.</param>
    /// <param name="learn">Takes a row.</param>
    /// <param name="makeReader">Reads other columns than features.</param>
    public static void Read(IHost host, IDataView data, DataViewSchema.Column[] columns, string what, RowLearner learn,
        Func<DataViewRow, DataViewSchema.Column, FeatureReader>? makeReader = null)
    {
        makeReader ??= FeatureReader.Create;
        using IChannel channel = host.Start($"Learning {what}");
        using DataViewRowCursor cursor = data.GetRowCursor(columns.DistinctBy(column => column.Index));
        FeatureReader[] readers = [.. columns.Select(column => makeReader(cursor, column))];
        long rows = 0;
        for (; cursor.MoveNext(); rows++)
        {
            host.CheckAlive();
            for (int pair = 0; pair < columns.Length; pair++)
                LearnRow(pair, readers[pair], columns[pair].Name, learn);
        }
        if (rows == 0)
            throw channel.Except($"There is no row to learn {what} from: fit on data, or give what is learned as an option.");
        channel.Info($"Learned {what} from {rows} rows.");
    }

    private static void LearnRow(int pair, FeatureReader reader, string columnName, RowLearner learn)
    {
        try
        {
            learn(pair, reader.Read());
        }
        catch (InvalidFeatureException error)
        {
            throw error.InColumn(columnName);
        }
    }
}
