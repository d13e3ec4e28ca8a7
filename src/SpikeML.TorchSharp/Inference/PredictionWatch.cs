namespace SpikeML.Torch;

/// <summary>
/// Looks at the first rows that a network predicts, in all cursors. Rows without spikes, and rows whose best scores are equal,
/// are predicted all the same; that is said once.
/// </summary>
internal sealed class PredictionWatch(OnceLog log, string spikeColumnName, SpikingTask task)
{
    private const int RowsWatched = FirstRowsWatch.RowsWatched;

    /// <summary>Counts of spikes tie now and then; this is the share of the rows from which on it matters.</summary>
    private const double MostTies = 0.1;

    private readonly Lock _lock = new();
    private int _rows, _silent, _tied;

    /// <summary>Whether the next row is one of the first.</summary>
    public bool IsOpen => Volatile.Read(ref _rows) < RowsWatched;

    /// <summary>Takes a row's spikes and scores.</summary>
    /// <param name="spikes">The spikes.</param>
    /// <param name="scores">The scores.</param>
    /// <param name="isEndless">Whether the row is a prediction engine's, which has no end.</param>
    public void Look(ReadOnlySpan<float> spikes, ReadOnlySpan<float> scores, bool isEndless = false)
    {
        lock (_lock)
        {
            if (_rows == RowsWatched)
                return;
            bool isSilent = spikes.Count(0f) == spikes.Length;
            _rows++;
            _silent += isSilent ? 1 : 0;
            _tied += !isSilent && task != SpikingTask.Regression && IsTied(scores) ? 1 : 0;
            if (_rows == RowsWatched || (isEndless && _rows == FirstRowsWatch.RowsOfEngine))
                Conclude();
        }
    }

    /// <summary>Says what the rows so far show; called where a cursor ends, too.</summary>
    public void Conclude()
    {
        lock (_lock)
        {
            if (_silent > 0)
                log.Warn("silence", spikeColumnName, $"Column '{spikeColumnName}' has no spikes in {Rows(_silent)}: what is "
                    + "predicted there comes from the weights alone. Check the encoder's options and its input.");
            if (_tied > _rows * MostTies)
                log.Warn("ties", spikeColumnName, $"The best scores are equal in {Rows(_tied)}, where the first of these classes "
                    + "is predicted. Encode in more steps, train longer, or score by the membrane (Loss).");
        }
    }

    private string Rows(int count) => _rows == 1 ? "the first row"
        : FormattableString.Invariant($"{count:N0} of the {_rows:N0} rows read so far");

    private static bool IsTied(ReadOnlySpan<float> scores)
    {
        float best = float.NegativeInfinity;
        int holders = 0;
        foreach (float score in scores)
            (best, holders) = score > best ? (score, 1) : (best, holders + (score == best ? 1 : 0));
        return holders > 1;
    }
}
