using Microsoft.ML;
using Microsoft.ML.Runtime;
using SpikeML.Tests.Conformance;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Encoding.Fitting;

/// <summary>What fitting finds for codes of series: what an exhaustive search in the order of the rows finds.</summary>
public class SeriesFittingTests
{
    private static readonly FittedSeriesCode[] Codes =
    [
        new StepForwardEncodingOptions(), new ThresholdBasedEncodingOptions(), new MovingWindowEncodingOptions(),
        new MovingWindowEncodingOptions { Window = 5 }, new ResidueEncodingOptions(), new BsaEncodingOptions(),
        new BsaEncodingOptions { Filter = [0.3f, 0.1f, -0.01f] }, new MultiThresholdEncodingOptions { NumThresholds = null },
        new MultiThresholdEncodingOptions { NumThresholds = 40 },
    ];

    public static TheoryData<int, string> Cases => new(
        from code in Enumerable.Range(0, Codes.Length)
        from data in new[] { "noise", "sines", "two values", "constant", "one neuron", "few steps", "silence", "large" }
        select (code, data));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fit_finds_what_an_exhaustive_search_finds(int code, string data)
    {
        (float[][] rows, int steps, int neurons) = Rows(data);
        MLContext context = new(seed: 1);
        IHost host = ((IHostEnvironment)context).Register("test");
        IDataView view = OneColumn.Of(context, [steps, neurons], rows);
        SpikeCode fitted = CodeLearning.Learn(host, view, ["Features"], Codes[code], default)[0];
        Assert.Equal(Exhaustive(Codes[code], rows, steps), fitted);
    }

    private static SpikeCode Exhaustive(FittedSeriesCode code, float[][] rows, int steps)
    {
        SeriesSample<float> sample = new(steps, rows.Length);
        SeriesStatistics<float> statistics = new(sample, steps);
        foreach (float[] row in rows)
        {
            statistics.Add(row);
            sample.Add(row);
        }
        SeriesTrial[] trials = [.. code.Candidates(statistics).Select(candidate => new SeriesTrial(candidate))];
        foreach (SeriesTrial trial in trials)
        {
            foreach (float[] row in rows)
                trial.Add<float>(row, steps);
        }
        return trials.MinBy(trial => trial.Quality.Noise)!.Code;
    }

    private static (float[][] Rows, int Steps, int Neurons) Rows(string data)
    {
        Random random = new(7);
        (int rows, int steps, int neurons) = data switch
        {
            "one neuron" => (20, 50, 1),
            "few steps" => (30, 2, 5),
            _ => (6, 30, 7),
        };
        float Value(int step, int neuron) => data switch
        {
            "sines" => (float)(0.5 + 0.4 * Math.Sin(0.2 * step + neuron)),
            "two values" => random.Next(2),
            "constant" => 0.7f,
            "silence" => 0,
            "large" => random.NextSingle() * 1e30f,
            _ => random.NextSingle(),
        };
        float[] Row() => [.. Enumerable.Range(0, steps * neurons).Select(slot => Value(slot / neurons, slot % neurons))];
        return ([.. Enumerable.Range(0, rows).Select(_ => Row())], steps, neurons);
    }

    [Fact]
    public void Fit_takes_a_sample_of_more_rows_than_MaxFitRows()
    {
        MLContext context = new(seed: 1);
        float[][] rows = [.. Enumerable.Range(0, 40).Select(row => SeriesSignals.Of(row % 2 == 0 ? "sine" : "ECG-like"))];
        IDataView data = OneColumn.Of(context, [64], rows);
        StepForwardEncodingOptions Fit(int most) => context.Transforms.Spikes.EncodeStepForward(
            "S", "Features", new() { MaxFitRows = most }).Fit(data).Codes[0];
        Assert.Equal(Fit(5), Fit(5));
        Assert.Equal(Fit(40).Threshold, Fit(1000).Threshold);
        Assert.InRange(Fit(5).Threshold!.Value, 0.5 * Fit(40).Threshold!.Value, 2 * Fit(40).Threshold!.Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit(0));
    }

    [Fact]
    public void The_range_is_that_of_all_rows()
    {
        float[][] rows = [[0, 1, 0, 1], [0, 2, 0, 2], [-7, 1, 0, 1]];
        SeriesSample<float> sample = new(4, 1);
        SeriesStatistics<float> statistics = new(sample, 4);
        foreach (float[] row in rows)
        {
            statistics.Add(row);
            sample.Add(row);
        }
        Assert.Equal((-7, 2, 1), (statistics.Lowest, statistics.Highest, sample.RowCount));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 7)]
    [InlineData(5, 16)]
    [InlineData(2, 33)]
    public void A_sample_gives_its_rows_back(int steps, int neurons)
    {
        SeriesSample<float> sample = new(steps, 100);
        float[] Row(int row) => [.. Enumerable.Range(0, steps * neurons).Select(i => row * 1000f + i)];
        float[][] rows = [.. Enumerable.Range(0, 9).Select(Row)];
        foreach (float[] row in rows)
            sample.Add(row);
        for (int row = 0; row < rows.Length; row++)
        {
            float[] copy = new float[steps * neurons];
            sample.CopyRow(row, copy);
            Assert.Equal(rows[row], copy);
        }
        Assert.Equal(rows.Length * neurons, Enumerable.Range(0, sample.TileCount).Sum(sample.SeriesIn));
    }

    [Fact]
    public void Fit_can_be_cancelled_while_candidates_run()
    {
        MLContext context = new(seed: 1);
        using CancellationTokenSource cancel = new();
        SeriesSample<float> sample = new(100, 1000);
        float[] row = [.. Enumerable.Range(0, 100 * 160).Select(i => (float)Math.Sin(i))];
        for (int i = 0; i < 100; i++)
            sample.Add(row);
        FittedSeriesCode[] candidates =
            [.. Enumerable.Range(1, 2000).Select(i => new StepForwardEncodingOptions { Threshold = 0.001 * i })];
        SeriesRace<float> race = new(candidates, sample, 100, ((IHostEnvironment)context).Register("test"), cancel.Token);
        cancel.CancelAfter(1);
        Assert.Throws<OperationCanceledException>(race.Winner);
    }

    [Fact]
    public void A_saved_model_keeps_MaxFitRows()
    {
        MLContext context = new(seed: 1);
        IDataView data = OneColumn.Of(context, [64], SeriesSignals.Of("sine"));
        SpikeTransformer<ResidueEncodingOptions> model =
            context.Transforms.Spikes.EncodeResidue("S", "Features", new() { MaxFitRows = 77 }).Fit(data);
        ITransformer loaded = ModelFile.RoundTrip(context, model, data.Schema, out _);
        Assert.Equal(77, model.Codes[0].MaxFitRows);
        Assert.Equal(model.Codes, Assert.IsType<SpikeTransformer<ResidueEncodingOptions>>(loaded).Codes);
    }
}
