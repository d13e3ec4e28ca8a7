using System.Globalization;
using System.Text;

namespace SpikeML.Tool.Records;

/// <summary>
/// What an input is: the checksums of its files, whatever their names, and how rows, features and labels are read from them.
/// </summary>
internal static class InputFacts
{
    private const int MostNamed = 6;

    public static IEnumerable<Fact> Of(InputRequest request, InputData data, CancellationToken cancellation)
    {
        (string? content, string? labels) = data.Files.IsEmpty ? FilesOf(request) : (data.Files[0], request.LabelsPath);
        yield return new("input", content is null
            ? string.Create(CultureInfo.InvariantCulture, $"sample digits {request.SampleDigits}")
            : data.Files.Length > 1 ? OfFiles(data.Files, cancellation) : ContentSum.OfFile(content, cancellation));
        foreach (Fact fact in data.Facts)
            yield return fact;
        yield return new("labels", labels is null ? data.Label ?? "none" : ContentSum.OfFile(labels, cancellation));
    }

    /// <summary>The names of columns, or the first of them, their number and a checksum of all.</summary>
    public static string Columns(IReadOnlyList<string> names)
    {
        string all = string.Join(',', names);
        return names.Count <= MostNamed ? all : string.Create(CultureInfo.InvariantCulture,
            $"{string.Join(',', names.Take(2))} to {names[^1]}, {names.Count:N0} columns ({Short(all)})");
    }

    private static string OfFiles(IEnumerable<string> paths, CancellationToken cancellation) =>
        ContentSum.OfBytes(Encoding.UTF8.GetBytes(string.Concat(paths.Select(path => ContentSum.OfFile(path, cancellation)))));

    private static string Short(string text) => ContentSum.OfBytes(Encoding.UTF8.GetBytes(text))[..8];

    private static (string? Content, string? Labels) FilesOf(InputRequest request) => request.Path is null ? (null, null)
        : Directory.Exists(request.Path) ? MnistFiles.Find(request.Path, request.Split)
        : (request.Path, request.LabelsPath);
}
