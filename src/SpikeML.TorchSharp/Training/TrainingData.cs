using Microsoft.ML;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>The training data of a network.</summary>
/// <param name="View">The rows.</param>
/// <param name="Spikes">The spike column.</param>
/// <param name="Label">The label column and the column of example weights.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Device">The device of the batches.</param>
internal sealed record TrainingData(IDataView View, SpikeColumn Spikes, NetworkLabel Label, long Rows, Device Device)
{
    /// <summary>The batches to hold that are read ahead: one to train on next, one against a slow row.</summary>
    private const int Ahead = 2;

    /// <summary>The batches of the held-out rows, or of the others, read and encoded ahead on another thread.</summary>
    public IEnumerable<SpikeBatch> ReadAhead(int batchSize, SpikeBatchOptions options, HeldOut heldOut, bool takesHeldOut,
        bool findsEvents, Action checkAlive) => Torch.ReadAhead.Of(
        stop => Read(batchSize, options, heldOut, takesHeldOut, () =>
        {
            stop.ThrowIfCancellationRequested();
            checkAlive();
        }, findsEvents).Select(batch => findsEvents ? batch.WithEvents() : batch), Ahead);

    /// <summary>The batches of the held-out rows, or of the others.</summary>
    public IEnumerable<SpikeBatch> Read(int batchSize, SpikeBatchOptions options, HeldOut heldOut, bool takesHeldOut,
        Action checkAlive, bool asEvents = false) =>
        SpikeBatches.Read(View, Spikes, Label.Column, Label.Weight, batchSize, options,
            heldOut.Fraction > 0 ? id => heldOut.Takes(id) == takesHeldOut : null, checkAlive, asEvents);
}
