using Microsoft.ML;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>A row gives the same however often it is read, and a buffer that its reader overwrites harms no other row.</summary>
public class RepeatedReadTests
{
    [Theory]
    [Cases(Check.RepeatedReads)]
    public void Row_gives_the_same_however_often_it_is_read(string estimator) => Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
    {
        IDataView spikes = test.Transformed(new MLContext(seed: 1));
        List<(int, string Value)> expected = RowValues.Spikes(spikes);
        // A set of one: ML.NET's single cursors may read ahead, and so ask once for each row whatever their user does.
        using DataViewRowCursor cursor = spikes.GetRowCursorSet([spikes.Schema["Spikes"]], 1).Single();
        // What a caller does to a buffer that it was handed must not reach any other row.
        Func<string> reader = RowValues.Reader(cursor, spikes.Schema["Spikes"], spoils: true);
        for (int row = 0; cursor.MoveNext(); row++)
        {
            for (int time = 0; time < row % 3; time++)
                Assert.Equal(expected[row].Value, reader());
        }
    }
}
