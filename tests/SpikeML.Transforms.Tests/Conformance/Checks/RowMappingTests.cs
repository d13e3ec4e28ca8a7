using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>The transformer maps rows one by one, unless their order matters.</summary>
public class RowMappingTests
{
    [Theory]
    [Cases(Check.RowMapping)]
    public void Transformer_is_a_row_mapper_unless_order_matters(string estimator) => Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        ITransformer transformer = test.Estimator(context).Fit(data);
        if (test.Order != RowOrder.Irrelevant)
        {
            MapsNoRows(transformer, data.Schema);
            return;
        }
        Assert.True(transformer.IsRowToRowMapper);
        IRowToRowMapper mapper = transformer.GetRowToRowMapper(data.Schema);
        Assert.Same(data.Schema, mapper.InputSchema);
        SchemaAssert.Same(transformer.GetOutputSchema(data.Schema), mapper.OutputSchema);
    }

    private static void MapsNoRows(ITransformer transformer, DataViewSchema schema)
    {
        Assert.False(transformer.IsRowToRowMapper);
        var error = Assert.ThrowsAny<InvalidOperationException>(() => transformer.GetRowToRowMapper(schema));
        Assert.Contains("CreateSpikeStreamEngine", error.Message, StringComparison.Ordinal);
    }
}
