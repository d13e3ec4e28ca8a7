namespace SpikeML.Nir;

/// <summary>Checks options that do not depend on the graph.</summary>
internal static class NirReadingCheck
{
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static void Validate(NirReading reading)
    {
        OptionCheck.Positive(reading.Step, nameof(NirReading.TimeStep));
        OptionCheck.Require(reading.Score is not { } score || Enum.IsDefined(score), reading.Score, nameof(NirReading.Score),
            $"{nameof(NirReading.Score)} is not one of the kinds of scores.");
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach ((string option, string? name) in Columns(reading))
        {
            OptionCheck.ColumnName(name, option);
            OptionCheck.Require(name is null || taken.Add(name), name, option, $"{option}: two columns are named '{name}'.");
        }
        OptionCheck.Require(taken.Count > 0, taken.Count, nameof(NirReading.OutputSpikesColumnName),
            "At least one column must have a name.");
    }

    private static IEnumerable<(string Option, string? Name)> Columns(NirReading reading) =>
    [
        (nameof(NirReading.OutputSpikesColumnName), reading.OutputSpikesColumnName),
        (nameof(NirReading.OutputMembraneColumnName), reading.OutputMembraneColumnName),
        (nameof(NirReading.ScoreColumnName), reading.ScoreColumnName),
        (nameof(NirReading.PredictedLabelColumnName), reading.PredictedLabelColumnName),
        .. reading.Recordings.Select(recording => (nameof(NirReading.Recordings), (string?)recording.OutputColumnName)),
    ];
}
