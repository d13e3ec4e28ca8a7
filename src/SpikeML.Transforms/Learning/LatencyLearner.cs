namespace SpikeML;

/// <summary>Fits the largest spike time of a column, before Normalize.</summary>
/// <param name="columnName">The column, for errors.</param>
/// <param name="options">The options of the latency code.</param>
/// <param name="withLargestTime">Creates the code with the time.</param>
internal sealed class LatencyLearner(string columnName, LatencyEncodingOptions options, Func<float, SpikeCode> withLargestTime)
    : ICodeLearner
{
    /// <summary>Beyond this, single precision cannot count steps one by one.</summary>
    private const float LatestTime = 1 << 24;

    private float _largest;

    public string What => "the largest spike time";

    public SpikeCode Code => withLargestTime(_largest);

    public void Add(in ColumnValues values) =>
        _largest = Math.Max(_largest, LatencyEncoding.LargestRowTime(values.Singles, options));

    public ICodeLearner? Next() => _largest < LatestTime ? null : throw new InvalidOperationException(
        FormattableString.Invariant($"The largest spike time of column '{columnName}' is {_largest} steps, more than ")
            + FormattableString.Invariant($"{LatestTime}: lower Tau ({options.Tau})."));
}
