using Microsoft.ML;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>Two cursors in step, shuffled rows, a cache, sets of cursors and eight threads read the same values.</summary>
public class ReadingOrderTests
{
    [Theory]
    [Cases(Check.ReadingOrder)]
    public void Values_are_the_same_in_every_order_and_on_every_thread(string estimator) =>
        Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        ITransformer transformer = test.Estimator(context).Fit(test.Valid(context));
        IDataView spikes = transformer.Transform(test.Valid(context));
        List<(int Id, string)> expected = RowValues.Spikes(spikes);
        var byId = (List<(int Id, string)> rows) => rows.OrderBy(row => row.Id);

        using (DataViewRowCursor first = spikes.GetRowCursor(spikes.Schema), second = spikes.GetRowCursor(spikes.Schema))
        {
            Func<string> firstValue = RowValues.Reader(first, first.Schema["Spikes"]);
            Func<string> secondValue = RowValues.Reader(second, second.Schema["Spikes"]);
            second.MoveNext();
            foreach ((int _, string value) in expected)
            {
                Assert.True(first.MoveNext());
                bool ahead = second.MoveNext();
                string late = ahead ? secondValue() : "";
                Assert.Equal(value, firstValue());
                Assert.Equal(late, ahead ? secondValue() : "");
            }
        }
        Assert.Equal(expected, byId(RowValues.Read(spikes, "Spikes", new Random(3))));
        IDataView shuffled = transformer.Transform(context.Data.ShuffleRows(test.Valid(context), seed: 9));
        OrderAssert.AgreesUnlessOrderMatters(test, expected, RowValues.Spikes(shuffled));
        if (test.CanBeCached)
            Assert.Equal(expected, RowValues.Spikes(context.Data.Cache(spikes)));

        IDataView cachedSource = transformer.Transform(context.Data.Cache(test.Valid(context)));
        foreach (int count in new[] { 2, 8 })
        {
            foreach (IDataView view in new[] { spikes, cachedSource })
            {
                DataViewRowCursor[] cursors = view.GetRowCursorSet(view.Schema, count);
                if (test.Order != RowOrder.Irrelevant)
                    IsReadInOrder(view, cursors);
                var read = new List<(int Id, string)>[cursors.Length];
                Parallel.For(0, cursors.Length, i => { using (cursors[i]) read[i] = RowValues.Read(cursors[i], "Spikes"); });
                Assert.Equal(expected, byId([.. read.SelectMany(rows => rows)]));
            }
        }
        Parallel.For(0, 8, _ => Assert.Equal(expected, RowValues.Spikes(transformer.Transform(test.Valid(new MLContext())))));
    }

    /// <summary>Nobody may read ahead, or out of order.</summary>
    private static void IsReadInOrder(IDataView view, DataViewRowCursor[] cursors)
    {
        Assert.False(view.CanShuffle);
        Assert.Single(cursors);
    }
}
