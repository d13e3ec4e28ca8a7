using Microsoft.ML;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Jobs;

/// <summary>The part of a model that some output columns need: steps that only training needs are left out.</summary>
/// <param name="Steps">The steps.</param>
/// <param name="Inputs">The columns that they read.</param>
/// <param name="Outputs">The output columns.</param>
internal sealed record OnnxPart(IReadOnlyList<ModelStep> Steps, DataViewSchema Inputs,
    IReadOnlyList<DataViewSchema.Column> Outputs)
{
    /// <param name="path">The model's file, for messages.</param>
    /// <param name="steps">All steps of the model.</param>
    /// <param name="inputs">The columns to begin with, or none for those of the model.</param>
    /// <param name="outputs">The columns to end with, or none for the predictions.</param>
    public static OnnxPart Of(string path, IReadOnlyList<ModelStep> steps, IReadOnlyList<string> inputs,
        IReadOnlyList<string> outputs)
    {
        DataViewSchema last = steps[^1].Output;
        string[] added = [.. last.Where(column => !column.IsHidden && steps.Any(step => step.Added.Contains(column.Name)))
            .Select(column => column.Name)];
        string[] wanted = outputs.Count > 0 ? [.. outputs] : Default(steps, added);
        foreach (string name in wanted.Where(name => !added.Contains(name)))
            throw ToolException.BadInput($"'{path}' adds no column '{name}'.{Suggestion.For(name, added)} It adds "
                + $"{string.Join(", ", added)}.");
        int first = inputs.Count == 0 ? 0 : First(path, steps, inputs);
        (List<ModelStep> kept, HashSet<string> needed) = Walk(steps, first, wanted);
        if (inputs.Count > 0 && needed.Except(inputs).Order(StringComparer.Ordinal).ToArray() is [string missing, ..])
            throw ToolException.BadInput($"With --inputs {string.Join(',', inputs)}, {string.Join(", ", wanted)} also "
                + $"{(wanted.Length == 1 ? "needs" : "need")} the column '{missing}': add it to --inputs.");
        if (kept.Count == 0)
            throw ToolException.BadInput($"No step of '{path}' follows {string.Join(',', inputs)}: name other columns with "
                + "--inputs or --outputs.");
        return new(kept, Select(steps[first].Input, needed), [.. wanted.Select(name => last[name])]);
    }

    /// <summary>The same part with a choice for codes that draw at random.</summary>
    public OnnxPart With(OnnxDraws draws) => this with
    {
        Steps = [.. Steps.Select(step => step.Transformer is ISpikeTransformer encoder
            ? step with { Transformer = encoder.With(code => Drawing(code, draws)) } : step)],
    };

    private static SpikeCode Drawing(SpikeCode code, OnnxDraws onnx) =>
        code is { IsDrawn: true, Draws: { } draws } ? code.WithDraws(draws with { OnnxDraws = onnx }) : code;

    /// <summary>The predictions, or what the last step adds.</summary>
    private static string[] Default(IReadOnlyList<ModelStep> steps, string[] added)
    {
        string[] predictions = [.. PredictJob.Predictions.Where(added.Contains)];
        return predictions.Length > 0 ? predictions
            : [.. steps.Last(step => step.Added.Count > 0).Added];
    }

    /// <summary>The first step after which all columns to begin with are made.</summary>
    private static int First(string path, IReadOnlyList<ModelStep> steps, IReadOnlyList<string> inputs)
    {
        int first = 0;
        foreach (string name in inputs)
        {
            int made = steps.ToList().FindLastIndex(step => step.Added.Contains(name));
            if (made < 0 && steps[0].Input.GetColumnOrNull(name) is null)
                throw ToolException.BadInput($"'{path}' has no column '{name}' to begin with. 'spikeml info {path}' lists its "
                    + "columns.");
            first = Math.Max(first, made + 1);
        }
        return first < steps.Count ? first : throw ToolException.BadInput($"No step of '{path}' follows "
            + $"{string.Join(',', inputs)}: name other columns with --inputs.");
    }

    private static (List<ModelStep> Kept, HashSet<string> Needed) Walk(IReadOnlyList<ModelStep> steps, int first,
        IEnumerable<string> wanted)
    {
        List<ModelStep> kept = [];
        HashSet<string> needed = [.. wanted];
        for (int i = steps.Count - 1; i >= first; i--)
        {
            if (!steps[i].Added.Overlaps(needed))
                continue;
            needed = [.. steps[i].Sources(needed)];
            kept.Insert(0, steps[i]);
        }
        return (kept, needed);
    }

    private static DataViewSchema Select(DataViewSchema schema, HashSet<string> names)
    {
        DataViewSchema.Builder builder = new();
        foreach (DataViewSchema.Column column in schema.Where(column => !column.IsHidden && names.Contains(column.Name)))
            builder.AddColumn(column.Name, column.Type, column.Annotations);
        return builder.ToSchema();
    }
}
