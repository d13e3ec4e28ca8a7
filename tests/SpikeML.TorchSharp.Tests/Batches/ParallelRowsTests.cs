using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests;
using SpikeML.Torch.Tests.Fixtures;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Batches;

public class ParallelRowsTests
{
    private const int Count = 1100;

    private readonly MLContext _context = new(seed: 1);

    private static readonly string[] Sources = ["rows", "cache", "file", "filter", "digits", "label last"];

    public static TheoryData<string, int, int?> Cases => [.. from source in Sources
        from threads in new[] { 2, 5 }
        from seed in new int?[] { null, 7 }
        select (source, threads, seed)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Batches_are_the_same_with_any_number_of_threads(string source, int threads, int? shuffleSeed)
    {
        using TemporaryFolder folder = new();
        IDataView data = Encoded(source, folder);
        for (int epoch = 0; epoch < 2; epoch++)
        {
            SpikeBatchOptions options = new()
            {
                ShuffleSeed = shuffleSeed,
                Epoch = epoch,
                ShufflePoolSize = 300,
                FreshSpikes = true,
            };
            List<float[]> expected = Read(data, options), actual = Read(data, options with { Threads = threads });
            Assert.InRange(expected.Count, 10, 40);
            Assert.Equal(expected.Count, actual.Count);
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second));
        }
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(4, null)]
    [InlineData(1, 3)]
    [InlineData(4, 3)]
    public void The_error_of_a_row_is_that_of_one_thread(int threads, int? shuffleSeed)
    {
        IDataView data = Encode(Rows(row => row.Id == 700 ? float.NaN : 0.5f));
        InvalidFeatureException error = Assert.Throws<InvalidFeatureException>(() =>
            Read(data, new() { ShuffleSeed = shuffleSeed, Threads = threads }));
        Assert.Contains("Column 'Features', slot 1 is NaN", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_error_of_the_source_is_the_sources_own(int threads)
    {
        IEnumerable<Row> Broken()
        {
            for (int id = 0; id < 600; id++)
                yield return new() { Id = id };
            throw new InvalidDataException("The disk is gone.");
        }
        IDataView data = Encode(_context.Data.LoadFromEnumerable(Broken()));
        Assert.Equal("The disk is gone.", Assert.Throws<InvalidDataException>(() =>
            Read(data, new() { ShuffleSeed = 1, Threads = threads })).Message);
    }

    [Fact]
    public void Reading_ends_when_the_taker_stops()
    {
        IDataView data = Encode(Rows(_ => 0.5f));
        using SpikeBatch first = Batches(data, new() { Threads = 4 }).First();
        Assert.Equal(64, first.Count);
    }

    /// <summary>Rows are held out by their ids, which must not depend on the threads either.</summary>
    [Fact]
    public void Training_gives_the_same_losses_with_any_number_of_threads()
    {
        double[] Losses(int threads)
        {
            using ThreadCount count = new(threads);
            MLContext context = new(seed: 1);
            return [.. Rate.Append(context.Regression.Trainers.SpikingNetwork("Label", "Spikes", new()
            {
                Layers = [SpikingLayer.Dense(8)],
                Epochs = 2,
                ValidationFraction = 0.3,
                Seed = 3,
            })).Fit(Rows(row => row.Id % 97 / 97f)).LastTransformer.History
                .SelectMany(epoch => new[] { epoch.Loss, epoch.ValidationLoss })];
        }
        Assert.Equal(Losses(1), Losses(6));
    }

    [Theory]
    [InlineData(1, 2000, 1)]
    [InlineData(2, 2000, 1)]
    [InlineData(4, 2000, 2)]
    [InlineData(16, 2000, 8)]
    [InlineData(64, 2000, 8)]
    [InlineData(16, 78_400, 8)]
    [InlineData(16, 100_000, 5)]
    [InlineData(16, 784_000, 1)]
    public void ThreadsFor_takes_half_of_the_threads_unless_rows_are_large(int threads, long rowSize, int expected)
    {
        using ThreadCount count = new(threads);
        Assert.Equal(expected, ParallelRows.ThreadsFor(rowSize));
    }

    /// <summary>For each batch, its spikes, labels and weights.</summary>
    private static List<float[]> Read(IDataView data, SpikeBatchOptions options)
    {
        List<float[]> all = [];
        foreach (SpikeBatch batch in Batches(data, options))
        {
            using (batch)
                all.Add([.. batch.Spikes.data<float>(), .. batch.Labels!.to(ScalarType.Float32).data<float>(),
                    .. batch.ExampleWeights?.data<float>() ?? Enumerable.Empty<float>()]);
        }
        return all;
    }

    private static IEnumerable<SpikeBatch> Batches(IDataView data, SpikeBatchOptions options) =>
        data.ToSpikeBatches("Spikes", "Label", 64, options with
        {
            ExampleWeightColumnName = data.Schema.GetColumnOrNull("Weight")?.Name,
        });

    private IDataView Encoded(string source, TemporaryFolder folder)
    {
        IDataView rows = Rows(row => row.Id % 97 / 97f);
        if (source == "digits")
            return Encode(_context.Data.LoadSampleDigits(Count));
        if (source == "cache")
            rows = _context.Data.Cache(rows);
        if (source == "filter")
            rows = _context.Data.FilterRowsByColumn(rows, "Label", 13);
        if (source == "file")
        {
            using (Stream file = File.Create(folder.File("rows.idv")))
                _context.Data.SaveAsBinary(rows, file);
            rows = _context.Data.LoadFromBinary(folder.File("rows.idv"));
        }
        if (source != "label last")
            return Encode(rows);
        IDataView data = _context.Transforms.CopyColumns("Own", "Label").Append(Rate).Fit(rows).Transform(rows);
        return _context.Transforms.Expression("Label", "x => x * 2", "Own").Fit(data).Transform(data);
    }

    private IEstimator<ITransformer> Rate => _context.Transforms.Spikes.EncodeRate("Spikes", "Features",
        new() { NumSteps = 6, Seed = 4 });

    private IDataView Encode(IDataView rows) => Rate.Fit(rows).Transform(rows);

    private IDataView Rows(Func<Row, float> middle) => _context.Data.LoadFromEnumerable(Enumerable.Range(0, Count).Select(id =>
    {
        Row row = new() { Id = id, Label = id, Weight = id % 3 };
        row.Features = [id / (float)Count, middle(row), 0.3f];
        return row;
    }).ToArray());

    private sealed class Row
    {
        public int Id { get; set; }

        public float Label { get; set; }

        public float Weight { get; set; }

        [VectorType(3)]
        public float[] Features { get; set; } = [0, 0, 0];
    }
}
