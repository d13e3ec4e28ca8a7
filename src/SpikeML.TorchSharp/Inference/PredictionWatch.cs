namespace SpikeML.Torch;

/// <summary>
/// Checks the first rows that a network predicts, over all cursors, and warns once about rows without spikes and about rows with
/// equal best scores.
/// </summary>
/// <param name="log">The log of the transformer.</param>
/// <param name="spikeColumnName">The spike column.</param>
/// <param name="task">The task of the network.</param>
/// <param name="tieRemedy">What to do about equal scores, or null for the remedy of trained networks.</param>
internal sealed class PredictionWatch(OnceLog log, string spikeColumnName, SpikingTask task, string? tieRemedy = null)
{
    private const int RowsWatched = FirstRowsWatch.RowsWatched;

    /// <summary>Occasional ties of spike counts are harmless; above this share of rows, they are reported.</summary>
    private const double MostTies = 0.1;

    private readonly Lock _lock = new();
    private int _rows, _silent, _tied;

    private readonly string _tieRemedy = tieRemedy
        ?? "Encode with more steps, train longer, or use a Loss that scores by the membrane.";

    /// <summary>Whether the next row is one of the first.</summary>
    public bool IsOpen => Volatile.Read(ref _rows) < RowsWatched;

    /// <summary>Checks a row's spikes and scores.</summary>
    /// <param name="spikes">The spikes.</param>
    /// <param name="scores">The scores.</param>
    /// <param name="isEndless">Whether the row comes from a prediction engine, whose input never ends.</param>
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

    /// <summary>Reports what the rows so far show; also called when a cursor ends.</summary>
    public void Conclude()
    {
        lock (_lock)
        {
            if (_silent > 0)
                log.Warn("silence", spikeColumnName, $"Column '{spikeColumnName}' has no spikes in {Rows(_silent)}, so their "
                    + "predictions do not depend on the input. Check the encoder's options and its input.");
            if (_tied > _rows * MostTies)
                log.Warn("ties", spikeColumnName, $"The best scores are equal in {Rows(_tied)}, for which the first of these "
                    + $"classes is predicted. {_tieRemedy}");
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
