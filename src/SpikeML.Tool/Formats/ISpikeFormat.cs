using Microsoft.ML;

namespace SpikeML.Tool.Formats;

/// <summary>A format of spike files: how they are written, read and merged.</summary>
internal interface ISpikeFormat
{
    /// <summary>The extension of its files in lower case, such as ".npz".</summary>
    string Extension { get; }

    /// <summary>Whether it supports --sparse.</summary>
    bool CanBeSparse => false;

    /// <summary>Whether it supports --keep.</summary>
    bool KeepsColumns => false;

    void Write(MLContext context, SpikeRows rows, OutputRequest request, Stream stream);

    /// <param name="context">The context.</param>
    /// <param name="path">The file.</param>
    /// <param name="column">The spike column in a file that can have several, or null for the only one.</param>
    SpikeFile Open(MLContext context, string path, string? column);

    /// <summary>Merges the files of shards, in order, into the file that one run would have written.</summary>
    void Merge(IReadOnlyList<string> paths, string output, Workers workers, CancellationToken cancellation);

    /// <summary>How a file differs from what would be written, judging by its first rows, or null.</summary>
    string? Difference(MLContext context, string path, OutputRequest request, SpikeRows firstRows, long count)
    {
        using SpikeFile file = Open(context, path, firstRows.SpikeColumn);
        return SpikeComparison.Difference(file, firstRows, count);
    }

    /// <summary>Lines that describe the columns or arrays in a file.</summary>
    IEnumerable<string> Describe(MLContext context, string path) => [];

    /// <summary>A warning about reading a file with these rows, or null.</summary>
    string? Advice(SpikeRows rows, OutputRequest request) => null;
}
