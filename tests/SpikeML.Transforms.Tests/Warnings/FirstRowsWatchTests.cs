using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Conformance;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Warnings;

/// <summary>What the first rows of a column are warned of, once for each transformer and column.</summary>
public class FirstRowsWatchTests
{
    private readonly MLContext _context = new(seed: 1);
    private readonly LoggedWarnings _warnings;

    public FirstRowsWatchTests() => _warnings = new LoggedWarnings(_context);

    private SpikeCatalog Spikes => _context.Transforms.Spikes;

    [Fact]
    public void Rate_coding_warns_of_bytes_and_names_the_gain()
    {
        Read(Spikes.EncodeRate("Spikes", "Features"), OneColumn.Of(_context, "Features", [4], new byte[] { 0, 1, 100, 255 }));
        _warnings.Single("'Features'", "50 %", "[0, 1]", "255", "Gain = 1f / 255", "Scale");
    }

    [Fact]
    public void Rate_coding_warns_of_values_below_0()
    {
        Read(Spikes.EncodeRate("Spikes", "Features"), Rows([-1.2f, 0.5f], [0.3f, -0.4f]));
        _warnings.Single("50 %", "from -1.2 to 0.5", "Spikes.Scale");
    }

    [Theory]
    [InlineData(0f, 255f)]
    [InlineData(12.5f, 180f)]
    public void Rate_coding_does_not_warn_where_the_gain_brings_values_to_the_unit_range(float first, float second)
    {
        Read(Spikes.EncodeRate("Spikes", "Features", new() { Gain = 1f / 255 }), Rows([first, second]));
        Assert.Empty(_warnings.All);
    }

    [Fact]
    public void Rate_coding_does_not_warn_of_test_data_that_lie_a_little_outside()
    {
        Read(Spikes.EncodeRate("Spikes", "Features"), Rows([0.2f, 1.0042f]));
        Assert.Empty(_warnings.All);
    }

    [Fact]
    public void Other_rate_codes_warn_too()
    {
        IDataView data = Rows([0.2f, 5000], [0, 0.4f]);
        Read(Spikes.EncodeSignedRate("Signed", "Features"), data);
        Read(Spikes.EncodeRegularRate("Regular", "Features"), data);
        Read(Spikes.EncodePoissonIntervals("Poisson", "Features"), data);
        Assert.Equal(3, _warnings.All.Length);
        _warnings.Contains("[-1, 1]", "signed-rate");
        _warnings.Contains("spikes have values above 1", "regular-rate");
        _warnings.Contains("[0, 1000]", "poisson-intervals");
    }

    [Fact]
    public void A_warning_is_said_once_whatever_the_number_of_passes_and_cursors()
    {
        IDataView data = _context.Data.LoadSampleDigits(40);
        ITransformer model = Spikes.EncodeRate([new("A", "Features"), new("B", "Features")], new() { Gain = 3, NumSteps = 5 })
            .Fit(data);
        IDataView spikes = model.Transform(data);
        for (int pass = 0; pass < 3; pass++)
        {
            DataViewRowCursor[] cursors = spikes.GetRowCursorSet([spikes.Schema["A"]], 4);
            Parallel.ForEach(cursors, cursor =>
            {
                ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(spikes.Schema["A"]);
                VBuffer<float> row = default;
                while (cursor.MoveNext())
                    getter(ref row);
                cursor.Dispose();
            });
        }
        _warnings.Single("[0, 0.3333]");
    }

    [Fact]
    public void What_comes_after_the_first_thousand_rows_is_not_looked_at()
    {
        float[][] rows = [.. Enumerable.Range(0, 1200).Select(row => new[] { row < 1000 ? 0.5f : 100 })];
        Read(Spikes.EncodeRate("Spikes", "Features"), Rows(rows));
        Assert.Empty(_warnings.All);
    }

    [Fact]
    public void A_code_that_never_fires_is_named()
    {
        Read(Spikes.EncodeDelta("Spikes", "Features", new() { Threshold = 10 }), Rows([0, 1, 2, 3], [3, 2, 1, 0]));
        _warnings.Single("no neuron fired", "2 rows", "delta", "lower it");
    }

    [Fact]
    public void A_rate_code_that_never_fires_is_named()
    {
        Read(Spikes.EncodeRate("Spikes", "Features", new() { Gain = 0 }), Rows([0.1f, 1]));
        _warnings.Single("no neuron fired in the first row", "rate", "Gain");
    }

    [Fact]
    public void A_latency_code_whose_values_are_all_clipped_is_named()
    {
        Read(Spikes.EncodeLatency("Spikes", "Features", new() { Clip = true }), Rows([0.001f, 0.002f]));
        _warnings.Single("no neuron fired", "All values are below Threshold, and Clip drops them: lower Threshold, or scale the "
            + "column with mlContext.Transforms.Spikes.Scale.");
    }

    [Fact]
    public void A_code_that_always_fires_is_named()
    {
        Read(Spikes.EncodeRate("Spikes", "Features"), Rows([1, 1], [1, 1]));
        _warnings.Single("every neuron fired at every step", "2 rows");
    }

    [Fact]
    public void Latency_with_an_off_target_is_not_taken_for_firing()
    {
        Read(Spikes.EncodeLatency("Spikes", "Features", new() { OffTarget = -1, NumSteps = 10 }), Rows([0.5f, 1]));
        Assert.Empty(_warnings.All);
    }

    [Fact]
    public void A_readout_of_no_spikes_is_named()
    {
        IDataView data = Rows([0, 0, 0, 0]);
        Read(Spikes.Reshape("Spikes", "Features", [2, 2], areSpikes: true)
            .Append(Spikes.ReadOutFirstSpikeTime("Times", "Spikes")), data, "Times");
        _warnings.Single("'Spikes' has no spikes in the first row");
    }

