using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Conformance;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Models;

/// <summary>A model saved by this process and loaded by another, which knows ML.NET alone.</summary>
public class SavedModelTests
{
    private const int Rows = 300;
    private static readonly string[] Ways = ["batch", "shuffled", "shuffled-source", "cached", "parallel-2", "parallel-8",
        "engine"];
    private static readonly string[] Columns = ["Rate", "Keyed", "Latency", "Times", "Delta"];

    [Fact]
    public void Another_process_gives_the_same_spikes_in_every_way_of_reading()
    {
        using TemporaryFolder folder = new();
        MLContext context = new(seed: 11);
        IDataView data = Data(context);
        ITransformer model = Pipeline(context).Fit(data);
        ModelReader.Save(folder, "model", context, model, data);

        Dictionary<int, string> expected = Hashes(model.Transform(data));
        ILookup<string, ModelReading> read = ModelReader.Read(folder, "1,2,-", Columns)["model"].ToLookup(reading => reading.Way);

        IEnumerable<string> ways = Ways.SelectMany(way => new[] { "1", "2", "-" }.Select(seed => $"{way}@{seed}"));
        Assert.Equal(ways.Order(), read.Select(way => way.Key).Order());
        foreach (IGrouping<string, ModelReading> way in read)
        {
            Assert.Equal(Rows, way.Count());
            Assert.All(way, row => Assert.Equal(expected[row.Id], row.Hash));
        }
    }

    private static IEstimator<ITransformer> Pipeline(MLContext context) =>
        context.Transforms.Spikes.EncodeRate("Rate", "Features", new() { NumSteps = 12 })
            .Append(context.Transforms.Spikes.EncodeRate("Keyed", "Features", new() { NumSteps = 12, RowKeyColumnName = "Id" }))
            .Append(context.Transforms.Spikes.EncodeLatency("Latency", "Features", new() { NumSteps = null, Tau = 3 }))
            .Append(context.Transforms.Spikes.EncodeSpikeTimes("Times", "Features", new() { Normalize = true }))
            .Append(context.Transforms.Spikes.EncodeDelta("Delta", "Features", new() { OffSpike = true }));

    private static IDataView Data(MLContext context)
    {
        Random random = new(3);
        // Every third row is the one before it once more, so that only the key tells them apart.
        float[] features = [];
        return context.Data.LoadFromEnumerable(Enumerable.Range(0, Rows).Select(id => new Row
        {
            Id = id,
            Features = features = id % 3 == 2 ? features : [.. Enumerable.Range(0, 30).Select(_ =>
                Math.Max(0, random.NextSingle() * 2 - 1))],
        }).ToArray());
    }

    private static Dictionary<int, string> Hashes(IDataView encoded)
    {
        int[] ids = [.. encoded.GetColumn<int>("Id")];
        IEnumerable<float[]>[] columns = [.. Columns.Select(column => OneColumn.Read(encoded, column))];
        return ids.Select((id, row) => (id, bytes: columns.SelectMany(column => column.ElementAt(row)).ToArray()))
            .ToDictionary(pair => pair.id, pair => ModelReader.Hash(MemoryMarshal.AsBytes(pair.bytes.AsSpan())));
    }

    private sealed class Row
    {
        public int Id { get; set; }

        [VectorType(6, 5)]
        public float[] Features { get; set; } = [];
    }
}
