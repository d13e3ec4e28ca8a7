namespace SpikeML;

/// <summary>What one thread needs to try thresholds on a tile.</summary>
internal sealed class ScreenMemory(int tileLength, int groups, int candidates)
{
    private readonly float[] _distances = new float[tileLength], _deviations = new float[tileLength];
    private readonly double[] _numbers = new double[tileLength];

    public Span<float> Distances => _distances;

    public Span<float> Deviations => _deviations;

    public Span<double> Numbers => _numbers;

    /// <summary>The largest magnitude of the deviations of each group.</summary>
    public float[] Largest { get; } = new float[groups];

    /// <summary>The noise of each candidate.</summary>
    public double[] Noise { get; } = new double[candidates];
}
