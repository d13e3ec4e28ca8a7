using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Engine;

/// <summary>The soak of benchmarks/SpikeML.Benchmarks in short: memory does not grow with the rows.</summary>
public class SoakTests
{
    private const int Rows = 20_000;

    [Theory]
    [InlineData("rate")]
    [InlineData("latency")]
    [InlineData("times")]
    [InlineData("delta")]
    public void Reading_many_rows_allocates_nothing_for_each(string encoder)
    {
        MLContext context = new(seed: 1);
        IDataView digits = context.Data.LoadSampleDigits(2000);
        SpikeCatalog spikes = context.Transforms.Spikes;
        IEstimator<ITransformer> estimator = encoder switch
        {
            "rate" => spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 20 }),
            "latency" => spikes.EncodeLatency("Spikes", "Features", new() { Tau = 5 }),
            "times" => spikes.EncodeSpikeTimes("Spikes", "Features"),
            _ => spikes.EncodeDelta("Spikes", "Features", new() { OffSpike = true }),
        };
        IDataView encoded = estimator.Fit(digits).Transform(digits);
        Read(encoded, Rows / 4);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Read(encoded, Rows);
        long perPass = (GC.GetAllocatedBytesForCurrentThread() - before) / (Rows / 2000);
        // A pass makes a cursor and its buffers; 2000 rows of a byte each would already be seen.
        Assert.InRange(perPass, 0, 400_000);
        TestContext.Current.TestOutputHelper!.WriteLine($"{encoder}: {perPass} bytes for each pass of 2000 rows");
    }

    private static void Read(IDataView data, int rows)
    {
        VBuffer<float> row = default;
        for (int read = 0; read < rows;)
        {
            using DataViewRowCursor cursor = data.GetRowCursor([data.Schema["Spikes"]]);
            ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(data.Schema["Spikes"]);
            for (; read < rows && cursor.MoveNext(); read++)
                getter(ref row);
        }
    }
}
