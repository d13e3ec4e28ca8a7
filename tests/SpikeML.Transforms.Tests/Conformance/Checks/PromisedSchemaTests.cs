using Microsoft.ML;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>The schema that the estimator promises is the one that its transformer delivers.</summary>
public class PromisedSchemaTests
{
    [Theory]
    [Cases(Check.PromisedSchema)]
    public void Estimator_promises_what_its_transformer_delivers(string estimator) => Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        IEstimator<ITransformer> estimator = test.Estimator(context);
        var promised = estimator.GetOutputSchema(SchemaShape.Create(data.Schema)).OrderBy(column => column.Name).ToList();
        var delivered = SchemaShape.Create(estimator.Fit(data).GetOutputSchema(data.Schema))
            .OrderBy(column => column.Name).ToList();
        Assert.Equal(promised.Select(SchemaAssert.Describe), delivered.Select(SchemaAssert.Describe));
    }
}
