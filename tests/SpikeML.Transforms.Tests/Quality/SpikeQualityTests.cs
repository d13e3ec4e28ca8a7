using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Quality;

public class SpikeQualityTests
{
    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void Evaluate_gives_the_metrics_of_all_rows_together()
    {
        IDataView data = _context.Data.LoadFromEnumerable(new[]
        {
            new Row { Signal = [1, 2], Decoded = [1, 3], Spikes = [0, 1, 0, 0] },
            new Row { Signal = [3, 4], Decoded = [3, 4], Spikes = [0, 0, 0, -1] },
        });
        SpikeQualityMetrics metrics = _context.SpikeQuality.Evaluate(data, "Signal", "Decoded", "Spikes");
        Assert.Equal(0.5, metrics.RootMeanSquaredError, 12);
        Assert.Equal(1 - 1 / 5.0, metrics.RSquared, 12);
        Assert.Equal(10 * Math.Log10(30), metrics.SignalToNoise, 12);
        Assert.Equal(0.25, metrics.SpikeDensity);
        Assert.Equal(double.NaN, _context.SpikeQuality.Evaluate(data, "Signal", "Decoded").SpikeDensity);
    }

    [Fact]
    public void Evaluate_of_a_perfect_signal_is_infinite()
    {
        IDataView data = _context.Data.LoadFromEnumerable(new[] { new Row { Signal = [1, 2], Decoded = [1, 2] } });
        SpikeQualityMetrics metrics = _context.SpikeQuality.Evaluate(data, "Signal", "Decoded");
        Assert.Equal((0, 1, double.PositiveInfinity), (metrics.RootMeanSquaredError, metrics.RSquared, metrics.SignalToNoise));
    }

    [Fact]
    public void Evaluate_names_a_column_that_is_not_there()
    {
        IDataView data = _context.Data.LoadFromEnumerable(new[] { new Row() });
        Assert.Contains("Could not find input column 'Nothing'",
            Assert.Throws<ArgumentOutOfRangeException>(() => _context.SpikeQuality.Evaluate(data, "Nothing", "Decoded")).Message,
                StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_measures_against_the_digits_of_a_Double_column()
    {
        IDataView data = _context.Data.LoadFromEnumerable(new[] { 0, 3, 5 }.Select(rest =>
            new Wide { Signal = 1e8 + rest, Decoded = 1e8f }));
        Assert.Equal(Math.Sqrt((0 + 9 + 25) / 3.0),
            _context.SpikeQuality.Evaluate(data, "Signal", "Decoded").RootMeanSquaredError, 12);
        SpikeQuality quality = new();
        quality.Add([1e8, 1e8 + 3, 1e8 + 5], [1e8f, 1e8f, 1e8f]);
        Assert.Equal(Math.Sqrt((0 + 9 + 25) / 3.0), quality.Metrics().RootMeanSquaredError, 12);
    }

    private sealed class Wide
    {
        public double Signal { get; set; }

        public float Decoded { get; set; }
    }

    [Fact]
    public void Compare_fits_every_code_and_puts_the_best_first()
    {
        float[] sine = [.. Enumerable.Range(0, 128).Select(step => (float)(0.5 + 0.4 * Math.Sin(step * 0.1)))];
        IDataView data = OneColumn.Of(_context, [128], sine);
        SpikeCodeComparison comparison = _context.SpikeQuality.Compare(data, "Features");
        Assert.Equal(SpikeCodes.Encoders.Count(entry => entry.Default is SeriesCode), comparison.Scores.Length);
        Assert.Equal(comparison.Scores.Select(score => score.Metrics.SignalToNoise).OrderDescending(),
            comparison.Scores.Select(score => score.Metrics.SignalToNoise));
        // Delta learns nothing: a threshold of 0.1 is above every change of this sine.
        Assert.Equal(0, comparison.Scores.Single(score => score.Name == "delta").Metrics.SpikeDensity, 0.01);
        Assert.All(comparison.Scores.Where(score => score.Name != "delta"), score =>
            Assert.InRange(score.Metrics.SignalToNoise, 5, 100));
        Assert.Equal(comparison.Scores.Length + 2, comparison.ToString().TrimEnd().Split('\n').Length);
        // The same as an encoder, a decoder and an evaluation in a pipeline.
        SpikeCodeScore own = comparison.Scores.Single(score => score.Name == "step-forward");
        IDataView restored = _context.Transforms.Spikes.EncodeStepForward("S", "Features")
            .Append(_context.Transforms.Spikes.Decode("R", "S", own.Options, sine[0])).Fit(data).Transform(data);
        Assert.Equal(own.Metrics, _context.SpikeQuality.Evaluate(restored, "Features", "R", "S"));
    }

    [Fact]
    public void Compare_takes_the_codes_that_it_is_given()
    {
        IDataView data = OneColumn.Of(_context, [4], [0, 1, 2, 3]);
        SpikeCodeScore score = Assert.Single(_context.SpikeQuality.Compare(data, "Features",
            new DeltaEncodingOptions { Threshold = 1 }).Scores);
        Assert.Equal("delta", score.Name);
        Assert.Equal(double.PositiveInfinity, score.Metrics.SignalToNoise);
    }

    private sealed class Row
    {
        [VectorType(2)]
        public float[] Signal { get; set; } = [0, 0];

        [VectorType(2)]
        public float[] Decoded { get; set; } = [0, 0];

        [VectorType(4)]
        public float[] Spikes { get; set; } = [0, 0, 0, 0];
    }
}
