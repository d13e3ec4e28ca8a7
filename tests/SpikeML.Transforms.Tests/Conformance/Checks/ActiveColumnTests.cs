using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>A row has the same position, id and values whichever columns are read.</summary>
public class ActiveColumnTests
{
    [Theory]
    [Cases(Check.ActiveColumns)]
    public void Values_are_the_same_whichever_columns_are_read(string estimator) => Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
    {
        IDataView spikes = test.Transformed(new MLContext(seed: 1));
        DataViewSchema schema = spikes.Schema;
        List<(long, DataViewRowId, string)>[] all = ReadColumns(spikes, schema);
        foreach (int parity in new[] { 0, 1 })
        {
            DataViewSchema.Column[] half = [.. schema.Where(column => column.Index % 2 == parity)];
            List<(long, DataViewRowId, string)>[] read = ReadColumns(spikes, half);
            for (int i = 0; i < half.Length; i++)
                Assert.Equal(all[half[i].Index], read[i]);
        }
        foreach (DataViewSchema.Column column in schema)
            Assert.Equal(all[column.Index], ReadColumns(spikes, [column])[0]);
    }

    private static List<(long Position, DataViewRowId Id, string Value)>[] ReadColumns(
        IDataView data, IEnumerable<DataViewSchema.Column> columns)
    {
        using DataViewRowCursor cursor = data.GetRowCursor(columns);
        ValueGetter<DataViewRowId> idGetter = cursor.GetIdGetter();
        Func<string>[] readers = [.. columns.Select(column => RowValues.Reader(cursor, column))];
        var rows = readers.Select(_ => new List<(long, DataViewRowId, string)>()).ToArray();
        DataViewRowId id = default;
        while (cursor.MoveNext())
        {
            idGetter(ref id);
            for (int i = 0; i < readers.Length; i++)
                rows[i].Add((cursor.Position, id, readers[i]()));
        }
        return rows;
    }
}
