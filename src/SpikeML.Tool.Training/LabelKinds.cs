using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Training;

/// <summary>The different labels of the rows, from which the task follows.</summary>
/// <param name="Type">The type of the label column.</param>
/// <param name="Values">The different labels in order, at most one more than <see cref="MostClasses"/> of numbers.</param>
internal sealed record LabelKinds(DataViewType Type, IReadOnlyList<object> Values)
{
    /// <summary>The largest number of different integers that are taken for classes.</summary>
    public const int MostClasses = 50;

    /// <summary>Whether each row has several numbers, those of the steps.</summary>
    public bool VaryOverTime => AreOverTime(Type);

    /// <summary>The task that labels of this kind suggest.</summary>
    public TrainingTask Task
    {
        get
        {
            if (VaryOverTime)
                return TrainingTask.Regression;
            if (Type is BooleanDataViewType || (Values.Count == 2 && Values.All(value => $"{value}".ToUpperInvariant()
                is "TRUE" or "FALSE" or "0" or "1")))
                return TrainingTask.Binary;
            bool isWhole = Type is KeyDataViewType or TextDataViewType || (Values.Count <= MostClasses
                && Type.RawType != typeof(float) && Type.RawType != typeof(double));
            return isWhole ? TrainingTask.Multiclass : TrainingTask.Regression;
        }
    }

    /// <summary>The two labels of a binary task, the one that is false first.</summary>
    public string[] TruthNames => Values.Count == 2
        ? [.. Values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)!)] : ["false", "true"];

    /// <summary>Reads the labels of all rows.</summary>
    public static LabelKinds Of(IDataView rows, string label, CancellationToken cancellation)
    {
        DataViewType type = rows.Schema[label].Type;
        IEnumerable<object> values = type.RawType switch
        {
            Type kind when kind == typeof(ReadOnlyMemory<char>) => Read<ReadOnlyMemory<char>>(rows, label)
                .Select(text => $"{text}"),
            Type kind when kind == typeof(long) => Read<long>(rows, label).Cast<object>(),
            Type kind when kind == typeof(float) => Read<float>(rows, label).Cast<object>(),
            Type kind when kind == typeof(double) => Read<double>(rows, label).Cast<object>(),
            _ when type is BooleanDataViewType or KeyDataViewType || AreOverTime(type) => [],
            _ => throw ToolException.BadInput(
                $"The label column '{label}' is {type}: expected texts, numbers, Booleans, keys, or "
                    + "as many numbers for each row as there are steps."),
        };
        int most = type is TextDataViewType ? int.MaxValue : MostClasses + 1;
        object[] different = [.. values.Select(value =>
        {
            cancellation.ThrowIfCancellationRequested();
            return value;
        }).Distinct().Take(most)];
        return new(type, type is TextDataViewType ? [.. different.Cast<string>().Order(StringComparer.Ordinal)]
            : [.. different.Order()]);
    }

    /// <summary>The labels as a network of a task needs them: Booleans, keys or Single.</summary>
    public IEstimator<ITransformer> Conversion(MLContext context, string label, TrainingTask task) => task switch
    {
        _ when VaryOverTime && task != TrainingTask.Regression => throw ToolException.Usage(
            $"'{label}' has several numbers for each row ({Type}), which --task regression alone learns."),
        TrainingTask.Binary when Type is BooleanDataViewType => context.Transforms.CopyColumns(label, label),
        TrainingTask.Binary => ToBoolean(context, label),
        TrainingTask.Multiclass when Type is KeyDataViewType => context.Transforms.CopyColumns(label, label),
        TrainingTask.Multiclass when Type is not BooleanDataViewType && Values.Count < 2 =>
            throw ToolException.BadInput($"All rows have the same label in '{label}': there is nothing to learn."),
        TrainingTask.Multiclass => context.Transforms.Conversion.MapValueToKey(label, label, MostKeys,
            Microsoft.ML.Transforms.ValueToKeyMappingEstimator.KeyOrdinality.ByValue),
        _ when VaryOverTime || Type is NumberDataViewType =>
            context.Transforms.Conversion.ConvertType(label, label, DataKind.Single),
        _ => throw ToolException.Usage($"--task regression needs numbers, but '{label}' is {Described}."),
    };

    private static bool AreOverTime(DataViewType type) =>
        type is VectorDataViewType { IsKnownSize: true, ItemType: NumberDataViewType };

    private const int MostKeys = 1 << 20;

    private string Described => Type switch
    {
        TextDataViewType => "text",
        BooleanDataViewType => "true or false",
        _ => "a class",
    };

    /// <summary>The second of two values in order is true.</summary>
    private IEstimator<ITransformer> ToBoolean(MLContext context, string label)
    {
        if (Values.Count != 2)
            throw ToolException.Usage($"--task binary needs two different labels, but '{label}' has "
                + (Type is KeyDataViewType ? "classes of another kind: use --task multiclass."
                    : $"{(Values.Count > MostClasses ? "more" : Values.Count.ToString(CultureInfo.InvariantCulture))}."));
        return Values[0] switch
        {
            string => Map(Values.Select(value => ((string)value).AsMemory())),
            long => Map(Values.Cast<long>()),
            float => Map(Values.Cast<float>()),
            _ => Map(Values.Cast<double>()),
        };

        IEstimator<ITransformer> Map<T>(IEnumerable<T> values) => context.Transforms.Conversion.MapValue(label,
            values.Select((value, i) => KeyValuePair.Create(value, i == 1)), label);
    }

    private static IEnumerable<T> Read<T>(IDataView rows, string label) => rows.GetColumn<T>(label);
}
