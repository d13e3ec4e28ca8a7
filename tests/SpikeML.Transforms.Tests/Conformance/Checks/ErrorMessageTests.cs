using Microsoft.ML;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>Columns are refused with the exceptions and messages that ML.NET's own estimators have.</summary>
public class ErrorMessageTests
{
    [Theory]
    [Cases(Check.ErrorMessages)]
    public void Columns_are_refused_with_the_messages_of_MLNET(string estimator) => Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IEstimator<ITransformer> estimator = test.Estimator(context);
        ITransformer transformer = estimator.Fit(test.Valid(context));
        foreach (IDataView invalid in InvalidColumns.For(context, test))
        {
            Action[] uses =
            [
                () => estimator.GetOutputSchema(SchemaShape.Create(invalid.Schema)), () => estimator.Fit(invalid),
                () => transformer.GetOutputSchema(invalid.Schema), () => transformer.Transform(invalid),
            ];
            Assert.All(uses, use => SchemaAssert.Mismatch(use));
        }
    }
}
