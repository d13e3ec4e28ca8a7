namespace SpikeML;

/// <summary>Decides between candidates that are so close that the order of summation could decide.</summary>
/// <param name="sample">The sampled series.</param>
/// <param name="numSteps">The number of steps of a series.</param>
/// <param name="checkAlive">Throws if fitting was cancelled; called for each row.</param>
internal sealed class CloseRace<T>(SeriesSample<T> sample, int numSteps, Action checkAlive)
    where T : unmanaged
{
    /// <summary>More than the rounding errors of sums in double precision.</summary>
    private const double Rounding = 1e-12;

    /// <summary>The candidate with the least noise, summed in the order of the rows; of equal ones, the first.</summary>
    /// <param name="candidates">The candidates, in their order.</param>
    /// <param name="noise">The noise of each candidate, summed in any order.</param>
    public FittedSeriesCode Winner(FittedSeriesCode[] candidates, double[] noise)
    {
        // Sums of zeros are the same in every order.
        if (candidates.Length == 1 || noise[0] == 0)
            return candidates[0];
        // For doubles, the only error of the noise is that of its sum, while decoded values would be rounded to single precision.
        if (typeof(T) == typeof(double))
            return candidates[Array.FindIndex(noise, own => own <= noise.Min() * (1 + Rounding))];
        SeriesTrial[] trials = [.. candidates.Select(candidate => new SeriesTrial(candidate))];
        T[] series = new T[sample.RowLength];
        for (int row = 0; row < sample.RowCount; row++)
        {
            checkAlive();
            sample.CopyRow(row, series);
            foreach (SeriesTrial trial in trials)
                trial.AddErrors<T>(series, numSteps);
        }
        return (FittedSeriesCode)trials.MinBy(trial => trial.Quality.Noise)!.Code;
    }
}
