using Microsoft.ML;
using SpikeML.Tool.Npy;
using SpikeML.Tool.Records;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Npz;

/// <summary>NumPy's arrays, dense or as a sparse matrix.</summary>
internal sealed class NpzFormat : ISpikeFormat, IInputFormat
{
    public string Extension => ".npz";

    public string Name => "npz";

    public bool HasArrays => true;

    public bool CanBeSparse => true;

    public IRecordPlace RecordPlace => RecordTrailer.AfterZip;

    public bool Recognises(InputSample sample) => sample.Start is [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..];

    public InputData Load(MLContext context, string path, InputRequest request, CancellationToken cancellation)
    {
        if (request.Features is not null)
            throw ToolException.Usage("--features can only be used with tables and ML.NET binary files: name the array of a .npz "
                + "file with --array.");
        return NpzInput.Load(FileFormats.Existing(path), request);
    }

    public void Write(MLContext context, SpikeRows rows, OutputRequest request, Stream stream)
    {
        using NpzWriter archive = MakeWriter(stream, request.Sparse, rows.Mapped.Workers);
        if (request.Sparse)
            SparseNpzOutput.Write(rows, archive, Path.GetDirectoryName(Path.GetFullPath(request.Path))!);
        else
            DenseNpzOutput.Write(rows, archive);
    }

    public SpikeFile Open(MLContext context, string path, string? column)
    {
        NpzReader content = NpzReader.OpenFile(path);
        try
        {
            ArraySource? labels = content.Has(LabelValues.Name) ? new(path, LabelValues.Name) : null;
            if (column is null && content.Has(SparseNpzOutput.Starts))
                return new SparseNpzSpikes(content, path) { Labels = labels };
            using (content)
                return new ArraySpikes(new ArraySource(path, column ?? SpikesOf(content, path))) { Labels = labels };
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    public bool HoldsSpikes(string path, string? column)
    {
        using NpzReader content = NpzReader.OpenFile(path);
        return column is not null || content.Has(SparseNpzOutput.Starts) || content.Has(DenseNpzOutput.Spikes);
    }

    public void Merge(IReadOnlyList<string> paths, string name, Workers workers, Action<Action<Stream>> write,
        CancellationToken cancellation) => NpzMerge.Run(paths, workers, write, cancellation);

    public IEnumerable<string> Describe(MLContext context, string path)
    {
        using NpzReader content = NpzReader.OpenFile(path);
        return [.. content.Names.Select(name => $"  {name}: {Describe(content, name)}")];
    }

    public string? Advice(SpikeRows rows, OutputRequest request)
    {
        double gigabytes = rows.Count * (double)rows.Slots * sizeof(float) / 1e9;
        return request.Sparse || gigabytes < 1
            ? null
            : FormattableString.Invariant(
                $"NumPy needs {gigabytes:F1} GB of memory to load these spikes; --sparse writes a sparse matrix instead.");
    }

    /// <summary>The array named spikes, or the only one.</summary>
    private static string SpikesOf(NpzReader content, string path) => content.Has(DenseNpzOutput.Spikes)
        ? DenseNpzOutput.Spikes : NpzInput.Only([.. content.Names], path, "the spikes");

    /// <summary>Dense spikes compress well at any level; positions of spikes do not.</summary>
    public static NpzWriter MakeWriter(Stream stream, bool isSparse, Workers workers) =>
        new(stream, isSparse ? Compression.Places : Compression.Fastest, workers);

    /// <summary>The type and dimensions of an array, or the error if it cannot be read, since the others may be intact.</summary>
    private static string Describe(NpzReader content, string name)
    {
        try
        {
            using NpyReader array = content.Open(name);
            return $"{array.Header.Type.Description.Trim('\'')} {array.Header.ShapeText}";
        }
        catch (FormatException error)
        {
            return error.Message;
        }
    }
}
