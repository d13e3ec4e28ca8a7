using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>Sparse and dense vectors give the same, and only the columns that are needed are read.</summary>
public class InputReadingTests
{
    [Theory]
    [Cases(Check.InputReading)]
    public void Sparse_and_dense_give_the_same_and_only_needed_columns_are_read(string estimator) =>
        Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        ITransformer transformer = test.Estimator(context).Fit(data);
        foreach (bool sparse in new[] { true, false })
        {
            IDataView same = new VectorForm(data, "Features", sparse);
            Assert.Equal(RowValues.Spikes(transformer.Transform(data)), RowValues.Spikes(transformer.Transform(same)));
        }

        if (test.Order != RowOrder.Irrelevant)
        {
            ReadsOnlyWhatItNeeds(test, transformer, data);
            return;
        }
        IRowToRowMapper mapper = transformer.GetRowToRowMapper(data.Schema);
        var needed = mapper.GetDependencies([mapper.OutputSchema["Spikes"]]).Select(column => column.Name).Order();
        Assert.Equal(test.OtherInputs.Add("Features").Order(), needed);
        Assert.Equal(["Note"], mapper.GetDependencies([mapper.OutputSchema["Note"]]).Select(column => column.Name));
    }

    private static void ReadsOnlyWhatItNeeds(ConformanceCase test, ITransformer transformer, IDataView data)
    {
        (string, string[])[] columns = [("Spikes", [.. test.OtherInputs.Add("Features").Order()]), ("Note", ["Note"])];
        foreach ((string column, string[] needed) in columns)
        {
            RequestedColumns source = new(data);
            IDataView output = transformer.Transform(source);
            using (DataViewRowCursor cursor = output.GetRowCursor([output.Schema[column]]))
                Assert.True(cursor.MoveNext());
            Assert.NotEmpty(source.Requests);
            Assert.All(source.Requests, request => Assert.Equal(needed, request.Order()));
        }
    }
}
