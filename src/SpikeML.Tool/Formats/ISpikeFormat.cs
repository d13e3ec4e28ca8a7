using Microsoft.ML;
using SpikeML.Tool.Records;

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

    /// <summary>Where its files keep the record of the job, unless it is beside them.</summary>
    IRecordPlace RecordPlace => RecordTrailer.AfterView;

    /// <summary>Whether the record of the job is in a file beside the spikes, since all readers read to the end.</summary>
    bool KeepsRecordBeside => false;

    /// <summary>Whether it can be written forwards only, as to standard output.</summary>
    bool CanStream => false;

    void Write(MLContext context, SpikeRows rows, OutputRequest request, Stream stream);

    /// <param name="context">The context.</param>
    /// <param name="path">The file.</param>
    /// <param name="column">The spike column or array in a file that can have several, or null for the only one.</param>
    SpikeFile Open(MLContext context, string path, string? column);

    /// <summary>Whether a file holds spikes for certain, and not data that only looks like it.</summary>
    bool HoldsSpikes(string path, string? column) => true;

    /// <summary>Merges the files of shards, in order, into the file that one run would have written.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="name">The name of the merged file.</param>
    /// <param name="workers">The workers that compress.</param>
    /// <param name="write">Writes the merged file with what it is given.</param>
    /// <param name="cancellation">Cancels the merge; nothing is written then.</param>
    void Merge(IReadOnlyList<string> paths, string name, Workers workers, Action<Action<Stream>> write,
        CancellationToken cancellation);

    /// <summary>Lines that describe the columns or arrays in a file.</summary>
    IEnumerable<string> Describe(MLContext context, string path) => [];

    /// <summary>A warning about reading a file with these rows, or null.</summary>
    string? Advice(SpikeRows rows, OutputRequest request) => null;
}
