using Microsoft.ML;

namespace SpikeML.Tool.Idv;

/// <summary>ML.NET's binary files.</summary>
internal sealed class IdvFormat : ISpikeFormat, IInputFormat
{
    private static readonly byte[] Mark = [.. "CML\0DVB\0"u8];

    public string Extension => ".idv";

    public string Name => "idv";

    public bool KeepsColumns => true;

    public bool Recognises(InputSample sample) => !sample.IsGzip && sample.Start.AsSpan().StartsWith(Mark);

    public InputData Load(MLContext context, string path, InputRequest request, CancellationToken cancellation) =>
        IdvInput.Load(context, FileFormats.Existing(path), request);

    public void Write(MLContext context, SpikeRows rows, OutputRequest request, Stream stream) =>
        BinaryFile.Save(context, rows.View, stream);

    public SpikeFile Open(MLContext context, string path, string? column) => IdvSpikes.OfColumn(context, path, column);

    public void Merge(IReadOnlyList<string> paths, string name, Workers workers, Action<Action<Stream>> write,
        CancellationToken cancellation) => IdvMerge.Run(paths, name, write, cancellation);

    public IEnumerable<string> Describe(MLContext context, string path) =>
        SchemaDescription.Lines(IdvInput.Open(context, path).Schema);
}
