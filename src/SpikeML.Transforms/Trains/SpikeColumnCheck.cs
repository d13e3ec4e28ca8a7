using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Checks that a column is what its reader expects: spikes with time first.</summary>
internal static class SpikeColumnCheck
{
    /// <summary>
    /// Checks a column whose first dimension will be read as time: throws if its annotation contradicts that, and warns once if
    /// it has no annotation.
    /// </summary>
    public static void Bind(IExceptionContext host, OnceLog log, DataViewSchema schema, DataViewSchema.Column column)
    {
        if (Contradiction(column) is { } fault)
            throw host.ExceptSchemaMismatch(nameof(schema), "input", column.Name, fault.Expected, fault.Got);
        if (column.Type is not VectorDataViewType { IsKnownSize: true } type)
            return;
        int? steps = SpikeAnnotations.StepsOf(column);
        if (steps is null)
            log.Warn("undeclared", column.Name, Undeclared(schema, column, type));
        else if (steps != type.Dimensions[0])
            log.Warn("single steps", column.Name, $"Column '{column.Name}' has a single time step in each row, as EncodeStream "
                + $"gives it, and is read here as {type.Dimensions[0]} steps: EncodeDelta and the other encoders of series take "
                + "a whole series in each row.");
    }

    /// <summary>Throws if a column consists of concatenated spike columns.</summary>
    public static void RefuseConcatenated(IExceptionContext host, IDataView data, IEnumerable<string> columnNames)
    {
        foreach (string name in columnNames)
        {
            if (data.Schema.GetColumnOrNull(name) is { } column && Concatenation(data, column) is { } fault)
                throw host.ExceptSchemaMismatch(nameof(data), "input", name, fault.Expected, fault.Got);
        }
    }

    /// <summary>What is certainly wrong with a column that will be read as spikes, or null.</summary>
    public static (string Expected, string Got)? Fault(IDataView data, DataViewSchema.Column column) =>
        Contradiction(column) ?? Concatenation(data, column);

    /// <summary>A column whose number of steps contradicts its annotation.</summary>
    public static (string Expected, string Got)? Contradiction(DataViewSchema.Column column)
    {
        // Streams have one step per row, and only the neurons' dimensions.
        if (SpikeAnnotations.StepsOf(column) is not { } steps || steps == 1
            || column.Type is not VectorDataViewType { IsKnownSize: true } type || type.Dimensions[0] == steps)
            return null;
        return ($"{steps} steps, as its annotation {SpikeAnnotations.NumSteps} says, as the first dimension (declare another "
            + $"shape with {Advice(column.Name, type.Dimensions)})", type.ToString());
    }

    private static (string Expected, string Got)? Concatenation(IDataView data, DataViewSchema.Column column) =>
        ColumnOrigin.Concatenated(data, column) is { } parts
            ? ($"spikes with time first, as {Join(column.Name, parts)} gives them{Unencoded(parts)}",
                $"{column.Type}, in which Concatenate appended {Names(parts)}")
            : null;

    private static string Undeclared(DataViewSchema schema, DataViewSchema.Column column, VectorDataViewType type)
    {
        if (ColumnOrigin.Concatenated(schema, column) is { } parts)
            return $"Column '{column.Name}' is read as {type.Dimensions[0]} steps of one neuron, and is as long as "
                + $"{Names(parts)} together. Concatenate appends whole spike columns: "
                + $"use {Join(column.Name, parts)}.";
        string flat = type.Dimensions.Length > 1 ? ""
            : $", or give [steps, neurons] instead of {Dimensions.Text(type.Dimensions)} where there is more than one neuron. "
                + "Join spike columns with mlContext.Transforms.Spikes.Join, not Concatenate";
        return $"Column '{column.Name}' is read as spikes over {Steps(type)}, but does not say that it holds spikes. "
            + $"If it does, declare it with {Advice(column.Name, type.Dimensions)}{flat}. (ConvertType, ReplaceMissingValues "
            + "and normalizers drop the annotation of an encoder's column.)";
    }

    private static string Steps(VectorDataViewType type) =>
        Counted.Of(type.Dimensions[0], "step") + (type.Dimensions.Length > 1 ? "" : " of one neuron");

    /// <summary>What Join needs where parts are not spikes yet, such as features beside spikes.</summary>
    private static string Unencoded(DataViewSchema.Column[] parts)
    {
        string[] names = [.. parts.Where(part => SpikeAnnotations.StepsOf(part) is null)
            .Select(part => $"'{part.Name}'").Distinct()];
        return names.Length == 0 ? ""
            : $" (once {string.Join(" and ", names)} {(names.Length == 1 ? "is" : "are")} encoded as spikes, too)";
    }

    private static string Advice(string name, IEnumerable<int> dimensions) =>
        $"mlContext.Transforms.Spikes.Reshape(\"{name}\", \"{name}\", {Dimensions.Text(dimensions)}, areSpikes: true)";

    private static string Join(string name, DataViewSchema.Column[] parts) =>
        $"mlContext.Transforms.Spikes.Join(\"{name}\", {string.Join(", ", parts.Select(part => $"\"{part.Name}\""))})";

    private static string Names(DataViewSchema.Column[] parts) =>
        string.Join(" and ", parts.Select(part => $"'{part.Name}' ({part.Type})"));
}
