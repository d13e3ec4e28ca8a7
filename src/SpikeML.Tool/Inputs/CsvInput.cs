using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Inputs;

/// <summary>Tables as text, through ML.NET's text loader.</summary>
internal static class CsvInput
{
    public static InputData Load(MLContext context, string path, InputRequest request, CancellationToken cancellation)
    {
        char separator = request.Separator ?? (Path.GetExtension(path).Equals(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : ',');
        CsvHeader header = new(path, separator, !request.NoHeader);
        int? label = request.Label is string name ? header.Find("--label", name)
            : request.NoHeader ? null : Enumerable.Range(0, header.Count).Cast<int?>().FirstOrDefault(index => header[index!.Value] == InputRequest.DefaultLabel);
        (string Name, int Index)[] texts = [.. request.TextColumns.Distinct().Select(text => (text, header.Find("--row-key or --keep", text))).Where(text => text.Item2 != label)];
        int[] features = request.Features is string wanted
            ? header.FindAll("--features", wanted)
            : [.. Enumerable.Range(0, header.Count).Where(index => index != label && texts.All(text => text.Index != index))];
        if (features.Length == 0)
            throw ToolException.Usage($"'{path}' has no column beside the label to encode: give --features.");
        CsvSurvey survey = CsvSurvey.Take(context, path, separator, header.Count, !request.NoHeader, label, cancellation);
        List<TextLoader.Column> columns = [new(InputRequest.DefaultFeatures, DataKind.Single, [.. features.Select(index => new TextLoader.Range(index))])];
        string? labelName = label is int at ? header[at] is InputRequest.DefaultFeatures ? InputRequest.DefaultLabel : request.NoHeader ? InputRequest.DefaultLabel : header[at] : null;
        if (labelName is not null)
            columns.Add(new(labelName, survey.LabelKind, label!.Value));
        columns.AddRange(texts.Select(text => new TextLoader.Column(text.Name, DataKind.String, text.Index)));
        return new InputData(Loader(context, separator, !request.NoHeader, columns).Load(path), survey.Rows, InputRequest.DefaultFeatures, labelName);
    }

    /// <summary>Numbers that are missing are NaN, which every encoder refuses: never a quiet 0.</summary>
    public static TextLoader Loader(MLContext context, char separator, bool hasHeader, IEnumerable<TextLoader.Column> columns) =>
        context.Data.CreateTextLoader(new TextLoader.Options
        {
            Separators = [separator],
            HasHeader = hasHeader,
            AllowQuoting = true,
            AllowSparse = false,
            MissingRealsAsNaNs = true,
            Columns = [.. columns],
        });
}
