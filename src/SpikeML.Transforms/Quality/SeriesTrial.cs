namespace SpikeML;

/// <summary>Encodes and decodes series with one code and measures the result.</summary>
internal sealed class SeriesTrial(SeriesCodeOptions code)
{
    private float[] _spikes = [];
    private float[] _decoded = [];

    public SeriesCodeOptions Code => code;

    public SpikeQuality Quality { get; } = new();

    public void Add(ReadOnlySpan<float> series, int numSteps)
    {
        if (_decoded.Length != series.Length)
            (_spikes, _decoded) = (new float[series.Length * code.Channels], new float[series.Length]);
        int neuronCount = series.Length / numSteps;
        code.Encode(series, _spikes, neuronCount);
        code.Decode(_spikes, series[..neuronCount], _decoded, neuronCount);
        Quality.Add(series, _decoded, _spikes);
    }
}
