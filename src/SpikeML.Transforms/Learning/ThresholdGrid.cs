namespace SpikeML;

/// <summary>The thresholds that fitting tries, as in Petro, Kasabov and Kiss 2020: shares of the data's range.</summary>
internal static class ThresholdGrid
{
    /// <summary>2 to 60 percent of the range in steps of 1 percent. For constant data, any threshold is as good, so 1.</summary>
    public static IEnumerable<double> Of(SeriesStatistics data) => float.IsFinite((float)data.Range)
        ? Enumerable.Range(2, 59).Select(part => part / 100.0 * data.Range).Where(threshold => (float)threshold > 0)
            .DefaultIfEmpty(1)
        : [1];
}
