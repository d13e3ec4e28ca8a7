using Microsoft.ML;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Csv;

/// <summary>Text: tables as input, and tables with one line per spike as output.</summary>
internal sealed class CsvFormat : ISpikeFormat, IInputFormat
{
    private static readonly string[] TextExtensions = [".csv", ".tsv", ".txt"];

    public string Extension => ".csv";

    public string Name => "csv";

    public bool IsText => true;

    public bool KeepsRecordBeside => true;

    public bool CanStream => true;

    public bool Recognises(InputSample sample) =>
        !sample.IsFolder && !sample.IsGzip && (TextExtensions.Contains(Path.GetExtension(sample.Path),
            StringComparer.OrdinalIgnoreCase) || (StandardInput.Is(sample.Path) && !sample.Start.Contains((byte)0)));

    public InputData Load(MLContext context, string path, InputRequest request, CancellationToken cancellation) =>
        CsvInput.Load(context, FileFormats.Existing(path), request, cancellation);

    public void Write(MLContext context, SpikeRows rows, OutputRequest request, Stream stream) => CsvOutput.Write(rows, stream);

    public SpikeFile Open(MLContext context, string path, string? column) => CsvSpikes.Scan(path);

    public void Merge(IReadOnlyList<string> paths, string name, Workers workers, Action<Action<Stream>> write,
        CancellationToken cancellation) => write(stream => CsvMerge.Run(paths, stream, cancellation));
}
