using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Conformance;

/// <summary>What the checks ask of estimators that are no row mappers: see <see cref="RowOrder"/>.</summary>
internal static class StreamChecks
{
    /// <summary>Check 4.</summary>
    public static void MapsNoRows(ITransformer transformer, DataViewSchema schema)
    {
        Assert.False(transformer.IsRowToRowMapper);
        Assert.Contains("CreateSpikeStreamEngine", Assert.ThrowsAny<InvalidOperationException>(() => transformer.GetRowToRowMapper(schema)).Message, StringComparison.Ordinal);
    }

    /// <summary>Checks 10 to 12: the same rows in another order.</summary>
    public static void AgreesUnlessOrderMatters(ConformanceCase test, List<(int Id, string)> expected, List<(int Id, string)> reordered)
    {
        IEnumerable<(int Id, string)> rows = reordered.OrderBy(row => row.Id);
        if (test.Order != RowOrder.AsRead)
            Assert.Equal(expected.OrderBy(row => row.Id), rows);
        else
            Assert.NotEqual(expected.OrderBy(row => row.Id), rows);
    }

    /// <summary>Check 12: nobody may read ahead, or out of order.</summary>
    public static void IsReadInOrder(IDataView view, DataViewRowCursor[] cursors)
    {
        Assert.False(view.CanShuffle);
        Assert.Single(cursors);
    }

    /// <summary>Check 13: not by an ordinary engine, which may be given any row at any time.</summary>
    public static void PredictsInOrderWhatTheBatchGives(
        ConformanceCase test, MLContext context, ITransformer transformer, byte[] file, Dictionary<int, string> batch)
    {
        SchemaDefinition schema = SampleRow.Schema(test.InputDimensions);
        Assert.ThrowsAny<ArgumentException>(() => context.Model.CreatePredictionEngine<SampleRow, SpikesRow>(transformer, inputSchemaDefinition: schema));
        SampleRow[] rows = test.Rows(test.InputDimensions, ConformanceCase.RowCount);
        var predict = (ITransformer model, MLContext host) =>
        {
            using SpikeStreamEngine<SampleRow, SpikesRow> engine = model.CreateSpikeStreamEngine<SampleRow, SpikesRow>(host, schema);
            Assert.All(rows, row => Assert.Equal(batch[row.Id], RowValues.Text(engine.Predict(row).Spikes)));
        };
        predict(transformer, context);
        predict(transformer, context);
        Parallel.For(0, 6, worker =>
        {
            MLContext other = new(seed: worker);
            predict(ModelFile.Load(other, file), other);
        });
    }

    /// <summary>Check 15.</summary>
    public static void ReadsOnlyWhatItNeeds(ConformanceCase test, ITransformer transformer, IDataView data)
    {
        foreach ((string column, string[] needed) in new (string, string[])[] { ("Spikes", [.. test.OtherInputs.Add("Features").Order()]), ("Note", ["Note"]) })
        {
            RequestedColumns source = new(data);
            IDataView output = transformer.Transform(source);
            using (DataViewRowCursor cursor = output.GetRowCursor([output.Schema[column]]))
                Assert.True(cursor.MoveNext());
            Assert.NotEmpty(source.Requests);
            Assert.All(source.Requests, request => Assert.Equal(needed, request.Order()));
        }
    }

    /// <summary>Check 16: of a cached view, whose cursor allocates nothing either, once the first half has been read.</summary>
    public static void AllocatesNothingPerRow(ConformanceCase test, MLContext context, ITransformer transformer)
    {
        IDataView spikes = transformer.Transform(context.Data.Cache(test.Data(context, test.InputDimensions, 2 * ConformanceCase.RowCount)));
        long least = long.MaxValue;
        for (int pass = 0; pass < 40; pass++)
            least = Math.Min(least, AllocatedByTheSecondHalf(spikes));
        Assert.Equal(0, least);
    }

    private static long AllocatedByTheSecondHalf(IDataView spikes)
    {
        using DataViewRowCursor cursor = spikes.GetRowCursor([spikes.Schema["Spikes"]]);
        ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(spikes.Schema["Spikes"]);
        VBuffer<float> values = default;
        long[] allocated = new long[2 * ConformanceCase.RowCount];
        for (int row = 0; cursor.MoveNext(); row++)
        {
            getter(ref values);
            allocated[row] = GC.GetAllocatedBytesForCurrentThread();
        }
        return allocated[^1] - allocated[ConformanceCase.RowCount];
    }

    private sealed class SpikesRow
    {
        public float[] Spikes { get; set; } = [];
    }
}
