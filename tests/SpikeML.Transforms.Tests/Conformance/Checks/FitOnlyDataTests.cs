using Microsoft.ML;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>
/// Data that is too large to encode is refused when it is fitted on, or at the latest when it is transformed; by a loaded model
/// too.
/// </summary>
public class FitOnlyDataTests
{
    [Theory]
    [Cases(Check.FitOnlyData)]
    public void Data_that_only_fits_is_not_transformed(string estimator) => Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView fitOnly = test.FitOnly!(context);
        ITransformer? onLarge = null;
        Exception? refusal = Record.Exception(() => onLarge = test.Estimator(context).Fit(fitOnly));
        Assert.True(refusal is null or ArgumentOutOfRangeException, $"{refusal}");
        ITransformer fitted = onLarge ?? test.Estimator(context).Fit(test.Valid(context));
        using TemporaryFolder folder = new();
        context.Model.Save(fitted, test.Valid(context).Schema, folder.File("model.zip"));
        foreach (ITransformer transformer in new[] { fitted, context.Model.Load(folder.File("model.zip"), out _) })
        {
            Assert.ThrowsAny<ArgumentOutOfRangeException>(() => transformer.Transform(fitOnly));
            Assert.ThrowsAny<ArgumentOutOfRangeException>(() => transformer.GetOutputSchema(fitOnly.Schema));
        }
    }
}
