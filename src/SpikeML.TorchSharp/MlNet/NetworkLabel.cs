using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML.Torch;

/// <summary>The label column that a network is trained on, and the column of example weights.</summary>
/// <param name="Column">
/// The label column: a scalar, or targets that vary over time, [numSteps, classes], or for regression [numSteps] or
/// [numSteps, outputs].
/// </param>
/// <param name="Weight">The column of example weights, or null.</param>
/// <param name="Task">The task.</param>
/// <param name="Classes">The number of classes or, for regression, of outputs.</param>
internal sealed record NetworkLabel(DataViewSchema.Column Column, DataViewSchema.Column? Weight, SpikingTask Task, int Classes)
{
    public const int MostClasses = 1 << 20;

    /// <summary>Whether the label is a column of targets for every step.</summary>
    public bool VariesOverTime => Column.Type is VectorDataViewType;

    public IEnumerable<DataViewSchema.Column> Columns => Weight is { } weight ? [Column, weight] : [Column];

    /// <summary>The label column of a schema whose dimensions are not known yet.</summary>
    public static SchemaShape.Column Check(IExceptionContext host, SchemaShape schema, string name, string? weightName,
        SpikingTask task)
    {
        SchemaShape.Column column = ColumnSearch.Find(host, schema, "label", name);
        bool isScalar = column.Kind == SchemaShape.Column.VectorKind.Scalar;
        bool fits = task switch
        {
            SpikingTask.Multiclass => (isScalar && column.IsKey) || AreTargets(column),
            SpikingTask.Binary => (isScalar && column.ItemType == BooleanDataViewType.Instance) || AreTargets(column),
            _ => column.Kind != SchemaShape.Column.VectorKind.VariableVector && column.ItemType == NumberDataViewType.Single
                && !column.IsKey,
        };
        if (!fits)
            throw host.ExceptSchemaMismatch(nameof(schema), "label", name, Expected(task), column.GetTypeString());
        if (weightName is not null)
            CheckWeight(host, ColumnSearch.Find(host, schema, "weight", weightName));
        return column;
    }

    /// <summary>The columns of a schema that has passed <see cref="Check"/>.</summary>
    /// <param name="host">The host that is named in errors.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="name">The label column's name.</param>
    /// <param name="weightName">The weight column's name, or null.</param>
    /// <param name="task">The task.</param>
    /// <param name="spikes">The spike column, whose number of steps targets must have.</param>
    public static NetworkLabel Find(IExceptionContext host, DataViewSchema schema, string name, string? weightName,
        SpikingTask task, SpikeColumn spikes)
    {
        DataViewSchema.Column column = schema[name];
        int classes = column.Type is VectorDataViewType ? OutputsOfTargets(host, column, task, spikes) : task switch
        {
            SpikingTask.Multiclass => ClassesOfKey(host, column),
            SpikingTask.Binary => 2,
            _ => 1,
        };
        return new(column, weightName is null ? null : schema[weightName], task, classes);
    }

    /// <summary>The name of a class, for messages.</summary>
    public string NameOf(int index) => Task == SpikingTask.Binary ? (index == 1 ? "true" : "false")
        : LabelNames.Of(Column)?.Name(index) is { Length: > 0 } name ? name
        : $"{(VariesOverTime ? "class" : "key")} {index + 1}";

    // A vector of Single may also be features; the annotation says that it holds spikes.
    private static bool AreTargets(SchemaShape.Column column) => column.Kind == SchemaShape.Column.VectorKind.Vector
        && column.ItemType == NumberDataViewType.Single && column.Annotations.TryFindColumn(SpikeAnnotations.NumSteps, out _);

    private static void CheckWeight(IExceptionContext host, SchemaShape.Column column)
    {
        if (column.Kind != SchemaShape.Column.VectorKind.Scalar || column.ItemType != NumberDataViewType.Single || column.IsKey)
            throw host.ExceptSchemaMismatch("schema", "weight", column.Name, "Single", column.GetTypeString());
    }

    private static int ClassesOfKey(IExceptionContext host, DataViewSchema.Column label)
    {
        ulong count = ((KeyDataViewType)label.Type).Count;
        return count is >= 2 and <= MostClasses ? (int)count : throw host.ExceptSchemaMismatch(nameof(label), "label", label.Name,
            "a key of 2 to 1,048,576 values", label.Type.ToString());
    }

    private static int OutputsOfTargets(IExceptionContext host, DataViewSchema.Column label, SpikingTask task, SpikeColumn spikes)
    {
        SpikeColumn targets = SpikeColumn.TryMake(label)!;
        int outputs = targets.NeuronCount;
        bool fits = targets.NumSteps == spikes.NumSteps && outputs <= MostClasses && task switch
        {
            SpikingTask.Regression => targets.Shape.Length <= 1,
            SpikingTask.Binary => targets.Shape is [2],
            _ => targets.Shape.Length == 1 && outputs >= 2,
        };
        return fits ? outputs : throw host.ExceptSchemaMismatch(nameof(label), "label", label.Name,
            ExpectedTargets(task, spikes), label.Type.ToString());
    }

    private static string ExpectedTargets(SpikingTask task, SpikeColumn spikes) => task == SpikingTask.Regression
        ? $"Single, or a number for each step, [{spikes.NumSteps}] or [{spikes.NumSteps}, outputs], with as many steps as "
            + $"'{spikes.Column.Name}'"
        : $"targets of dimensions [{spikes.NumSteps}, {(task == SpikingTask.Binary ? "2" : "classes")}], "
            + $"with as many steps as '{spikes.Column.Name}'";

    private static string Expected(SpikingTask task) => task switch
    {
        SpikingTask.Multiclass => $"a key, or {Targets}",
        SpikingTask.Binary => $"Boolean, or {Targets}",
        _ => "Single, or a known-size vector of Single with a number for each step, [numSteps] or [numSteps, outputs]",
    };

    private const string Targets = "spikes as targets, [numSteps, classes], as EncodeRateTargets adds";
}
