using TorchSharp;

namespace SpikeML.Torch;

/// <summary>Options of <c>data.ToSpikeBatches</c>.</summary>
public sealed record SpikeBatchOptions
{
    /// <summary>
    /// The seed for shuffling the rows. If null, the rows keep the order of the data. Data that cannot shuffle its own rows is
    /// shuffled in a pool of <see cref="ShufflePoolSize"/> rows.
    /// </summary>
    /// <value>Null by default.</value>
    public int? ShuffleSeed { get; init; }

    /// <summary>The number of rows to hold when shuffling data that cannot shuffle its own rows, at least 1.</summary>
    /// <value>1000 by default.</value>
    public int ShufflePoolSize { get; init; } = 1000;

    /// <summary>
    /// The index of the pass over the data, from 0. Each epoch has its own order and, with <see cref="FreshSpikes"/>, its own
    /// spikes.
    /// </summary>
    /// <value>0 by default.</value>
    public int Epoch { get; init; }

    /// <summary>Whether to skip a last batch with fewer rows.</summary>
    /// <value>False by default.</value>
    public bool DropLast { get; init; }

    /// <summary>
    /// Whether random codes in the data's pipeline draw new spikes in each <see cref="Epoch"/> after the first. It is an error if
    /// there is no such code, or if a cache follows it.
    /// </summary>
    /// <value>False by default.</value>
    public bool FreshSpikes { get; init; }

    /// <summary>A column with a weight for each row, a scalar Single of at least 0, or null for none.</summary>
    /// <value>Null by default.</value>
    public string? ExampleWeightColumnName { get; init; }

    /// <summary>The device of the tensors. Copies to a CUDA device are asynchronous, from pinned memory.</summary>
    /// <value>Null by default.</value>
    public torch.Device? Device { get; init; }

    /// <summary>The number of threads that read and encode rows.</summary>
    internal int Threads { get; init; } = 1;

    internal SpikeBatchOptions Validated()
    {
        OptionCheck.AtLeast(1, ShufflePoolSize, nameof(ShufflePoolSize));
        OptionCheck.AtLeast(0, Epoch, nameof(Epoch));
        OptionCheck.ColumnName(ExampleWeightColumnName, nameof(ExampleWeightColumnName));
        return this;
    }
}
