using Microsoft.ML;
using SpikeML.Tool.Npz;
using SpikeML.Tool.Records;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Npy;

/// <summary>A NumPy array in a file of its own: rows as input, and dense spikes without labels as output.</summary>
internal sealed class NpyFormat : ISpikeFormat, IInputFormat
{
    public string Extension => ".npy";

    public string Name => "npy";

    public bool HasLabelsFile => true;

    public bool KeepsRecordBeside => true;

    public bool CanStream => true;

    public bool Recognises(InputSample sample) => !sample.IsGzip && sample.Start.AsSpan().StartsWith(NpyHeader.Magic);

    public InputData Load(MLContext context, string path, InputRequest request, CancellationToken cancellation)
    {
        if (request.Features is not null)
            throw ToolException.Usage("--features can only be used with tables and ML.NET binary files: "
                + $"all of '{path}' is encoded.");
        if (request.Label is not null)
            throw ToolException.Usage($"--label '{request.Label}': a .npy file has no columns; name the file of the labels with "
                + "--labels-file.");
        return ArrayInput.Load(new ArraySource(FileFormats.Existing(path), null),
            request.LabelsPath is string labels ? new ArraySource(labels, null) : null, request);
    }

    public void Write(MLContext context, SpikeRows rows, OutputRequest request, Stream stream)
    {
        using NpyWriter spikes = new(stream, NpyType.Of<float>(), [rows.Count, .. rows.Dimensions], leaveOpen: true);
        DenseNpzOutput.WriteSpikes(rows, spikes, _ => { });
    }

    public SpikeFile Open(MLContext context, string path, string? column) => column is null
        ? new ArraySpikes(new ArraySource(path, null))
        : throw ToolException.Usage($"'{path}' holds one array, without a name: leave out --array.");

    /// <summary>An array of images looks like one of spikes, so only the file of a job is counted.</summary>
    public bool HoldsSpikes(string path, string? column) => File.Exists(RecordSideFile.PathOf(path));

    public void Merge(IReadOnlyList<string> paths, string name, Workers workers, Action<Action<Stream>> write,
        CancellationToken cancellation)
    {
        ArraySource[] parts = [.. paths.Select(path => new ArraySource(path, null))];
        NpyHeader header = ArrayShapes.Joined([.. parts.Select(part => (part.Place, part.Header))]);
        write(stream =>
        {
            using NpyWriter merged = new(stream, header.Type, header.Shape.AsSpan(), leaveOpen: true);
            foreach (ArraySource part in parts)
            {
                using OpenArray array = part.Open();
                array.Reader.CopyTo(merged, cancellation);
            }
            merged.Finish();
        });
    }

    public IEnumerable<string> Describe(MLContext context, string path)
    {
        NpyHeader header = new ArraySource(path, null).Header;
        return [$"  array: {header.Type.Description.Trim('\'')} {header.ShapeText}"];
    }

    public string? Advice(SpikeRows rows, OutputRequest request) => rows.LabelColumn is null ? null
        : "A .npy file has no labels: use .npz to keep them.";
}
