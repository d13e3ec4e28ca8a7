using Microsoft.ML;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Formats;

/// <summary>Finds the spike column among others.</summary>
internal static class SpikeColumnChoice
{
    /// <summary>The requested column, or the one named Spikes, or the only one that can hold spikes.</summary>
    public static string Of(DataViewSchema schema, string place, string? column, string option)
    {
        string[] candidates = [.. schema.Where(each => !each.IsHidden && SpikeColumn.TryMake(each) is not null)
            .Select(each => each.Name)];
        string? wanted = column ?? (candidates.Contains(OutputRequest.DefaultColumn)
            ? OutputRequest.DefaultColumn : Only(candidates) ?? Only([.. candidates.Where(name => IsDeclared(schema[name]))]));
        if (wanted is not null && candidates.Contains(wanted))
            return wanted;
        string fault = column is null ? "It is not clear which column holds the spikes" : $"There is no spike column '{column}'";
        throw ToolException.Usage($"{fault} in {place}: "
            + (candidates.Length == 0 ? "none is Vector<Single> of known size." : NamedColumn.Choice(candidates, option)));
    }

    private static string? Only(string[] names) => names is [string only] ? only : null;

    private static bool IsDeclared(DataViewSchema.Column column) => SpikeAnnotations.StepsOf(column) is not null;
}
