namespace SpikeML.Torch;

/// <summary>Takes the spikes or the membranes of a layer at every step of a row, in the order of the layer's shape.</summary>
/// <param name="layer">The layer.</param>
/// <param name="index">Its index.</param>
/// <param name="isSpikes">Whether to take spikes.</param>
/// <param name="numSteps">The number of steps.</param>
internal sealed class LayerRecorder(TrainedLayer layer, int index, bool isSpikes, int numSteps)
{
    private readonly float[] _values = new float[numSteps * layer.Geometry.OutputCount];

    /// <summary>The values, [numSteps][...the layer's shape].</summary>
    public ReadOnlySpan<float> Values => _values;

    public void Take(NetworkRun run, int step)
    {
        ReadOnlySpan<float> values = isSpikes ? run.SpikesOf(index) : run.MembranesOf(index);
        Span<float> target = _values.AsSpan(step * values.Length, values.Length);
        for (int i = 0; i < values.Length; i++)
            target[layer.PlaceOf(i)] = values[i];
    }
}
