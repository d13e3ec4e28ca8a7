using System.Collections.Immutable;
using Microsoft.ML;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>Columns in place, several pairs, scalars and vectors of other dimensions are encoded or refused.</summary>
public class ColumnFormTests
{
    [Theory]
    [Cases(Check.ColumnForms)]
    public void Columns_are_taken_in_every_form(string estimator) => Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        var sameTwice = () => test.Make(context, [new("Spikes", "Features"), new("Spikes", "Features")]).Fit(data);
        if (test.OnePairOnly is null)
            Assert.ThrowsAny<ArgumentException>(sameTwice);
        SchemaAssert.Mismatch(() => test.Make(context, [new("Spikes", "Features"), new("More", "Missing")]).Fit(data));

        IDataView once = test.Estimator(context).Fit(data).Transform(data);
        IDataView inPlace = test.Make(context, [new("Features")]).Fit(data).Transform(data);
        IDataView twice = test.Make(context, [new("A", "Features"), new("B", "Features")]).Fit(data).Transform(data);
        Assert.Equal(RowValues.Spikes(once), RowValues.Read(inPlace, "Features"));
        Assert.Equal(RowValues.Spikes(once), RowValues.Read(twice, "A"));
        Assert.Equal(RowValues.Spikes(once), RowValues.Read(twice, "B"));
        // Of two estimators behind each other, the second replaces the first one's column.
        if (test.OnePairOnly is not null)
            Assert.Equal(RowValues.Spikes(once), RowValues.Spikes(sameTwice().Transform(data)));

        foreach (ImmutableArray<int> dimensions in new ImmutableArray<int>[] { [], [7], [3, 2, 4] })
        {
            IDataView other = test.Data(context, dimensions, rowCount: 3);
            if (test.OutputType(dimensions) is { } expected)
                Assert.Equal(expected, test.Estimator(context).Fit(other).Transform(other).Schema["Spikes"].Type);
            else
                SchemaAssert.Mismatch(() => test.Estimator(context).Fit(other));
        }
    }
}
