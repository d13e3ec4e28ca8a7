using Microsoft.ML;
using SpikeML.Tool.Records;
using SpikeML.Tool.Rows;
using SpikeML.Tool.Running;
using SpikeML.Tool.Tables;

namespace SpikeML.Tool.Jobs;

/// <summary>Writes the predictions of a model as a table: row, label, and the columns that the model predicts.</summary>
/// <param name="model">The model.</param>
/// <param name="schema">The columns that it was trained on, or null if the file does not say.</param>
/// <param name="modelPath">The file, for messages.</param>
/// <param name="data">The rows.</param>
internal sealed class PredictJob(ITransformer model, DataViewSchema? schema, string modelPath, InputData data)
{
    /// <summary>The columns that models predict.</summary>
    public static readonly string[] Predictions = ["PredictedLabel", "Probability", "Score"];

    /// <summary>Further columns of the model to write, behind its predictions.</summary>
    public IReadOnlyList<string> Further { get; init; } = [];

    /// <param name="format">The format of the table.</param>
    /// <param name="path">The file, or - for standard output.</param>
    /// <param name="force">Whether it replaces an existing file.</param>
    /// <param name="cancellation">Cancels the job; no file is written then.</param>
    public void Run(ITableFormat format, string path, bool force, CancellationToken cancellation)
    {
        RowWatch watch = new(0, cancellation);
        IDataView predicted = Predict(watch);
        string[] columns = [.. Predictions.Where(name => predicted.Schema.GetColumnOrNull(name) is not null
            && data.Rows.Schema.GetColumnOrNull(name) is null)];
        if (columns.Length == 0)
            throw ToolException.BadInput($"'{modelPath}' predicts nothing: it adds no column {string.Join(", ", Predictions)}. "
                + "To encode with it, use 'spikeml encode model'.");
        string[] shown = data.Label is null ? [.. columns, .. Further] : [data.Label, .. columns, .. Further];
        TableColumn[] table = [.. shown.Select(name => new TableColumn(predicted.Schema, name))];
        bool isOutput = path == StandardOutput.Name;
        ProgressDisplay.Run(isOutput ? "predictions" : Path.GetFileName(path), data.RowCount, watch, () =>
        {
            if (isOutput)
                StandardOutput.Write(Write);
            else
                OutputFile.Write(path, force, Write);
        });
        if (!isOutput)
            ProgressDisplay.Say($"{path}: the predictions of {Counted.Of(data.RowCount, "row")}");

        void Write(Stream stream)
        {
            try
            {
                data.Source.Guard(() => format.Write(predicted, table, stream));
            }
            catch (InvalidFeatureException error)
            {
                throw ToolException.BadInput(data.Explain(watch.Current, error), error);
            }
        }
    }

    private IDataView Predict(RowWatch watch)
    {
        WatchedView rows = new(data, watch);
        try
        {
            return model.Transform(schema is null ? rows : new CompletedView(rows, schema, name =>
                DoesNotFit(rows, $"the predictions need the column '{name}'")));
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            throw DoesNotFit(rows, ErrorReport.OneLine(error.Message).TrimEnd('.'), error);
        }
    }

    private ToolException DoesNotFit(WatchedView rows, string why, Exception? error = null)
    {
        string columns = string.Join(", ", rows.Schema.Select(column => $"{column.Name} ({column.Type})"));
        return ToolException.BadInput($"'{modelPath}' does not fit the input, whose columns are {columns}: {why}. "
            + $"'spikeml info {modelPath}' shows the columns that it expects.", error);
    }
}
