using Microsoft.ML;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>The transformed data has the schema that the transformer propagated, with the expected type.</summary>
public class PropagatedSchemaTests
{
    [Theory]
    [Cases(Check.PropagatedSchema)]
    public void Transformed_data_has_the_propagated_schema(string estimator) => Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        ITransformer transformer = test.Estimator(context).Fit(data);
        DataViewSchema propagated = transformer.GetOutputSchema(data.Schema);
        SchemaAssert.Same(propagated, transformer.Transform(data).Schema);
        Assert.Equal(test.OutputType(test.InputDimensions), propagated["Spikes"].Type);
    }
}
