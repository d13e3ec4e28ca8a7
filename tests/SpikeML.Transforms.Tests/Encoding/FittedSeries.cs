namespace SpikeML.Tests.Encoding;

/// <summary>What the candidates of fitted codes depend on.</summary>
internal static class FittedSeries
{
    /// <summary>The statistics of a single row with one neuron.</summary>
    public static SeriesStatistics Of(float[] series)
    {
        SeriesSample<float> sample = new(series.Length, 1);
        sample.Add(series);
        SeriesStatistics<float> statistics = new(sample, series.Length);
        statistics.Add(series);
        return statistics;
    }
}
