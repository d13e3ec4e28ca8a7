using TorchSharp;

namespace SpikeML.Torch;

/// <summary>Options of <c>data.ToSpikeBatches</c>.</summary>
public sealed record SpikeBatchOptions
{
    /// <summary>
    /// The seed of the order of the rows; null, the default, keeps the data's own order. Data that cannot shuffle its rows itself
    /// is shuffled through a pool of <see cref="ShufflePoolSize"/> rows.
    /// </summary>
    public int? ShuffleSeed { get; init; }

    /// <summary>
    /// The rows that are held at a time to shuffle data that cannot shuffle itself, at least 1; 1000 by default.
    /// </summary>
    public int ShufflePoolSize { get; init; } = 1000;

    /// <summary>
    /// The pass over the data, from 0, the default: each epoch has an order of its own and, with <see cref="FreshSpikes"/>,
    /// spikes of its own.
    /// </summary>
    public int Epoch { get; init; }

    /// <summary>Whether a last batch of fewer rows is left out; false by default.</summary>
    public bool DropLast { get; init; }

    /// <summary>
    /// Whether the rate encoders of the data's pipeline draw anew in each <see cref="Epoch"/> after the first; false by default.
    /// An
    /// error where the data has no rate encoder, or has it behind a cache.
    /// </summary>
    public bool FreshSpikes { get; init; }

    /// <summary>
    /// Where the tensors go; the CPU by default. To a CUDA device they are copied from pinned memory while the host goes on.
    /// </summary>
    public torch.Device? Device { get; init; }

    internal SpikeBatchOptions Validated()
    {
        OptionCheck.AtLeast(1, ShufflePoolSize, nameof(ShufflePoolSize));
        OptionCheck.AtLeast(0, Epoch, nameof(Epoch));
        return this;
    }
}
