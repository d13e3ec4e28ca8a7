using TorchSharp;

namespace SpikeML.Torch;

/// <summary>Options of <c>data.ToSpikeBatches</c>.</summary>
public sealed record SpikeBatchOptions
{
    /// <summary>
    /// The seed of the order of the rows; null keeps the data's own order. Data that cannot shuffle its rows itself is shuffled
    /// through a pool of <see cref="ShufflePoolSize"/> rows.
    /// </summary>
    /// <value>Null by default.</value>
    public int? ShuffleSeed { get; init; }

    /// <summary>The rows that are held at a time to shuffle data that cannot shuffle itself, at least 1.</summary>
    /// <value>1000 by default.</value>
    public int ShufflePoolSize { get; init; } = 1000;

    /// <summary>
    /// The pass over the data, from 0: each epoch has an order of its own and, with <see cref="FreshSpikes"/>,
    /// spikes of its own.
    /// </summary>
    /// <value>0 by default.</value>
    public int Epoch { get; init; }

    /// <summary>Whether a last batch of fewer rows is left out.</summary>
    /// <value>False by default.</value>
    public bool DropLast { get; init; }

    /// <summary>
    /// Whether the codes of the data's pipeline that draw at random draw new spikes in each <see cref="Epoch"/> after the first.
    /// An
    /// error where there is no such code, or a cache lies behind it.
    /// </summary>
    /// <value>False by default.</value>
    public bool FreshSpikes { get; init; }

    /// <summary>Where the tensors go. To a CUDA device they are copied from pinned memory while the host goes on.</summary>
    /// <value>Null by default.</value>
    public torch.Device? Device { get; init; }

    internal SpikeBatchOptions Validated()
    {
        OptionCheck.AtLeast(1, ShufflePoolSize, nameof(ShufflePoolSize));
        OptionCheck.AtLeast(0, Epoch, nameof(Epoch));
        return this;
    }
}
