using Microsoft.ML.Runtime;
using SpikeML;

namespace Microsoft.ML;

/// <summary>Adds quality measures for spike codes to ML.NET's context, as <c>mlContext.SpikeQuality</c>.</summary>
public static class SpikeQualityExtensions
{
    extension(MLContext context)
    {
        /// <summary>Measures how well decoded spikes restore the encoded values.</summary>
        public SpikeQualityCatalog SpikeQuality => new(context);
    }
}

/// <summary>Quality measures for spike codes, available as <c>mlContext.SpikeQuality</c>.</summary>
public sealed class SpikeQualityCatalog
{
    private readonly IHost _host;

    /// <summary>
    /// The measures, for languages that do not support <c>mlContext.SpikeQuality</c>: F#, Visual Basic, and C# before 14.
    /// </summary>
    /// <param name="context">ML.NET's context.</param>
    public SpikeQualityCatalog(MLContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _host = ((IHostEnvironment)context).Register(nameof(SpikeQualityCatalog));
    }

    /// <summary>Compares a column of decoded signals with the original signals, over all rows.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="signalColumnName">The column with the original signals.</param>
    /// <param name="decodedColumnName">The column with the decoded signals, with the same number of values.</param>
    /// <param name="spikesColumnName">The column with the spikes, to measure their density, or null not to measure it.</param>
    /// <param name="cancellationToken">Cancels the measurement.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or of another type.</exception>
    /// <exception cref="InvalidFeatureException">A value is NaN or infinite.</exception>
    public SpikeQualityMetrics Evaluate(
        IDataView data, string signalColumnName, string decodedColumnName, string? spikesColumnName = null,
            CancellationToken cancellationToken = default)
    {
        _host.CheckValue(data, nameof(data));
        string[] names = spikesColumnName is null ? [signalColumnName, decodedColumnName]
            : [signalColumnName, decodedColumnName, spikesColumnName];
        DataViewSchema.Column[] columns = [.. names.Select(name => Find(data.Schema, name))];
        using DataViewRowCursor cursor = data.GetRowCursor(columns.DistinctBy(column => column.Index));
        FeatureReader[] readers = [.. columns.Select(column => FeatureReader.Create(cursor, column))];
        SpikeQuality quality = new();
        while (cursor.MoveNext())
        {
            _host.CheckAlive(cancellationToken);
            using WideValues signal = new(readers[0].ReadValues()), decoded = new(readers[1].ReadValues());
            quality.AddSignal(signal.Span, decoded.Span, readers.Length > 2 ? readers[2].Read() : default);
        }
        return quality.Metrics();
    }

    /// <summary>
    /// Compares codes of series on a column. Each code is fitted if any of its options is null, then encodes and decodes every
    /// row.
    /// </summary>
    /// <param name="data">The rows.</param>
    /// <param name="inputColumnName">The series, a vector whose first dimension is time.</param>
    /// <param name="codes">
    /// The codes to compare. If empty, all codes of series with their defaults and, where they have the option, off-spikes.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The column is missing or of another type, or an option is out of range.
    /// </exception>
    /// <exception cref="InvalidFeatureException">A value is NaN or infinite.</exception>
    public SpikeCodeComparison Compare(IDataView data, string inputColumnName, params SeriesCode[] codes) =>
        Compare(data, inputColumnName, codes, CancellationToken.None);

    /// <inheritdoc cref="Compare(IDataView, string, SeriesCode[])"/>
    /// <param name="data">The rows.</param>
    /// <param name="inputColumnName">The series, a vector whose first dimension is time.</param>
    /// <param name="codes">
    /// The codes to compare. If empty, all codes of series with their defaults and, where they have the option, off-spikes.
    /// </param>
    /// <param name="cancellationToken">Cancels the comparison.</param>
    public SpikeCodeComparison Compare(IDataView data, string inputColumnName, IReadOnlyCollection<SeriesCode> codes,
        CancellationToken cancellationToken)
    {
        _host.CheckValue(data, nameof(data));
        _host.CheckValue(codes, nameof(codes));
        _host.CheckParam(!codes.Contains(null!), nameof(codes), "A code is null.");
        DataViewSchema.Column column = Find(data.Schema, inputColumnName);
        int numSteps = InputKind.Series.Dimensions(_host, column)[0];
        SeriesCode[] fitted = [.. (codes.Count > 0 ? codes : All).Select(code =>
            (SeriesCode)CodeLearning.Learn(_host, data, [inputColumnName], code.Validated(), cancellationToken)[0])];
        SeriesTrial[] trials = [.. fitted.Select(code => new SeriesTrial(code))];
        ColumnPass.Read(_host, data, [column], InputKind.Series, "the comparison", (int _, in ColumnValues series) =>
        {
            foreach (SeriesTrial trial in trials)
            {
                cancellationToken.ThrowIfCancellationRequested();
                trial.Add(series, numSteps);
            }
        }, cancellationToken);
        return new SpikeCodeComparison([.. trials.Select(trial =>
            new SpikeCodeScore(SpikeCodes.Of(trial.Code).Name, trial.Code, trial.Quality.Metrics()))
            .OrderByDescending(score => score.Metrics.SignalToNoise)]);
    }

    private static IEnumerable<SeriesCode> All => SpikeCodes.Encoders.Select(entry => entry.Default).OfType<SeriesCode>()
        .Select(code => code.ForComparison);

    private DataViewSchema.Column Find(DataViewSchema schema, string name)
    {
        DataViewSchema.Column column = ColumnSearch.Find(_host, schema, "input", name);
        InputKind.Features.Dimensions(_host, column);
        return column;
    }
}
