using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Rows of a data view as tensors. Dispose it, or create and use it inside a TorchSharp DisposeScope.</summary>
public sealed class SpikeBatch : IDisposable
{
    private readonly long[] _shape;
    private Tensor? _spikes;

    internal SpikeBatch(Tensor spikes, Tensor? labels, Tensor? exampleWeights)
        : this(spikes, null, spikes.shape, labels, exampleWeights)
    {
    }

    /// <param name="spikes">The spikes, or null for events.</param>
    /// <param name="events">The spikes as events, on the CPU, or null.</param>
    /// <param name="shape">The shape of the spikes.</param>
    /// <param name="labels">The labels, or null.</param>
    /// <param name="exampleWeights">The weights of the rows, or null.</param>
    internal SpikeBatch(Tensor? spikes, InputEvents? events, long[] shape, Tensor? labels, Tensor? exampleWeights) =>
        (_spikes, Events, _shape, Labels, ExampleWeights) = (spikes, events, shape, labels, exampleWeights);

    /// <summary>
    /// The spikes, time-major Float32: [numSteps, rows, ...the neurons' dimensions], such as [100, 128, 28, 28].
    /// </summary>
    public Tensor Spikes => _spikes ??= Events!.ToTensor().view(_shape).DetachFromDisposeScope();

    /// <summary>
    /// The labels, [rows]: Int64 indices from 0 for keys, 0 or 1 for Booleans, Int64 for integers, and Float32 for Single and
    /// Double. For a column of targets, Float32 [numSteps, rows, classes]. Null if no label column was named.
    /// </summary>
    public Tensor? Labels { get; }

    /// <summary>
    /// The weights of the rows, Float32 [rows], or null if <see cref="SpikeBatchOptions.ExampleWeightColumnName"/> is.
    /// </summary>
    public Tensor? ExampleWeights { get; }

    /// <summary>
    /// The spikes as events, if they were looked for and are few; those of step t and row b are in row t * Count + b.
    /// </summary>
    internal InputEvents? Events { get; private set; }

    /// <summary>The number of steps.</summary>
    internal long NumSteps => _shape[0];

    /// <summary>The number of rows.</summary>
    public int Count => (int)_shape[1];

    /// <summary>Finds the events, by rows and by columns, for a first layer that works on them.</summary>
    internal SpikeBatch WithEvents()
    {
        if (Events is null)
        {
            using Tensor rows = Spikes.reshape(NumSteps, Count, -1);
            Events = EventLinear.FindEvents(rows);
        }
        _ = Events?.Tiles;
        return this;
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        _spikes?.Dispose();
        Labels?.Dispose();
        ExampleWeights?.Dispose();
    }
}
