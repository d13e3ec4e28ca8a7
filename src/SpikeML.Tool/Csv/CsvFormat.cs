using Microsoft.ML;

namespace SpikeML.Tool.Csv;

/// <summary>Text: tables as input, and tables with one line per spike as output.</summary>
internal sealed class CsvFormat : ISpikeFormat, IInputFormat
{
    private static readonly string[] TextExtensions = [".csv", ".tsv", ".txt"];

    public string Extension => ".csv";

    public string Name => "csv";

    public bool IsText => true;

    public bool Recognises(InputSample sample) =>
        !sample.IsFolder && !sample.IsGzip && TextExtensions.Contains(Path.GetExtension(sample.Path),
            StringComparer.OrdinalIgnoreCase);

    public InputData Load(MLContext context, string path, InputRequest request, CancellationToken cancellation) =>
        CsvInput.Load(context, FileFormats.Existing(path), request, cancellation);

    public void Write(MLContext context, SpikeRows rows, OutputRequest request, Stream stream) => CsvOutput.Write(rows, stream);

    public SpikeFile Open(MLContext context, string path, string? column) => CsvSpikes.Scan(path);

    public void Merge(IReadOnlyList<string> paths, string output, Workers workers, CancellationToken cancellation) =>
        CsvMerge.Run(paths, output, cancellation);

    /// <summary>A table does not contain the numbers of rows, steps and neurons, so its first lines are compared.</summary>
    public string? Difference(MLContext context, string path, OutputRequest request, SpikeRows firstRows, long count)
    {
        using MemoryStream expected = new();
        CsvOutput.Write(firstRows, expected);
        byte[] start = new byte[expected.Length];
        using FileStream file = File.OpenRead(path);
        int length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        bool isEqual = start.AsSpan(0, length).SequenceEqual(expected.GetBuffer().AsSpan(0, (int)expected.Length));
        return isEqual ? null : "its first rows have different spikes";
    }
}
