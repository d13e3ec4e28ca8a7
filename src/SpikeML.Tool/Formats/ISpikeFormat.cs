using Microsoft.ML;

namespace SpikeML.Tool.Formats;

/// <summary>A format of files of spikes: how they are written, read and put together.</summary>
internal interface ISpikeFormat
{
    /// <summary>How its files end, in lower case, such as ".npz".</summary>
    string Extension { get; }

    /// <summary>Whether --sparse is for it.</summary>
    bool CanBeSparse => false;

    /// <summary>Whether --keep is for it.</summary>
    bool KeepsColumns => false;

    void Write(MLContext context, SpikeRows rows, OutputRequest request, Stream stream);

    /// <param name="context">The context.</param>
    /// <param name="path">The file.</param>
    /// <param name="column">The column of spikes in a file that can have several; null: the one that there is.</param>
    SpikeFile Open(MLContext context, string path, string? column);

    /// <summary>Puts the files of shards, in their order, together into the file that one run would have written.</summary>
    void Merge(IReadOnlyList<string> paths, string output, Workers workers, CancellationToken cancellation);

    /// <summary>In what way a file is not what would be written; null where it is, as far as its first rows tell.</summary>
    string? Difference(MLContext context, string path, OutputRequest request, SpikeRows firstRows, long count)
    {
        using SpikeFile file = Open(context, path, firstRows.SpikeColumn);
        return SpikeComparison.Difference(file, firstRows, count);
    }

    /// <summary>Lines that tell of the columns or arrays in a file.</summary>
    IEnumerable<string> Describe(MLContext context, string path) => [];

    /// <summary>What to consider before a file of these rows is read; null where there is nothing.</summary>
    string? Advice(SpikeRows rows, OutputRequest request) => null;
}