    [Fact]
    public void Targets_are_what_the_options_say_and_not_warned_of()
    {
        Read(Spikes.EncodeRateTargets("Spikes", "Features", new() { NumClasses = 1, NumSteps = 5 }), Rows([0f]));
        Read(Spikes.EncodeRateTargets("Spikes", "Features", new() { NumClasses = 1, NumSteps = 5, CorrectRate = 0 }), Rows([0f]));
        Assert.Empty(_warnings.All);
    }

    [Fact]
    public void Warnings_change_no_row_and_no_saved_model()
    {
        IDataView data = Rows([0.2f, 40], [7, 0.5f]);
        ITransformer model = Spikes.EncodeRate("Spikes", "Features", new() { Seed = 3, NumSteps = 20 }).Fit(data);
        float[][] first = OneColumn.Read(model.Transform(data), "Spikes");
        Assert.Equal(first, OneColumn.Read(model.Transform(data), "Spikes"));
        MLContext other = new();
        Assert.Equal(first, OneColumn.Read(ModelFile.RoundTrip(other, model, data.Schema, out _).Transform(data), "Spikes"));
        _warnings.Single("[0, 1]");
    }

    [Fact]
    public void BSA_warns_of_raw_values_when_fitted_and_when_read()
    {
        float[] raw = [.. Enumerable.Range(0, 200).Select(step => 2500 + 2500 * MathF.Sin(step / 7f))];
        Read(Spikes.EncodeBsa("Spikes", "Features"), OneColumn.Of(_context, [200], raw));
        Assert.Equal(2, _warnings.All.Length);
        _warnings.Contains("bsa", "dB", "Spikes.Scale");
        _warnings.Contains("'Features'", "[0, 1]", "cannot follow");
    }

    [Fact]
    public void BSA_does_not_warn_of_a_series_that_it_restores()
    {
        float[] scaled = [.. Enumerable.Range(0, 200).Select(step => 0.5f + 0.4f * MathF.Sin(step / 20f))];
        Read(Spikes.EncodeBsa("Spikes", "Features"), OneColumn.Of(_context, [200], scaled));
        Assert.Empty(_warnings.All);
    }

    [Fact]
    public void A_stream_that_never_fires_is_named_once_at_its_end()
    {
        IDataView log = Rows([0, 1], [0.1f, 1.1f], [0, 1]);
        IDataView spikes = Spikes.EncodeStream("Spikes", "Features", new StepForwardEncodingOptions { Threshold = 5 })
            .Fit(log).Transform(log);
        _ = spikes.GetSpikeTrains("Spikes").First();
        Assert.Empty(_warnings.All);
        OneColumn.Read(spikes, "Spikes");
        OneColumn.Read(spikes, "Spikes");
        _warnings.Single("no neuron fired", "4 rows read so far", "step-forward");
    }

    [Theory]
    [InlineData(0.9f)]
    [InlineData(0.1f)]
    public void A_few_draws_that_are_all_alike_are_no_mistake(float rate)
    {
        for (int seed = 0; seed < 50; seed++)
            Read(Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 5, Seed = seed }), Rows([rate, rate]));
        Assert.Empty(_warnings.All);
    }

    [Fact]
    public void A_prediction_engine_says_at_its_first_row_that_values_are_not_scaled()
    {
        var model = Spikes.EncodeRate("Spikes", "Values", new() { NumSteps = 5 }).Fit(Examples(1));
        using var engine = _context.Model.CreatePredictionEngine<Example, Encoded>(model);
        for (int time = 0; time < 3; time++)
            engine.Predict(new Example { Values = [12, 255] });
        _warnings.Single("'Values'", "100 % of the values in the first row", "Gain = 1f / 255");
    }

    [Fact]
    public void A_prediction_engine_says_after_a_hundred_rows_that_no_neuron_fired()
    {
        var model = Spikes.EncodeDelta("Spikes", "Values", new() { Threshold = 5 }).Fit(Examples(1));
        using var engine = _context.Model.CreatePredictionEngine<Example, Encoded>(model);
        for (int time = 0; time < 99; time++)
            engine.Predict(new Example { Values = [1, 2] });
        Assert.Empty(_warnings.All);
        engine.Predict(new Example { Values = [1, 2] });
        _warnings.Single("no neuron fired in the 100 rows read so far", "delta");
    }

    [Fact]
    public void An_engine_of_a_stream_says_after_a_hundred_rows_that_no_neuron_fired()
    {
        var model = Spikes.EncodeStream("Spikes", "Values", new DeltaEncodingOptions { Threshold = 5 }).Fit(Examples(1));
        using var engine = model.CreateSpikeStreamEngine<Example, Encoded>(_context);
        for (int time = 0; time < 99; time++)
            engine.Predict(new Example { Values = [1, 2] });
        Assert.Empty(_warnings.All);
        engine.Predict(new Example { Values = [1, 2] });
        _warnings.Single("no neuron fired in the 100 rows read so far", "delta");
    }

    private IDataView Examples(float value) => _context.Data.LoadFromEnumerable([new Example { Values = [value, value] }]);

    private sealed class Example
    {
        [VectorType(2)]
        public float[] Values { get; set; } = [];
    }

    private sealed class Encoded
    {
        public float[] Spikes { get; set; } = [];
    }

    private IDataView Rows(params float[][] rows) => OneColumn.Of(_context, [rows[0].Length], rows);

    private static void Read<T>(IEstimator<T> estimator, IDataView data, string? column = null)
        where T : class, ITransformer
    {
        IDataView made = estimator.Fit(data).Transform(data);
        OneColumn.Read(made, column ?? made.Schema[^1].Name);
    }
}
