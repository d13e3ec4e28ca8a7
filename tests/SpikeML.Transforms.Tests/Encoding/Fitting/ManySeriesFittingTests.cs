using Microsoft.ML;
using Microsoft.ML.Runtime;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Encoding.Fitting;

/// <summary>
/// Fitting on so many series that most candidates are left early finds what trying all of them on all series finds.
/// </summary>
public class ManySeriesFittingTests
{
    private const int Steps = 24, Neurons = 96, RowCount = 30;

    private static readonly FittedSeriesCode[] Codes =
    [
        new StepForwardEncodingOptions(), new ThresholdBasedEncodingOptions(), new MovingWindowEncodingOptions(),
        new MovingWindowEncodingOptions { Window = 5 }, new MovingWindowEncodingOptions { Threshold = 0.3 },
        new ResidueEncodingOptions(), new BsaEncodingOptions(), new MultiThresholdEncodingOptions(),
        new PulseWidthEncodingOptions { Period = null },
    ];

    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<int, string> Cases => new(
        from code in Enumerable.Range(0, Codes.Length)
        from data in new[] { "sines and walks", "noise", "levels", "offset", "one loud row", "tiny", "huge" }
        select (code, data));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fit_of_many_series_finds_what_an_exhaustive_search_finds(int code, string data)
    {
        float[][] rows = Rows(data);
        IHost host = ((IHostEnvironment)_context).Register("test");
        IDataView view = OneColumn.Of(_context, [Steps, Neurons], rows);
        SpikeCode fitted = CodeLearning.Learn(host, view, ["Features"], Codes[code], default)[0];
        double expected = Noise(Best(Codes[code], rows), rows);
        // Of equals the exhaustive search takes the first, and so does fitting: only sums of equals may be rounded differently.
        Assert.Equal(expected, Noise((FittedSeriesCode)fitted, rows), 1e-12 * expected);
    }

    [Fact]
    public void Screening_leaves_few_candidates_among_them_the_best()
    {
        float[][] rows = Rows("sines and walks");
        foreach (FittedSeriesCode code in new FittedSeriesCode[]
            { new ThresholdBasedEncodingOptions(), new MovingWindowEncodingOptions() })
        {
            (SeriesSample<float> sample, SeriesStatistics<float> statistics) = Sample(rows);
            FittedSeriesCode[] all = [.. code.Candidates(statistics)];
            FittedSeriesCode[] close = new ThresholdScreen<float>(all, sample,
                Math.Max(-statistics.Lowest, statistics.Highest), ((IHostEnvironment)_context).Register("test"), default).Close();
            Assert.Contains(Best(code, rows), close);
            Assert.InRange(close.Length, 1, 5);
        }
    }

    private static FittedSeriesCode Best(FittedSeriesCode code, float[][] rows) =>
        code.Candidates(Sample(rows).Statistics).MinBy(candidate => Noise(candidate, rows))!;

    private static double Noise(FittedSeriesCode code, float[][] rows)
    {
        SeriesTrial trial = new(code);
        foreach (float[] row in rows)
            trial.Add<float>(row, Steps);
        return trial.Quality.Noise;
    }

    private static (SeriesSample<float> Sample, SeriesStatistics<float> Statistics) Sample(float[][] rows)
    {
        SeriesSample<float> sample = new(Steps, rows.Length);
        SeriesStatistics<float> statistics = new(sample, Steps);
        foreach (float[] row in rows)
        {
            statistics.Add(row);
            sample.Add(row);
        }
        return (sample, statistics);
    }

    private static float[][] Rows(string data)
    {
        Random random = new(11);
        return [.. Enumerable.Range(0, RowCount).Select(row => Row(random, data, row))];
    }

    private static float[] Row(Random random, string data, int row)
    {
        float[] values = new float[Steps * Neurons];
        for (int neuron = 0; neuron < Neurons; neuron++)
        {
            double walk = random.NextDouble(), phase = random.NextDouble();
            for (int step = 0; step < Steps; step++)
            {
                walk += 0.1 * (random.NextDouble() - 0.5);
                double signal = neuron % 2 == 0 ? 0.5 + 0.4 * Math.Sin(step * (0.2 + phase) + phase) : walk;
                values[step * Neurons + neuron] = (float)(data switch
                {
                    "noise" => random.NextDouble(),
                    "levels" => Math.Round(4 * signal) / 4,
                    "offset" => 10_000 + signal,
                    "one loud row" => row == RowCount / 2 ? 50 * signal : signal,
                    "tiny" => 1e-20 * signal,
                    "huge" => 1e20 * signal,
                    _ => signal,
                });
            }
        }
        return values;
    }
}
