using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using SpikeML.Tests.Engine;
using SpikeML.Tests.Warnings;

namespace SpikeML.Tests.Trains;

/// <summary>Columns say that they hold spikes, and whoever reads them asks.</summary>
public class SpikeColumnTests
{
    private readonly MLContext _context = new(seed: 1);
    private readonly LoggedWarnings _warnings;

    public SpikeColumnTests() => _warnings = new LoggedWarnings(_context);

    private SpikeCatalog Spikes => _context.Transforms.Spikes;

    [Fact]
    public void Concatenated_spike_columns_are_refused_with_the_verb_that_joins_them()
    {
        IDataView data = TwoTrains();
        IDataView both = _context.Transforms.Concatenate("Both", "A", "B").Fit(data).Transform(data);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => both.GetSpikeTrains("Both"));
        Assert.Contains("Spikes.Join(\"Both\", \"A\", \"B\")", error.Message, StringComparison.Ordinal);
        Assert.Contains("Vector<Single, 40>", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Concatenated_spike_columns_are_found_behind_other_transforms_and_caches()
    {
        IDataView data = TwoTrains();
        IDataView both = _context.Transforms.Concatenate("Both", "A", "B")
            .Append(_context.Transforms.NormalizeMinMax("Both"))
            .Append(_context.Transforms.CopyColumns("Copy", "Both")).Fit(data).Transform(data);
        both = _context.Data.ShuffleRows(_context.Data.TakeRows(both, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => both.GetSpikeTrains("Copy"));
        Assert.Throws<ArgumentOutOfRangeException>(() => _context.Data.Cache(both).GetSpikeTrains("Copy"));
    }

    [Fact]
    public void A_column_that_is_only_as_long_as_two_spike_columns_is_read_where_its_origin_is_another()
    {
        IDataView data = TwoTrains();
        IDataView sums = Spikes.EncodeRate("C", "Features", new() { NumSteps = 40 })
            .Append(Spikes.ReadOutCumulativeSum("Sums", "C")).Fit(data).Transform(data);
        Assert.Equal(40, sums.GetSpikeTrains("Sums").First().NumSteps);
        Assert.Equal(40, _context.Data.Cache(sums).GetSpikeTrains("Sums").First().NumSteps);
    }

    [Fact]
    public void Spikes_concatenated_with_features_are_refused()
    {
        IDataView data = TwoTrains();
        IDataView mixed = _context.Transforms.Concatenate("Mixed", "A", "Features").Fit(data).Transform(data);
        Assert.Throws<ArgumentOutOfRangeException>(() => mixed.GetSpikeTrains("Mixed"));
    }

    [Theory]
    [InlineData("Both", "A", "A")]
    [InlineData("Both", "B", "A")]
    [InlineData("A", "B", "A")]
    public void Concatenated_spike_columns_are_told_the_join_in_the_same_order(string both, string first, string second)
    {
        IDataView data = TwoTrains();
        IDataView view = _context.Transforms.Concatenate(both, first, second).Fit(data).Transform(data);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => _context.Data.TakeRows(view, 1).GetSpikeTrains(both));
        string remedy = $"Spikes.Join(\"{both}\", \"{first}\", \"{second}\")";
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
        IDataView joined = Spikes.Join(both, first, second).Fit(data).Transform(data);
        Assert.Equal((20, 2), (joined.GetSpikeTrains(both).First().NumSteps, joined.GetSpikeTrains(both).First().NeuronCount));
    }

    [Fact]
    public void Spikes_concatenated_with_features_are_told_to_encode_the_features_first()
    {
        IDataView data = TwoTrains();
        IDataView mixed = _context.Transforms.Concatenate("Mixed", "A", "Features").Fit(data).Transform(data);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => mixed.GetSpikeTrains("Mixed"));
        Assert.Contains("Join(\"Mixed\", \"A\", \"Features\") gives them (once 'Features' is encoded as spikes, too)",
            error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flat_column_that_is_not_declared_is_told_that_it_may_have_more_neurons_than_one()
    {
        IDataView flat = OneColumn.Of(_context, [6], [1, 0, 0, 1, 0, 1]);
        _ = Spikes.ReadOutCount("Counts", "Features").Fit(flat).Transform(flat);
        _warnings.Single("6 steps of one neuron", "[6], areSpikes: true", "[steps, neurons] instead of [6]", "Spikes.Join");
    }

    [Fact]
    public void Fit_refuses_concatenated_spike_columns()
    {
        IDataView data = TwoTrains();
        var pipeline = _context.Transforms.Concatenate("Both", "A", "B").Append(Spikes.ReadOutCount("Counts", "Both"));
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => pipeline.Fit(data));
        Assert.Contains("Join(\"Both\", \"A\", \"B\")", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_reads_concatenated_spike_columns_warns_once()
    {
        IDataView data = TwoTrains();
        IDataView both = _context.Transforms.Concatenate("Both", "A", "B").Fit(data).Transform(data);
        ITransformer counts = Spikes.ReadOutCount("Counts", "Both").Fit(OneColumn.Of(_context, "Both", [40], new float[40]));
        for (int time = 0; time < 3; time++)
            Assert.Equal([1], OneColumn.Dimensions(counts.Transform(both), "Counts"));
        _warnings.Single("'Both'", "Join(\"Both\", \"A\", \"B\")");
    }

    [Fact]
    public void Reshape_says_what_concatenated_columns_are_meant_to_be()
    {
        IDataView data = TwoTrains();
        IDataView declared = _context.Transforms.Concatenate("Both", "A", "B")
            .Append(Spikes.Reshape("Both", "Both", [40], areSpikes: true)).Fit(data).Transform(data);
        Assert.Equal(40, declared.GetSpikeTrains("Both").First().NumSteps);
    }

    [Fact]
    public void Columns_made_by_hand_are_read_without_an_annotation()
    {
        IDataView data = OneColumn.Of(_context, [2, 3], [0, 1, 0, 0, 0, 1]);
        Assert.Equal([new(0, 1, 1), new(1, 2, 1)], data.GetSpikeTrains("Features").Single());
        Assert.Empty(_warnings.All);
    }

    [Fact]
    public void A_readout_of_a_column_that_is_not_declared_warns_once_and_reads_it()
    {
        IDataView pixels = _context.Data.LoadSampleDigits(2);
        ITransformer counts = Spikes.ReadOutCount("Counts", "Features").Fit(pixels);
        for (int time = 0; time < 3; time++)
            Assert.Equal([28], OneColumn.Dimensions(counts.Transform(pixels), "Counts"));
        _warnings.Single("'Features'", "28 steps", "Reshape(\"Features\", \"Features\", [28, 28], areSpikes: true)");
    }

    [Theory]
    [InlineData("ConvertType")]
    [InlineData("NormalizeMinMax")]
    [InlineData("ReplaceMissingValues")]
    public void A_readout_warns_where_a_transform_dropped_the_annotation(string verb)
    {
        IDataView data = TwoTrains();
        IEstimator<ITransformer> dropping = verb switch
        {
            "ConvertType" => _context.Transforms.Conversion.ConvertType("A", outputKind: DataKind.Double),
            "NormalizeMinMax" => _context.Transforms.NormalizeMinMax("A"),
            _ => _context.Transforms.ReplaceMissingValues("A"),
        };
        _ = dropping.Append(Spikes.ReadOutCount("Counts", "A")).Fit(data).Transform(data);
        _warnings.Single("'A'", "Reshape(\"A\", \"A\", [20], areSpikes: true)");
    }

    [Fact]
    public void Encoders_readouts_and_decoders_behind_each_other_warn_of_nothing()
    {
        IDataView digits = _context.Data.LoadSampleDigits(3);
        RateEncodingOptions code = new() { NumSteps = 10, Seed = 1 };
        IDataView read = Spikes.EncodeRate("Spikes", "Features", code)
            .Append(_context.Transforms.CopyColumns("Copy", "Spikes")).AppendCacheCheckpoint(_context)
            .Append(Spikes.ReadOutCount("Counts", "Copy")).Append(Spikes.ToEvents("Events", "Copy"))
            .Append(Spikes.FromEvents("Dense", "Events", new() { NumSteps = 10, Shape = [28, 28] }))
            .Append(Spikes.ReadOutMeanRate("Rates", "Dense")).Append(Spikes.Decode("Decoded", "Copy", code))
            .Append(Spikes.EncodeRateTargets("Targets", "Label")).Append(Spikes.ReadOutCount("Classes", "Targets"))
            .Fit(digits).Transform(digits);
        OneColumn.Read(read, "Classes");
        Assert.Empty(_warnings.All);
    }

    [Fact]
    public void An_annotation_that_contradicts_the_dimensions_is_an_error()
    {
        IDataView data = Declared([20, 2], numSteps: 30);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => data.GetSpikeTrains("Features"));
        Assert.Contains("30 steps", error.Message, StringComparison.Ordinal);
        Assert.Contains("Reshape(\"Features\", \"Features\", [20, 2], areSpikes: true)", error.Message, StringComparison.Ordinal);
        ITransformer counts = Spikes.ReadOutCount("Counts", "Features").Fit(data);
        Assert.Throws<ArgumentOutOfRangeException>(() => counts.Transform(data));
    }

    [Fact]
    public void A_row_of_a_stream_is_a_train_of_one_step()
    {
        IDataView log = OneColumn.Of(_context, [3], [0, 0, 0], [1, 0, 1]);
        IDataView spikes = Spikes.EncodeStream("Spikes", "Features", new DeltaEncodingOptions()).Fit(log).Transform(log);
        SpikeTrain[] trains = [.. spikes.GetSpikeTrains("Spikes")];
        Assert.Equal((1, 3), (trains[1].NumSteps, trains[1].NeuronCount));
        Assert.Equal([new(0, 0, 1), new(0, 2, 1)], trains[1]);
        _ = Spikes.ReadOutCount("Counts", "Spikes").Fit(spikes).Transform(spikes);
        _warnings.Single("a single time step in each row", "3 steps");
    }

    [Fact]
    public void The_annotation_survives_a_file_a_selection_and_a_model()
    {
        IDataView data = TwoTrains();
        IDataView selected = _context.Transforms.SelectColumns("A").Fit(data).Transform(data);
        using TemporaryFolder folder = new();
        using (FileStream file = File.Create(folder.File("a.idv")))
            _context.Data.SaveAsBinary(selected, file);
        IDataView loaded = _context.Data.LoadFromBinary(folder.File("a.idv"));
        Assert.Equal(20, SpikeAnnotations.StepsOf(loaded.Schema["A"]));
    }

    private IDataView TwoTrains()
    {
        IDataView data = _context.Data.LoadFromEnumerable([new { Features = 0.5f }, new { Features = 0.9f }]);
        return Spikes.EncodeRate([new("A", "Features"), new("B", "Features")], new() { NumSteps = 20 }).Fit(data).Transform(data);
    }

    private IDataView Declared(int[] dimensions, int numSteps)
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema["Features"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, dimensions);
        schema["Features"].AddAnnotation(SpikeAnnotations.NumSteps, numSteps, NumberDataViewType.Int32);
        float[] features = new float[dimensions.Aggregate((product, dimension) => product * dimension)];
        return _context.Data.LoadFromEnumerable([new Row { Features = features }], schema);
    }

    private sealed class Row
    {
        public float[] Features { get; set; } = [];
    }
}
