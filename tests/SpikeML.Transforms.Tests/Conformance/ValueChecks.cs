using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Conformance;

/// <summary>Checks 8, 10, 12, 14 and 15: a row has the same values in whichever way it is read.</summary>
internal static class ValueChecks
{
    public static void AgreesWhicheverColumnsAreActive(ConformanceCase test)
    {
        (MLContext context, IDataView spikes) = Transformed(test);
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

    public static void SurvivesTextAndBinaryFiles(ConformanceCase test)
    {
        (MLContext context, IDataView spikes) = Transformed(test);
        using TemporaryFolder folder = new();
        if (test.Files.HasFlag(FileKinds.Binary))
            SurvivesABinaryFile(context, spikes, folder);
        if (test.Files.HasFlag(FileKinds.Text))
            SurvivesATextFile(context, spikes, folder);

        // Re-applied to new data: the same rows in reverse.
        ITransformer transformer = test.Estimator(context).Fit(test.Valid(context));
        IDataView reversed = context.Data.LoadFromEnumerable(context.Data.CreateEnumerable<SampleRow>(test.Valid(context), false).Reverse().ToArray(),
            SampleRow.Schema(test.InputDimensions));
        StreamChecks.AgreesUnlessOrderMatters(test,
            RowValues.Read(transformer.Transform(test.Valid(context)), "Spikes"), RowValues.Read(transformer.Transform(reversed), "Spikes"));
    }

    private static void SurvivesABinaryFile(MLContext context, IDataView spikes, TemporaryFolder folder)
    {
        using (FileStream stream = File.Create(folder.File("spikes.idv")))
            context.Data.SaveAsBinary(spikes, stream);
        Assert.Equal(RowValues.Read(spikes, "Spikes"), RowValues.Read(context.Data.LoadFromBinary(folder.File("spikes.idv")), "Spikes"));
    }

    private static void SurvivesATextFile(MLContext context, IDataView spikes, TemporaryFolder folder)
    {
        IDataView narrow = context.Transforms.SelectColumns("Id", "Spikes").Fit(spikes).Transform(spikes);
        using (FileStream stream = File.Create(folder.File("spikes.tsv")))
            context.Data.SaveAsText(narrow, stream, forceDense: true, schema: false);
        int size = ((VectorDataViewType)spikes.Schema["Spikes"].Type).Size;
        IDataView text = context.Data.LoadFromTextFile(folder.File("spikes.tsv"),
            [new("Id", DataKind.Int32, 0), new("Spikes", DataKind.Single, [new(1, size)])], hasHeader: true);
        Assert.Equal(RowValues.Read(spikes, "Spikes"), RowValues.Read(text, "Spikes"));
    }

    public static void AgreesInWhateverOrderAndOnWhateverThreadRowsAreRead(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        ITransformer transformer = test.Estimator(context).Fit(test.Valid(context));
        IDataView spikes = transformer.Transform(test.Valid(context));
        List<(int Id, string)> expected = RowValues.Read(spikes, "Spikes");
        var byId = (List<(int Id, string)> rows) => rows.OrderBy(row => row.Id);

        using (DataViewRowCursor first = spikes.GetRowCursor(spikes.Schema), second = spikes.GetRowCursor(spikes.Schema))
        {
            Func<string> firstValue = RowValues.Reader(first, first.Schema["Spikes"]), secondValue = RowValues.Reader(second, second.Schema["Spikes"]);
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
        StreamChecks.AgreesUnlessOrderMatters(test, expected, RowValues.Read(transformer.Transform(context.Data.ShuffleRows(test.Valid(context), seed: 9)), "Spikes"));
        if (test.CanBeCached)
            Assert.Equal(expected, RowValues.Read(context.Data.Cache(spikes), "Spikes"));

        IDataView cachedSource = transformer.Transform(context.Data.Cache(test.Valid(context)));
        foreach (int count in new[] { 2, 8 })
        {
            foreach (IDataView view in new[] { spikes, cachedSource })
            {
                DataViewRowCursor[] cursors = view.GetRowCursorSet(view.Schema, count);
                if (test.Order != RowOrder.Irrelevant)
                    StreamChecks.IsReadInOrder(view, cursors);
                var read = new List<(int Id, string)>[cursors.Length];
                Parallel.For(0, cursors.Length, i => { using (cursors[i]) read[i] = RowValues.Read(cursors[i], "Spikes"); });
                Assert.Equal(expected, byId([.. read.SelectMany(rows => rows)]));
            }
        }
        Parallel.For(0, 8, _ => Assert.Equal(expected, RowValues.Read(transformer.Transform(test.Valid(new MLContext())), "Spikes")));
    }

    public static void GivesTheSameHoweverOftenItIsAsked(ConformanceCase test)
    {
        (MLContext context, IDataView spikes) = Transformed(test);
        List<(int, string Value)> expected = RowValues.Read(spikes, "Spikes");
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

    public static void TakesSparseAndDenseAlikeAndReadsOnlyWhatItNeeds(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        ITransformer transformer = test.Estimator(context).Fit(data);
        foreach (bool sparse in new[] { true, false })
        {
            IDataView same = new VectorForm(data, "Features", sparse);
            Assert.Equal(RowValues.Read(transformer.Transform(data), "Spikes"), RowValues.Read(transformer.Transform(same), "Spikes"));
        }

        if (test.Order != RowOrder.Irrelevant)
        {
            StreamChecks.ReadsOnlyWhatItNeeds(test, transformer, data);
            return;
        }
        IRowToRowMapper mapper = transformer.GetRowToRowMapper(data.Schema);
        var needed = mapper.GetDependencies([mapper.OutputSchema["Spikes"]]).Select(column => column.Name).Order();
        Assert.Equal(test.OtherInputs.Add("Features").Order(), needed);
        Assert.Equal(["Note"], mapper.GetDependencies([mapper.OutputSchema["Note"]]).Select(column => column.Name));
    }

    private static (MLContext Context, IDataView Spikes) Transformed(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        return (context, test.Estimator(context).Fit(data).Transform(data));
    }

    private static List<(long Position, DataViewRowId Id, string Value)>[] ReadColumns(IDataView data, IEnumerable<DataViewSchema.Column> columns)
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
