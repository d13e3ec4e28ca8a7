namespace SpikeML.Nir;

/// <summary>Delays: each value of the input leaves a number of steps later, which may differ from value to value.</summary>
internal sealed class DelayRun : NodeRun
{
    private readonly NodeSignal[] _sources;
    private readonly int[] _steps;
    private readonly int _length;
    private readonly bool _isLate;

    /// <summary>
    /// The steps of a row so far, at most as many as the longest delay. It grows as steps are run, so a delay longer than the
    /// rows takes no memory.
    /// </summary>
    private float[] _past = [];
    private int _step;

    /// <param name="output">What the node puts out, in the format's order.</param>
    /// <param name="sources">What it takes in the sum of.</param>
    /// <param name="steps">The number of steps of each value.</param>
    public DelayRun(NodeSignal output, NodeSignal[] sources, int[] steps)
        : base(output)
    {
        (_sources, _steps, _length, _isLate) = (sources, steps, steps.Max() + 1, IsLate(steps));
    }

    /// <inheritdoc/>
    public override bool HasState => true;

    /// <summary>Whether no value of a step leaves in the same step, so that the output is known before the input.</summary>
    public static bool IsLate(int[] steps) => !steps.Contains(0);

    /// <inheritdoc/>
    public override void Reset() => _step = 0;

    /// <inheritdoc/>
    public override void Step()
    {
        if (!_isLate)
            Take();
        int now = _step % _length;
        for (int i = 0; i < _steps.Length; i++)
        {
            int then = now - _steps[i];
            Output.Memory[i] = _steps[i] > _step ? 0 : _past[(then < 0 ? then + _length : then) * _steps.Length + i];
        }
        Output.List();
    }

    /// <inheritdoc/>
    public override void Finish()
    {
        if (_isLate)
            Take();
        _step++;
    }

    private void Take()
    {
        long end = (_step % _length + 1L) * _steps.Length;
        if (end > Array.MaxLength)
            throw new InvalidOperationException($"A Delay node of {_steps.Length} values has to keep {_step + 1} steps of a row, "
                + "which is more than an array can hold. Shorten the delay or the row.");
        if (end > _past.Length)
            Array.Resize(ref _past, (int)Math.Min(2 * end, Math.Min((long)_length * _steps.Length, Array.MaxLength)));
        Span<float> now = _past.AsSpan((int)end - _steps.Length, _steps.Length);
        now.Clear();
        foreach (NodeSignal source in _sources)
        {
            for (int i = 0; i < now.Length; i++)
                now[i] += source.Memory[source.Layout?.PositionOf[i] ?? i];
        }
    }
}
