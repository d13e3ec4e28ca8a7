using Microsoft.ML;
using SpikeML.Tool.Records;

namespace SpikeML.Tool.Parquet;

/// <summary>Apache Parquet: tables as input, and tables with the spikes of a row in lists as output.</summary>
internal sealed class ParquetFormat : ISpikeFormat, IInputFormat
{
    public string Extension => ".parquet";

    public string Name => "parquet";

    public bool CanBeSparse => true;

    public IRecordPlace RecordPlace { get; } = new ParquetRecord();

    public bool Recognises(InputSample sample) => !sample.IsGzip && sample.Start.AsSpan().StartsWith(ParquetRecord.FileMark);

    public InputData Load(MLContext context, string path, InputRequest request, CancellationToken cancellation) =>
        ParquetInput.Load(context, FileFormats.Existing(path), request, cancellation);

    public void Write(MLContext context, SpikeRows rows, OutputRequest request, Stream stream) =>
        ParquetOutput.Write(rows, request.Sparse, stream);

    public SpikeFile Open(MLContext context, string path, string? column) => ParquetSpikes.Open(path, column);

    public bool HoldsSpikes(string path, string? column)
    {
        using ParquetContent content = ParquetContent.Open(path);
        return ParquetSpikes.DimensionsOf(content) is not null;
    }

    public void Merge(IReadOnlyList<string> paths, string name, Workers workers, Action<Action<Stream>> write,
        CancellationToken cancellation) => write(stream => ParquetMerge.Run(paths, stream, cancellation));

    public IEnumerable<string> Describe(MLContext context, string path)
    {
        using ParquetContent content = ParquetContent.Open(path);
        string[] columns = [.. content.Fields.Select(field => $"  {field.Name}: {field.Description}")];
        return ParquetSpikes.DimensionsOf(content) is null
            ? [.. columns, FormattableString.Invariant($"rows: {content.Rows:N0}")] : columns;
    }
}
