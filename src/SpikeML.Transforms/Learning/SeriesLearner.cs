namespace SpikeML;

/// <summary>Finds the options whose decoded series has the best signal-to-noise ratio over the data that is fitted on.</summary>
/// <remarks>
/// Two passes: this one for what the grid of candidates depends on, then one that encodes and decodes every row with every
/// candidate.
/// </remarks>
internal sealed class SeriesLearner(SeriesCode code, int numSteps) : ICodeLearner
{
    private readonly SeriesStatistics _statistics = new();

    public string What => "the range of the series";

    public SpikeCode Code => code;

    public void Add(ReadOnlySpan<float> values) => _statistics.Add(values, values.Length / numSteps);

    public ICodeLearner? Next() => new TrialLearner([.. code.Candidates(_statistics).Select(candidate => new SeriesTrial(candidate))], numSteps);

    /// <summary>
    /// The signal is the same for all candidates, so the best ratio is the least noise; of equals the first is taken.
    /// </summary>
    private sealed class TrialLearner(SeriesTrial[] trials, int numSteps) : ICodeLearner
    {
        public string What => "the threshold of the best decoded signal";

        public SpikeCode Code => trials.MinBy(trial => trial.Quality.Noise)!.Code;

        public void Add(ReadOnlySpan<float> values)
        {
            if (trials.Length == 1)
                return;
            foreach (SeriesTrial trial in trials)
                trial.Add(values, numSteps);
        }

        public ICodeLearner? Next() => null;
    }
}
