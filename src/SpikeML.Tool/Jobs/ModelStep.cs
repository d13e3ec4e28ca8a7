using Microsoft.ML;
using SpikeML.Tool.Records;

namespace SpikeML.Tool.Jobs;

/// <summary>A step of a saved model, with the columns before and after it.</summary>
internal sealed record ModelStep(ITransformer Transformer, DataViewSchema Input, DataViewSchema Output)
{
    /// <summary>The steps of a model, those of chains in chains too.</summary>
    public static IReadOnlyList<ModelStep> Of(ITransformer model, DataViewSchema input)
    {
        List<ModelStep> steps = [];
        foreach (ITransformer transformer in ModelFacts.Steps(model))
        {
            steps.Add(new(transformer, input, transformer.GetOutputSchema(input)));
            input = steps[^1].Output;
        }
        return steps;
    }

    /// <summary>The columns that the step adds or replaces.</summary>
    public IReadOnlySet<string> Added => field ??= Extends
        ? Output.Skip(Input.Count).Where(column => !column.IsHidden).Select(column => column.Name).ToHashSet()
        : Output.Where(column => !column.IsHidden && Input.GetColumnOrNull(column.Name)?.Type != column.Type)
            .Select(column => column.Name).ToHashSet();

    /// <summary>The columns before the step that columns after it are made of.</summary>
    public IEnumerable<string> Sources(IReadOnlySet<string> columns)
    {
        if (!Transformer.IsRowToRowMapper)
            return Input.Where(column => !column.IsHidden).Select(column => column.Name);
        return Transformer.GetRowToRowMapper(Input)
            .GetDependencies(Output.Where(column => !column.IsHidden && columns.Contains(column.Name)))
            .Select(column => column.Name);
    }

    /// <summary>Whether the columns after the step are those before it, then others. Steps that select columns do not.</summary>
    private bool Extends => Output.Count >= Input.Count
        && Input.Zip(Output).All(columns => columns.First.Name == columns.Second.Name);
}
