using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Batches;

public class SpikeBatchTests
{
    private static readonly MLContext Context = new(seed: 1);

    [Fact]
    public void ToSpikeBatches_gives_the_tutorials_tensor_in_one_call()
    {
        using DisposeScope scope = NewDisposeScope();
        SpikeBatch batch = Encoded(Context.Data.LoadSampleDigits(200), numSteps: 100).ToSpikeBatches("Spikes", "Label", 128)
            .First();
        Assert.Equal([100, 128, 28, 28], batch.Spikes.shape);
        Assert.Equal([128], batch.Labels!.shape);
        Assert.Equal(ScalarType.Int64, batch.Labels.dtype);
        Assert.InRange(batch.Labels.max().item<long>(), 1, 9);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.95)]
    public void ToSpikeBatches_puts_every_rows_values_where_they_belong(double gain)
    {
        using DisposeScope scope = NewDisposeScope();
        IDataView data = Encoded(Context.Data.LoadSampleDigits(25), numSteps: 7, gain);
        float[][] expected = [.. data.GetSpikeTrains("Spikes").Select(train => train.ToDense())];
        int row = 0;
        foreach (SpikeBatch batch in data.ToSpikeBatches(batchSize: 10))
        {
            foreach (Tensor spikes in batch.Spikes.unbind(1))
                Assert.Equal(expected[row++], spikes.contiguous().data<float>().ToArray());
        }
        Assert.Equal(expected.Length, row);
    }

    [Theory]
    [InlineData(false, new[] { 10, 10, 5 })]
    [InlineData(true, new[] { 10, 10 })]
    public void ToSpikeBatches_keeps_or_drops_the_last_batch(bool dropLast, int[] counts)
    {
        using DisposeScope scope = NewDisposeScope();
        IDataView data = Encoded(Context.Data.LoadSampleDigits(25), numSteps: 3);
        Assert.Equal(counts, data.ToSpikeBatches(batchSize: 10, options: new() { DropLast = dropLast })
            .Select(batch => batch.Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ToSpikeBatches_shuffles_by_seed_and_epoch(bool canShuffle)
    {
        IDataView digits = Context.Data.LoadSampleDigits(60);
        IDataView data = Encoded(canShuffle ? digits : Context.Data.TakeRows(digits, 60), numSteps: 3);
        Assert.Equal(canShuffle, data.CanShuffle);
        long[] Labels(int? seed, int epoch) =>
            [.. data.ToSpikeBatches(batchSize: 16, options: new() { ShuffleSeed = seed, Epoch = epoch }).SelectMany(TakeLabels)];
        long[] inOrder = Labels(null, 0);
        Assert.Equal(Labels(5, 0), Labels(5, 0));
        Assert.NotEqual(inOrder, Labels(5, 0));
        Assert.NotEqual(Labels(5, 0), Labels(5, 1));
        Assert.NotEqual(Labels(5, 0), Labels(6, 0));
        Assert.Equal(inOrder.Order(), Labels(5, 1).Order());
    }

    /// <summary>As for a regression over time in a loop of the user's own.</summary>
    [Fact]
    public void ToSpikeBatches_reads_a_number_for_each_step_as_labels()
    {
        using DisposeScope scope = NewDisposeScope();
        IDataView series = Context.Data.LoadFromEnumerable(
            new[] { new Series { Values = [0, 2, 3] }, new() { Values = [5, 7, 9] } });
        IDataView data = Context.Transforms.Spikes.EncodeDelta("Spikes", nameof(Series.Values)).Fit(series).Transform(series);
        Tensor labels = data.ToSpikeBatches("Spikes", nameof(Series.Values)).Single().Labels!;
        Assert.Equal([3, 2], labels.shape);
        Assert.Equal([0, 5, 2, 7, 3, 9], labels.data<float>().ToArray());
    }

    private sealed class Series
    {
        [VectorType(3)]
        public float[] Values { get; set; } = [];
    }

    [Fact]
    public void ToSpikeBatches_draws_fresh_spikes_in_each_epoch_when_asked()
    {
        using DisposeScope scope = NewDisposeScope();
        IDataView digits = Context.Data.LoadSampleDigits(10);
        IDataView data = Context.Transforms.CopyColumns("Copy", "Label").Fit(digits).Transform(Encoded(digits, numSteps: 5));
        Tensor Spikes(int epoch, bool fresh) =>
            data.ToSpikeBatches(options: new() { Epoch = epoch, FreshSpikes = fresh }).Single().Spikes;
        Assert.True(Spikes(0, true).Equals(Spikes(0, false)));
        Assert.True(Spikes(1, true).Equals(Spikes(1, true)));
        Assert.False(Spikes(1, true).Equals(Spikes(0, true)));
        Assert.False(Spikes(1, true).Equals(Spikes(2, true)));
        Assert.Equal(Spikes(0, true).mean().item<float>(), Spikes(1, true).mean().item<float>(), 0.01);
    }

    public static TheoryData<string> DrawnCodes => ["rate", "signed rate", "Poisson intervals", "exponential intervals",
        "population rate", "bins", "rate of a series", "uniform targets", "Poisson targets"];

    [Theory]
    [MemberData(nameof(DrawnCodes))]
    public void ToSpikeBatches_draws_fresh_spikes_of_every_code_that_draws(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        IDataView digits = Context.Data.LoadSampleDigits(10);
        IDataView data = Drawn(name).Fit(digits).Transform(digits);
        Tensor Spikes(int epoch) =>
            data.ToSpikeBatches(options: new() { Epoch = epoch, FreshSpikes = true }).Single().Spikes;
        Assert.True(Spikes(0).Equals(data.ToSpikeBatches().Single().Spikes));
        Assert.True(Spikes(1).Equals(Spikes(1)));
        Assert.False(Spikes(1).Equals(Spikes(0)));
        Assert.False(Spikes(2).Equals(Spikes(1)));
        using IChannel log = ((IChannelProvider)Context).Start("Test");
        Assert.True(FreshSpikes.ArePossible(data, log));
    }

    private static IEstimator<ITransformer> Drawn(string name)
    {
        SpikeCatalog spikes = Context.Transforms.Spikes;
        RateTargetEncodingOptions targets = new() { NumSteps = 20, CorrectRate = 0.5, IncorrectRate = 0.2 };
        return name switch
        {
            "rate" => spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 5 }),
            "signed rate" => spikes.EncodeSignedRate("Spikes", "Features", new() { NumSteps = 5 }),
            "Poisson intervals" => spikes.EncodePoissonIntervals("Spikes", "Features", new() { NumSteps = 50, Gain = 200 }),
            "exponential intervals" => spikes.EncodePoissonIntervals("Spikes", "Features",
                new() { NumSteps = 50, Gain = 200, Intervals = PoissonIntervalDistribution.Exponential }),
            "population rate" => spikes.EncodePopulationRate("Spikes", "Features", new() { NumSteps = 5, NumFields = 3 }),
            "bins" => spikes.EncodeBins("Spikes", "Features", new() { NumSteps = 5, NumFields = 3, Regular = false }),
            "rate of a series" => spikes.EncodeRate("Spikes", "Features", new() { TimeVarying = true }),
            "uniform targets" => spikes.EncodeRateTargets("Spikes", "Label",
                targets with { FiringPattern = FiringPattern.Uniform }),
            _ => spikes.EncodeRateTargets("Spikes", "Label", targets with { FiringPattern = FiringPattern.Poisson }),
        };
    }

    [Fact]
    public void ToSpikeBatches_refuses_fresh_spikes_when_there_is_no_encoder_to_draw_them()
    {
        IDataView cached = Context.Data.Cache(Encoded(Context.Data.LoadSampleDigits(10), numSteps: 5));
        var error = Assert.Throws<InvalidOperationException>(
            () => cached.ToSpikeBatches(options: new() { FreshSpikes = true }).First());
        Assert.Contains("EncodeRate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToSpikeBatches_reads_labels_of_every_type()
    {
        using DisposeScope scope = NewDisposeScope();
        IDataView data = Context.Data.LoadFromEnumerable([new Labelled { Flag = true, Whole = 7, Number = 2.5f, Large = -1e3 }]);
        Tensor Label(string name) => data.ToSpikeBatches("Spikes", name).Single().Labels!;
        Assert.Equal(1, Label("Flag").item<long>());
        Assert.Equal(7, Label("Whole").item<long>());
        Assert.Equal(2.5f, Label("Number").item<float>());
        Assert.Equal(-1000f, Label("Large").item<float>());
        Assert.Null(data.ToSpikeBatches("Spikes", null).Single().Labels);
    }

    [Fact]
    public void ToSpikeBatches_refuses_what_it_cannot_read()
    {
        IDataView data = Context.Data.LoadFromEnumerable([new Labelled()]);
        Assert.Contains("'Missing'", Assert.Throws<ArgumentOutOfRangeException>(() => data.ToSpikeBatches("Missing")).Message,
            StringComparison.Ordinal);
        Assert.Contains("'Missing'", Assert.Throws<ArgumentOutOfRangeException>(
            "labelColumnName", () => data.ToSpikeBatches("Spikes", "Missing")).Message, StringComparison.Ordinal);
        Assert.Contains("'Text'", Assert.Throws<ArgumentOutOfRangeException>(() => data.ToSpikeBatches("Spikes", "Text")).Message,
            StringComparison.Ordinal);
        Assert.Contains("'Number'", Assert.Throws<ArgumentOutOfRangeException>(() => data.ToSpikeBatches("Number", null)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.ToSpikeBatches("Spikes", null, batchSize: 0));
        Assert.Contains("2 GB", Assert.Throws<ArgumentOutOfRangeException>(
            () => data.ToSpikeBatches("Spikes", null, int.MaxValue)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.ToSpikeBatches("Spikes", null, options: new() { Epoch = -1 }));
        SchemaDefinition largest = SchemaDefinition.Create(typeof(Labelled));
        largest["Spikes"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, int.MaxValue);
        IDataView large = Context.Data.LoadFromEnumerable([new Labelled()], largest);
        foreach (int batchSize in new[] { 1, 1 << 30, int.MaxValue })
            Assert.Contains("2 GB", Assert.Throws<ArgumentOutOfRangeException>(
                () => large.ToSpikeBatches("Spikes", null, batchSize)).Message, StringComparison.Ordinal);
    }

    private static IDataView Encoded(IDataView data, int numSteps, double gain = 1) =>
        Context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = numSteps, Seed = 1, Gain = gain }).Fit(data)
        .Transform(data);

    private static long[] TakeLabels(SpikeBatch batch)
    {
        using (batch)
            return batch.Labels!.data<long>().ToArray();
    }

    private sealed class Labelled
    {
        [VectorType(2, 3)]
        public float[] Spikes { get; set; } = [1, 0, 0, 0, 1, 1];

        public bool Flag { get; set; }
        public int Whole { get; set; }
        public float Number { get; set; }
        public double Large { get; set; }
        public string Text { get; set; } = "";
    }
}
