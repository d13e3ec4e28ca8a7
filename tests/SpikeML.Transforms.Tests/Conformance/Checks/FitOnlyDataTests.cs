using Microsoft.ML;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>Data that can be fitted on but is too large to encode is not transformed, by a loaded model either.</summary>
public class FitOnlyDataTests
{
    [Theory]
    [Cases(Check.FitOnlyData)]
    public void Data_that_only_fits_is_not_transformed(string estimator) => Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView fitOnly = test.FitOnly!(context);
        ITransformer fitted = test.Estimator(context).Fit(fitOnly);
        using TemporaryFolder folder = new();
        context.Model.Save(fitted, test.Valid(context).Schema, folder.File("model.zip"));
        foreach (ITransformer transformer in new[] { fitted, context.Model.Load(folder.File("model.zip"), out _) })
        {
            Assert.ThrowsAny<ArgumentOutOfRangeException>(() => transformer.Transform(fitOnly));
            Assert.ThrowsAny<ArgumentOutOfRangeException>(() => transformer.GetOutputSchema(fitOnly.Schema));
        }
    }
}
