namespace SpikeML.Nir;

/// <summary>Delays: each value of the input leaves a number of steps later, which may differ from value to value.</summary>
internal sealed class DelayRun : NodeRun
{
    private readonly NodeSignal[] _sources;
    private readonly int[] _steps;
    private readonly float[] _past;
    private readonly int _length;
    private readonly bool _isLate;
    private int _now;

    /// <param name="output">What the node puts out, in the format's order.</param>
    /// <param name="sources">What it takes in the sum of.</param>
    /// <param name="steps">The number of steps of each value.</param>
    public DelayRun(NodeSignal output, NodeSignal[] sources, int[] steps)
        : base(output)
    {
        (_sources, _steps, _length, _isLate) = (sources, steps, steps.Max() + 1, IsLate(steps));
        _past = new float[_length * steps.Length];
    }

    /// <inheritdoc/>
    public override bool HasState => true;

    /// <summary>Whether no value of a step leaves in the same step, so that the output is known before the input.</summary>
    public static bool IsLate(int[] steps) => !steps.Contains(0);

    /// <inheritdoc/>
    public override void Reset()
    {
        Array.Clear(_past);
        _now = 0;
    }

    /// <inheritdoc/>
    public override void Step()
    {
        if (!_isLate)
            Take();
        for (int i = 0; i < _steps.Length; i++)
        {
            int then = _now - _steps[i];
            Output.Memory[i] = _past[(then < 0 ? then + _length : then) * _steps.Length + i];
        }
        Output.List();
    }

    /// <inheritdoc/>
    public override void Finish()
    {
        if (_isLate)
            Take();
        _now = (_now + 1) % _length;
    }

    private void Take()
    {
        Span<float> now = _past.AsSpan(_now * _steps.Length, _steps.Length);
        now.Clear();
        foreach (NodeSignal source in _sources)
        {
            for (int i = 0; i < now.Length; i++)
                now[i] += source.Memory[source.Layout?.PositionOf[i] ?? i];
        }
    }
}
