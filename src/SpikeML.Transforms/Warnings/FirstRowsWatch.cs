using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>
/// Checks the first rows that a transformer encodes for one column, over all its cursors, for likely mistakes: values that the
/// code clips, and neurons that never fire or always fire. Each mistake is reported once.
/// </summary>
internal sealed class FirstRowsWatch(OnceLog log, SpikeCode code, string inputColumnName)
{
    /// <summary>The number of rows to check.</summary>
    public const int RowsWatched = 1000;

    /// <summary>
    /// The rows after which a prediction engine, whose rows have no end, warns of what they show; of values outside it warns at
    /// the first one.
    /// </summary>
    public const int RowsOfEngine = 100;

    /// <summary>Fewer values than these may all be alike by chance where a code draws.</summary>
    private const int FewestDraws = 100;

    private readonly Lock _lock = new();
    private readonly ValueLimits? _limits = code.Limits;
    private readonly bool _watchesSpikes = code.ShouldFire, _readsSpikes = code.ReadsSpikes;
    private readonly int _fewest = code.IsDrawn ? FewestDraws : 1;
    private int _rows;
    private long _values, _outside, _spikes, _slots, _made;
    private bool _areFarOutside, _hasInput;
    private float _lowest = float.PositiveInfinity, _highest = float.NegativeInfinity;

    /// <summary>Whether the next row is one of the first.</summary>
    public bool IsOpen => Volatile.Read(ref _rows) < RowsWatched;

    /// <summary>Checks a row and its encoding.</summary>
    /// <param name="row">The row.</param>
    /// <param name="output">What was made of it.</param>
    /// <param name="isEndless">Whether it is a prediction engine's.</param>
    public void Look(in RowInput row, in VBuffer<float> output, bool isEndless = false)
    {
        lock (_lock)
        {
            if (_rows == RowsWatched)
                return;
            _rows++;
            if (_limits is { } limits)
                Look(row.Values, limits);
            if (_readsSpikes)
                _hasInput |= SpikeBuffers.Count(row.Values) > 0;
            if (_watchesSpikes)
            {
                _spikes += SpikeBuffers.Count(output.GetValues());
                _made += output.Length;
                _slots += row.Shape.OutputSteps > 1 ? output.Length : 0;
            }
            if (_rows == RowsWatched || (isEndless && (_areFarOutside || _rows == RowsOfEngine)))
                Conclude();
        }
    }

    /// <summary>Checks the spikes of a row that is one step of a stream.</summary>
    public void LookAtStep(ReadOnlySpan<float> spikes, bool isEndless = false)
    {
        lock (_lock)
        {
            if (_rows == RowsWatched)
                return;
            _rows++;
            _spikes += SpikeBuffers.Count(spikes);
            _slots += spikes.Length;
            _made += spikes.Length;
            if (_rows == RowsWatched || (isEndless && _rows == RowsOfEngine))
                Conclude();
        }
    }

    /// <summary>
    /// Reports what the rows so far show. Also called when a cursor ends, which may be before the last of these rows.
    /// </summary>
    public void Conclude()
    {
        lock (_lock)
        {
            if (_rows == 0)
                return;
            if (_areFarOutside)
                log.Warn("values", inputColumnName,
                    WatchTexts.Outside(inputColumnName, code, _limits!.Value, Share, _rows, _lowest, _highest));
            else if (_watchesSpikes && _slots >= _fewest && _spikes == _slots)
                log.Warn("firing", inputColumnName, WatchTexts.AlwaysFiring(inputColumnName, code, _rows));
            if (_watchesSpikes && _made >= _fewest && _spikes == 0)
                log.Warn("silence", inputColumnName, WatchTexts.Silent(inputColumnName, code, _rows));
            if (_readsSpikes && !_hasInput)
                log.Warn("no spikes", inputColumnName, WatchTexts.NoSpikes(inputColumnName, _rows));
        }
    }

    private double Share => (double)_outside / Math.Max(1, _values);

    private void Look(ReadOnlySpan<float> values, ValueLimits limits)
    {
        if (values.IsEmpty)
            return;
        (float lowest, float highest, int outside) = limits.Measure(values);
        (_lowest, _highest) = (Math.Min(_lowest, lowest), Math.Max(_highest, highest));
        _values += values.Length;
        _outside += outside;
        _areFarOutside |= limits.AreFar(lowest, highest);
    }
}
