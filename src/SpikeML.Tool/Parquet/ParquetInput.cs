using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Records;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Parquet;

/// <summary>The rows of a Parquet file: numbers, or lists of numbers, become the features.</summary>
internal sealed class ParquetInput
{
    private readonly string _path;
    private readonly InputRequest _request;
    private readonly ParquetContent _content;
    private readonly TableColumns _names;

    private ParquetInput(string path, InputRequest request, ParquetContent content)
    {
        (_path, _request, _content) = (path, request, content);
        _names = new TableColumns([.. content.Fields.Select(field => field.Name)], $"'{path}'");
    }

    public static InputData Load(MLContext context, string path, InputRequest request, CancellationToken cancellation)
    {
        using ParquetContent content = ParquetContent.Open(path);
        return new ParquetInput(path, request, content).Load(context, cancellation);
    }

    private InputData Load(MLContext context, CancellationToken cancellation)
    {
        ParquetField? label = Label();
        ParquetField[] texts = [.. _request.TextColumns.Distinct().Select(name =>
            _content.Fields[_names.Find("--row-key or --keep", name)]).Where(field => field != label)];
        ParquetField[] fields = Features(label, texts);
        ParquetFeatures features = ParquetFeatures.Of(_path, _content, fields);
        if (label is not null)
            RequireLabels(label, cancellation);
        string? labelName = label?.Name == InputRequest.DefaultFeatures ? InputRequest.DefaultLabel : label?.Name;
        ParquetView view = new(_path, _content.GroupRows, [features.Column,
            .. label is null ? [] : (ParquetViewColumn[])[ParquetScalars.Column(_path, label, labelName!)],
            .. texts.Concat(ModelColumns(texts, label)).Select(field => ParquetScalars.Column(_path, field, field.Name))]);
        return new InputData(Converted(context, view), _content.Rows, InputRequest.DefaultFeatures, labelName)
        {
            Facts = [new("features", InputFacts.Columns([.. fields.Select(field => field.Name)]))],
            Explain = (row, error) => error.ColumnName == InputRequest.DefaultFeatures ? features.Explain(row, error)
                : $"Row {row}: {ShellWords.Of(error.Message)}",
        };
    }

    private ParquetField? Label()
    {
        if (_request.Label is string name)
            return _content.Fields[_names.Find("--label", name)];
        int byDefault = _names.IndexOf(InputRequest.DefaultLabel);
        return byDefault < 0 ? null : _content.Fields[byDefault];
    }

    /// <summary>The named columns, or the column Features, or the only one with lists, or all that hold a number a row.</summary>
    private ParquetField[] Features(ParquetField? label, ParquetField[] texts)
    {
        ParquetField[] rest = [.. _content.Fields.Where(field => field != label && !texts.Contains(field))];
        ParquetField[] lists = [.. rest.Where(field => field.IsList && field.HoldsNumbers)];
        ParquetField[] chosen = _request.Features is string names
            ? [.. _names.FindAll("--features", names).Select(index => _content.Fields[index])]
            : rest.FirstOrDefault(field => field.Name == InputRequest.DefaultFeatures) is { } features ? [features]
            : lists.Length > 0 ? lists : rest;
        string choice = NamedColumn.Choice([.. _content.Fields.Where(field => field.HoldsNumbers).Select(field => field.Name)],
            "--features");
        if (chosen.FirstOrDefault(field => !field.HoldsNumbers) is { } other)
            throw ToolException.Usage($"The column '{other.Name}' of '{_path}' holds {other.Description}, which cannot "
                + $"be encoded: {choice}");
        if (_request.Features is null && lists.Length > 1 && chosen.Length > 1)
            throw ToolException.Usage($"It is not clear which column of '{_path}' to encode: {choice}");
        return chosen.Length > 0 ? chosen
            : throw ToolException.Usage($"'{_path}' has no column to encode besides the label: "
                + "name the columns with --features.");
    }

    /// <summary>Reads all labels, because a missing one must not depend on the shard.</summary>
    private void RequireLabels(ParquetField label, CancellationToken cancellation)
    {
        long before = 0;
        ParquetScalars.RequireType(_path, label, "--label");
        for (int group = 0; group < _content.GroupRows.Length; before += _content.GroupRows[group++])
        {
            cancellation.ThrowIfCancellationRequested();
            if (_content.Read(group, label).Missing is bool[] missing)
                throw ToolException.BadInput($"'{_path}', row {before + Array.IndexOf(missing, true)}, column '{label.Name}': "
                    + "there is no label. Add the label, or remove the row.");
        }
    }

    private IEnumerable<ParquetField> ModelColumns(ParquetField[] texts, ParquetField? label) => _request.ModelColumns
        .Select(column => _names.IndexOf(column.Name)).Where(index => index >= 0).Select(index => _content.Fields[index])
        .Where(field => field is { IsList: false, Type: not null } && field != label && !texts.Contains(field)
            && field.Name != InputRequest.DefaultFeatures);

    /// <summary>The rows with the columns of a model in the types that it was trained with.</summary>
    private IDataView Converted(MLContext context, ParquetView view)
    {
        IDataView rows = view;
        foreach ((string name, DataKind kind) in _request.ModelColumns)
        {
            if (view.Schema.GetColumnOrNull(name) is { Type: PrimitiveDataViewType type } && type != TextDataViewType.Instance
                && kind != DataKind.String)
                rows = context.Transforms.Conversion.ConvertType(name, name, kind).Fit(rows).Transform(rows);
        }
        return rows;
    }
}
