using Microsoft.ML;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>A model that was saved and loaded has the schema that it had before.</summary>
public class LoadedSchemaTests
{
    [Theory]
    [Cases(Check.LoadedSchema)]
    public void Loaded_model_keeps_its_schema(string estimator) => Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        ITransformer transformer = test.Estimator(context).Fit(data);
        ITransformer loaded = ModelFile.RoundTrip(context, transformer, data.Schema, out DataViewSchema inputSchema);
        SchemaAssert.Same(data.Schema, inputSchema);
        SchemaAssert.Same(transformer.GetOutputSchema(data.Schema), loaded.GetOutputSchema(data.Schema));
    }
}
