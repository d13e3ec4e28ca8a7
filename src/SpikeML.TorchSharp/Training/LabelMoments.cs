namespace SpikeML.Torch;

/// <summary>The weighted means and deviations of labels, for each output, in one pass.</summary>
/// <param name="outputs">The number of outputs.</param>
internal sealed class LabelMoments(int outputs)
{
    private readonly double[] _weights = new double[outputs], _means = new double[outputs], _squares = new double[outputs];

    /// <summary>Adds a row: one number or, for labels that vary over time, [numSteps][outputs].</summary>
    public void Add(ReadOnlySpan<float> values, double weight)
    {
        for (int i = 0; i < values.Length; i++)
            Add(i % outputs, values[i], weight);
    }

    /// <summary>The mean and the standard deviation of each output's labels; the deviation is 1 where it would be 0.</summary>
    public IReadOnlyList<LabelScale> ToScales() => [.. Enumerable.Range(0, outputs).Select(output =>
        Math.Sqrt(_squares[output] / _weights[output]) is double deviation and > 0
            ? new LabelScale(_means[output], deviation) : new(_means[output], 1))];

    /// <summary>The sum of the squared distances of all labels from their output's mean.</summary>
    public double Squares => _squares.Sum();

    private void Add(int output, double value, double weight)
    {
        _weights[output] += weight;
        // Welford's recurrence: no loss of precision if the mean is large.
        double distance = value - _means[output];
        _means[output] += _weights[output] > 0 ? distance * weight / _weights[output] : 0;
        _squares[output] += weight * distance * (value - _means[output]);
    }
}
