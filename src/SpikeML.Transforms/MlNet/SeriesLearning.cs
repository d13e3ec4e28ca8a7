using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Finds the options whose decoded series has the best signal-to-noise ratio over the data that is fitted on.</summary>
/// <remarks>
/// Two passes: one for what the grid of candidates depends on, one that encodes and decodes every row with every candidate. The signal is the
/// same for all, so the best ratio is the least noise; of equals the first is taken.
/// </remarks>
internal static class SeriesLearning
{
    public static SeriesCodeOptions[] Learn(IHost host, IDataView data, (string outputColumnName, string inputColumnName)[] pairs, SeriesCodeOptions code)
    {
        if (!code.IsOpen)
            return [.. pairs.Select(_ => code)];
        DataViewSchema.Column[] columns = [.. pairs.Select(pair => data.Schema[pair.inputColumnName])];
        int[] steps = [.. columns.Select(column => InputColumn.Dimensions(host, column, scalarAllowed: false)[0])];
        SeriesTrial[][] trials = [.. Statistics(host, data, columns, steps).Select(own => code.Candidates(own).Select(candidate => new SeriesTrial(candidate)).ToArray())];
        ColumnLearning.Read(host, data, columns, "the threshold of the best decoded signal", (pair, series) =>
        {
            if (trials[pair].Length > 1)
            {
                foreach (SeriesTrial trial in trials[pair])
                    trial.Add(series, steps[pair]);
            }
        });
        return [.. trials.Select(own => own.MinBy(trial => trial.Quality.Noise)!.Code)];
    }

    private static SeriesStatistics[] Statistics(IHost host, IDataView data, DataViewSchema.Column[] columns, int[] steps)
    {
        SeriesStatistics[] statistics = [.. columns.Select(_ => new SeriesStatistics())];
        ColumnLearning.Read(host, data, columns, "the range of the series", (pair, series) => statistics[pair].Add(series, series.Length / steps[pair]));
        return statistics;
    }
}
