using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Encoders;
using SpikeML.Tool.Records;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Csv;

/// <summary>Reads tables with ML.NET's text loader.</summary>
internal static class CsvInput
{
    public static InputData Load(MLContext context, string path, InputRequest request, CancellationToken cancellation)
    {
        CsvDialect dialect = CsvDialect.Of(path, request);
        CsvText.Require(path, cancellation);
        CsvHeader header = new(dialect);
        int? label = LabelIn(header, request);
        (string Name, int Index)[] texts = [.. request.TextColumns.Distinct()
            .Select(name => (name, header.Find("--row-key or --keep", name)))
            .Where(text => text.Item2 != label)];
        int[] features = request.Features is string wanted
            ? header.FindAll("--features", wanted)
            : [.. Enumerable.Range(0, header.Count).Where(index => index != label && texts.All(text => text.Index != index))];
        if (features.Length == 0)
            throw ToolException.Usage($"'{path}' has no column to encode besides the label: name the columns with --features.");
        CsvSurvey survey = CsvSurvey.Take(context, dialect, header, label, cancellation);
        string? labelName = label is int at ? LabelName(header[at], request) : null;
        List<TextLoader.Column> columns =
            [new(InputRequest.DefaultFeatures, DataKind.Double, [.. features.Select(index => new TextLoader.Range(index))])];
        if (labelName is not null)
            columns.Add(new(labelName, survey.LabelKind, label!.Value));
        columns.AddRange(texts.Select(text => new TextLoader.Column(text.Name, DataKind.String, text.Index)));
        columns.AddRange(request.ModelColumns.Where(column => header.IndexOf(column.Name) >= 0
            && columns.All(other => other.Name != column.Name)).Select(column =>
                new TextLoader.Column(column.Name, column.Kind, header.IndexOf(column.Name))).ToArray());
        IDataView rows = Loader(context, dialect, columns).Load(path);
        return new InputData(rows, survey.Rows, InputRequest.DefaultFeatures, labelName)
        {
            Facts = [new("features", InputFacts.Columns([.. features.Select(index => header[index])])),
                new("--separator", $"{dialect.Separator}"), new("--decimal", $"{dialect.Decimal}"),
                new("--no-header", OptionValue.Show(request.NoHeader))],
            Explain = (row, error) => error.ColumnName == InputRequest.DefaultFeatures && error.Slot < features.Length
                && CsvPlace.Find(dialect, row) is CsvPlace place
                    ? place.Explain(features[error.Slot], header[features[error.Slot]], error)
                    : $"Row {row}: {ShellWords.Of(error.Message)}"
        };
    }

    private static int? LabelIn(CsvHeader header, InputRequest request)
    {
        if (request.Label is string name)
            return header.Find("--label", name);
        int byDefault = request.NoHeader ? -1 : header.IndexOf(InputRequest.DefaultLabel);
        return byDefault < 0 ? null : byDefault;
    }

    /// <summary>The column's own name, unless it has none or the features column uses it.</summary>
    private static string LabelName(string name, InputRequest request) =>
        request.NoHeader || name == InputRequest.DefaultFeatures ? InputRequest.DefaultLabel : name;

    /// <summary>Missing numbers become NaN, which every encoder rejects, and never 0.</summary>
    public static TextLoader Loader(MLContext context, CsvDialect dialect, IEnumerable<TextLoader.Column> columns) =>
        context.Data.CreateTextLoader(new TextLoader.Options
        {
            Separators = [dialect.Separator],
            DecimalMarker = dialect.Decimal,
            HasHeader = dialect.HasHeader,
            AllowQuoting = true,
            ReadMultilines = true,
            AllowSparse = false,
            MissingRealsAsNaNs = true,
            Columns = [.. columns],
        });
}
