using Microsoft.ML;
using Microsoft.ML.Data;
using static Microsoft.ML.Data.AnnotationUtils;
using static Microsoft.ML.Data.AnnotationUtils.Const;

namespace SpikeML.Torch;

/// <summary>The columns that a trained network adds, as a schema shape before fitting and as a schema afterwards.</summary>
internal static class OutputColumns
{
    public const string Score = "Score";
    public const string PredictedLabel = "PredictedLabel";
    public const string Probability = "Probability";

    /// <summary>Rejects a column of recorded values that would hide a column of predictions.</summary>
    /// <param name="name">The name of the column, or null.</param>
    /// <param name="parameter">The name of the option.</param>
    public static void CheckFree(string? name, string parameter) => OptionCheck.Require(
        name is not (Score or PredictedLabel or Probability), name, parameter,
        $"{parameter} must not be '{Score}', '{PredictedLabel}' or '{Probability}', which are the columns of the predictions.");

    /// <summary>The output shape for a label column.</summary>
    public static IEnumerable<SchemaShape.Column> Promised(SpikingTask task, SchemaShape.Column label,
        SpikingNetworkOptions options)
    {
        bool isMulticlass = task == SpikingTask.Multiclass;
        bool hasNames = label.Annotations.TryFindColumn(LabelNames.KindOf(label.IsKey), out SchemaShape.Column names);
        SchemaShape.Column[] valueNames = isMulticlass && hasNames
            ? [new(Kinds.KeyValues, names.Kind, names.ItemType, isKey: false)] : [];
        SchemaShape.Column[] slotNames = isMulticlass && hasNames && names.ItemType is TextDataViewType
            ? [new(Kinds.SlotNames, names.Kind, TextDataViewType.Instance, isKey: false)] : [];
        if (isMulticlass)
            yield return Scalar(PredictedLabel, NumberDataViewType.UInt32, isKey: true, valueNames);
        if (task == SpikingTask.Binary)
            yield return Scalar(PredictedLabel, BooleanDataViewType.Instance, isKey: false);
        bool isVector = isMulticlass || (task == SpikingTask.Regression && label.Kind == SchemaShape.Column.VectorKind.Vector);
        yield return isVector
            ? new(Score, SchemaShape.Column.VectorKind.Vector, NumberDataViewType.Single, isKey: false, Kinded(slotNames))
            : Scalar(Score, NumberDataViewType.Single, isKey: false);
        if (task == SpikingTask.Binary)
            yield return Scalar(Probability, NumberDataViewType.Single, isKey: false);
        if (options.OutputSpikesColumnName is string spikes)
            yield return new(spikes, SchemaShape.Column.VectorKind.Vector, NumberDataViewType.Single, isKey: false,
                StepsShape);
        if (options.OutputMembraneColumnName is string membrane)
            yield return new(membrane, SchemaShape.Column.VectorKind.Vector, NumberDataViewType.Single, isKey: false);
        foreach (SchemaShape.Column column in RecordedLayers.Promised(options.Layers))
            yield return column;
    }

    /// <summary>The output schema.</summary>
    /// <param name="output">How the outputs of the network become columns.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="outputs">The number of output neurons.</param>
    /// <param name="numSteps">The number of steps of the spike column.</param>
    public static IEnumerable<DataViewSchema.DetachedColumn> Delivered(
        TrainedOutput output, int classes, int outputs, int numSteps)
    {
        (SpikingTask task, LabelNames? names) = (output.Task, output.Names);
        string kind = output.VariesOverTime ? ScoreColumnKind.MultiOutputRegression : Kind(task);
        if (task == SpikingTask.Multiclass)
            yield return new(PredictedLabel, new KeyDataViewType(typeof(uint), classes),
                Annotations(kind, ScoreValueKind.PredictedLabel, names, Kinds.KeyValues));
        if (task == SpikingTask.Binary)
            yield return new(PredictedLabel, BooleanDataViewType.Instance, Annotations(kind, ScoreValueKind.PredictedLabel));
        yield return new(Score, ScoreType(output, classes, numSteps),
            Annotations(kind, ScoreValueKind.Score, names is { AreText: true } ? names : null, Kinds.SlotNames));
        if (task == SpikingTask.Binary)
            yield return new(Probability, NumberDataViewType.Single, Annotations(kind, ScoreValueKind.Probability));
        VectorDataViewType recorded = new(NumberDataViewType.Single, numSteps, outputs);
        if (output.SpikesColumnName is string spikes)
            yield return new(spikes, recorded, Steps(numSteps));
        if (output.MembraneColumnName is string membrane)
            yield return new(membrane, recorded);
    }

    private static DataViewType ScoreType(TrainedOutput output, int classes, int numSteps)
    {
        if (output.VariesOverTime)
            return classes == 1 ? new VectorDataViewType(NumberDataViewType.Single, numSteps)
                : new VectorDataViewType(NumberDataViewType.Single, numSteps, classes);
        return output.Task == SpikingTask.Multiclass ? new VectorDataViewType(NumberDataViewType.Single, classes)
            : NumberDataViewType.Single;
    }

    /// <summary>The annotation of spike columns before fitting.</summary>
    public static SchemaShape StepsShape { get; } = new([new(SpikeAnnotations.NumSteps, SchemaShape.Column.VectorKind.Scalar,
        NumberDataViewType.Int32, isKey: false)]);

    /// <summary>The annotation of spike columns.</summary>
    public static DataViewSchema.Annotations Steps(int numSteps)
    {
        DataViewSchema.Annotations.Builder builder = new();
        builder.AddPrimitiveValue(SpikeAnnotations.NumSteps, NumberDataViewType.Int32, numSteps);
        return builder.ToAnnotations();
    }

    private static string Kind(SpikingTask task) => task switch
    {
        SpikingTask.Multiclass => ScoreColumnKind.MulticlassClassification,
        SpikingTask.Binary => ScoreColumnKind.BinaryClassification,
        _ => ScoreColumnKind.Regression,
    };

    /// <summary>The annotations of a column of predictions.</summary>
    /// <param name="columnKind">The kind of the predictions.</param>
    /// <param name="valueKind">What the column has of them.</param>
    /// <param name="names">The names of the classes, or null.</param>
    /// <param name="namesKind">The annotation for the names.</param>
    public static DataViewSchema.Annotations Annotations(string columnKind, string valueKind, LabelNames? names = null,
        string namesKind = "")
    {
        DataViewSchema.Annotations.Builder builder = new();
        names?.AddTo(builder, namesKind);
        builder.AddPrimitiveValue(Kinds.ScoreColumnKind, TextDataViewType.Instance, columnKind.AsMemory());
        builder.AddPrimitiveValue(Kinds.ScoreValueKind, TextDataViewType.Instance, valueKind.AsMemory());
        return builder.ToAnnotations();
    }

    private static SchemaShape.Column Scalar(string name, DataViewType type, bool isKey,
        params SchemaShape.Column[] annotations) =>
        new(name, SchemaShape.Column.VectorKind.Scalar, type, isKey, Kinded(annotations));

    private static SchemaShape Kinded(SchemaShape.Column[] more) => new(
    [
        .. more,
        new(Kinds.ScoreColumnKind, SchemaShape.Column.VectorKind.Scalar, TextDataViewType.Instance, isKey: false),
        new(Kinds.ScoreValueKind, SchemaShape.Column.VectorKind.Scalar, TextDataViewType.Instance, isKey: false),
    ]);
}
