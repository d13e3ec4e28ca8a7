using Microsoft.ML;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>The training data of a network.</summary>
/// <param name="View">The rows.</param>
/// <param name="Spikes">The spike column.</param>
/// <param name="Label">The label column and the column of example weights.</param>
/// <param name="Device">The device of the batches.</param>
internal sealed record TrainingData(IDataView View, SpikeColumn Spikes, NetworkLabel Label, Device Device)
{
    /// <summary>The batches of the held-out rows, or of the others.</summary>
    public IEnumerable<SpikeBatch> Read(int batchSize, SpikeBatchOptions options, HeldOut heldOut, bool takesHeldOut,
        Action checkAlive) =>
        SpikeBatches.Read(View, Spikes, Label.Column, Label.Weight, batchSize, options,
            heldOut.Fraction > 0 ? id => heldOut.Takes(id) == takesHeldOut : null, checkAlive);
}
