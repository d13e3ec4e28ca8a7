using Microsoft.ML;
using SpikeML.Tests.Conformance;

namespace SpikeML.Tests.Engine;

/// <summary>One transformer, used by sixteen threads at once in every way that a program has.</summary>
public class ConcurrencyTests
{
    private const int Threads = 16;

    public static TheoryData<string> Estimators => [.. ConformanceCases.All.Select(test => test.Name)];

    [Theory]
    [MemberData(nameof(Estimators))]
    public async Task Sixteen_threads_on_one_transformer_get_the_spikes_of_one(string estimator)
    {
        MLContext context = new(seed: 1);
        ConformanceCase test = ConformanceCases.Find(estimator);
        IDataView data = test.Valid(context);
        ITransformer transformer = test.Estimator(context).Fit(data);
        var expected = RowValues.Spikes(transformer.Transform(data));

        using Barrier start = new(Threads);
        Task[] tasks = [.. Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(() =>
        {
            start.SignalAndWait();
            for (int round = 0; round < 10; round++)
            {
                IDataView spikes = transformer.Transform(data);
                Random? random = (thread + round) % 2 == 0 ? null : new Random(round);
                Assert.Equal(expected, RowValues.Read(spikes, "Spikes", random).OrderBy(row => row.Id));
            }
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        await Task.WhenAll(tasks);
    }
}
