using Microsoft.ML;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>Valid data is accepted; a column that is missing or of a wrong type is refused, by the schema and by Fit.</summary>
public class InvalidDataTests
{
    [Theory]
    [Cases(Check.InvalidData)]
    public void Valid_data_is_accepted_and_invalid_data_refused(string estimator) => Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IEstimator<ITransformer> estimator = test.Estimator(context);
        estimator.GetOutputSchema(SchemaShape.Create(test.Valid(context).Schema));
        foreach (IDataView invalid in InvalidColumns.For(context, test))
        {
            Assert.ThrowsAny<Exception>(() => estimator.GetOutputSchema(SchemaShape.Create(invalid.Schema)));
            Assert.ThrowsAny<Exception>(() => estimator.Fit(invalid));
        }
        if (test.TakesVariableSize is null)
            return;
        IDataView variable = context.Data.LoadFromEnumerable(test.Rows());
        Assert.Equal(RowValues.Spikes(estimator.Fit(test.Valid(context)).Transform(test.Valid(context))),
            RowValues.Spikes(estimator.Fit(variable).Transform(variable)));
    }
}
