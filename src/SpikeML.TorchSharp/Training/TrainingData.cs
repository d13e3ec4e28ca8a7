using Microsoft.ML;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>The data that a network is trained on.</summary>
/// <param name="View">The rows.</param>
/// <param name="Spikes">The spike column.</param>
/// <param name="Label">The label column.</param>
/// <param name="Device">Where batches go.</param>
internal sealed record TrainingData(IDataView View, SpikeColumn Spikes, DataViewSchema.Column Label, Device Device)
{
    /// <summary>The batches of the rows that are held out, or of the others.</summary>
    public IEnumerable<SpikeBatch> Read(int batchSize, SpikeBatchOptions options, HeldOut heldOut, bool takesHeldOut,
        Action checkAlive) =>
        SpikeBatches.Read(View, Spikes, Label, batchSize, options,
            heldOut.Fraction > 0 ? id => heldOut.Takes(id) == takesHeldOut : null, checkAlive);
}
