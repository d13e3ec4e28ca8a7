using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Commands;
using SpikeML.Tool.Csv;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Training;

/// <summary>The weights of classes as they are typed: <c>balanced</c>, or the class and weight of some (A=2,B=0.5).</summary>
/// <param name="Given">The weights by class, or null to balance the classes.</param>
internal sealed record ClassWeights(IReadOnlyDictionary<string, double>? Given)
{
    public const string Option = "--class-weights", Balanced = "balanced";

    public static ClassWeights Parse(string text)
    {
        if (text == Balanced)
            return new((IReadOnlyDictionary<string, double>?)null);
        Dictionary<string, double> weights = [];
        foreach (string part in text.Split(','))
        {
            // A class's name may contain an equals sign.
            int at = part.LastIndexOf('=');
            if (at <= 0)
                throw ToolException.Usage($"{Option} expects balanced, or classes and weights such as A=2,B=0.5; got '{part}'."
                    + Suggestion.For(part, [Balanced]));
            double weight = DecimalOption.Parse(Option, part[(at + 1)..], value => value >= 0, "of at least 0 behind '='");
            if (!weights.TryAdd(part[..at], weight))
                throw ToolException.Usage($"{Option}: the class '{part[..at]}' has two weights.");
        }
        return new(weights);
    }

    /// <summary>The weight of each class, in the order of the label's values.</summary>
    /// <param name="rows">The rows, with their labels as the network needs them.</param>
    /// <param name="label">The label column.</param>
    /// <param name="kinds">The labels as they were in the input.</param>
    public double[] Of(IDataView rows, string label, LabelKinds kinds)
    {
        DataViewSchema.Column column = rows.Schema[label];
        if (column.Type is not (KeyDataViewType or BooleanDataViewType))
            throw ToolException.Usage($"{Option} cannot be used with --task regression, which has no classes.");
        string[] names = column.Type is KeyDataViewType key ? NamesOf(rows.Schema, column, key) : kinds.TruthNames;
        return Given is null ? InBalance(Counts(rows, column, names.Length)) : Listed(names);
    }

    /// <summary>The names of keys or, for keys without names, their numbers from 0, as 'spikeml predict' shows them.</summary>
    private static string[] NamesOf(DataViewSchema schema, DataViewSchema.Column column, KeyDataViewType key) =>
        KeyNames.Of(schema, column) is { Length: > 0 } names ? names
            : [.. Enumerable.Range(0, (int)key.Count).Select(index => index.ToString(CultureInfo.InvariantCulture))];

    private double[] Listed(string[] names)
    {
        if (Given!.Keys.FirstOrDefault(name => !names.Contains(name)) is string unknown)
            throw ToolException.Usage($"{Option}: there is no class '{unknown}'. The classes are {string.Join(", ", names)}."
                + Suggestion.For(unknown, names));
        return [.. names.Select(name => Given.GetValueOrDefault(name, 1))];
    }

    /// <summary>The number of rows over the number of classes, over the number of rows of the class.</summary>
    private static double[] InBalance(long[] counts)
    {
        double mean = counts.Sum() / (double)counts.Count(count => count > 0);
        return [.. counts.Select(count => count == 0 ? 1 : mean / count)];
    }

    private static long[] Counts(IDataView rows, DataViewSchema.Column column, int classes)
    {
        long[] counts = new long[classes];
        IEnumerable<int> labels = column.Type is KeyDataViewType
            ? rows.GetColumn<uint>(column).Where(key => key > 0).Select(key => (int)(key - 1))
            : rows.GetColumn<bool>(column).Select(truth => truth ? 1 : 0);
        foreach (int label in labels)
            counts[label]++;
        return counts;
    }
}
