using Microsoft.ML;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>Fitting logs how many rows it read, and stops when the context is cancelled.</summary>
public class FittingTests
{
    [Theory]
    [Cases(Check.Fitting)]
    public void Fitting_logs_its_rows_and_can_be_cancelled(string estimator) => Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        List<string> messages = [];
        context.Log += (_, entry) => { lock (messages) messages.Add(entry.Message); };
        test.Estimator(context).Fit(test.Valid(context));
        Assert.Contains(messages, message => message.Contains($"{ConformanceCase.RowCount} rows", StringComparison.Ordinal));

        IEstimator<ITransformer> cancelled = test.Estimator(context);
        IDataView data = test.Valid(context);
        context.CancelExecution();
        Assert.ThrowsAny<OperationCanceledException>(() => cancelled.Fit(data));
    }
}
