using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>The kinds of annotations that describe a spike column.</summary>
/// <remarks>
/// Every spike column that SpikeML adds has <see cref="NumSteps"/>. ML.NET keeps it in <c>CopyColumns</c>, <c>SelectColumns</c>,
/// caches and .idv files, and drops it in <c>Concatenate</c> of several columns, <c>ConvertType</c>, <c>ReplaceMissingValues</c>
/// and normalizers. <c>mlContext.Transforms.Spikes.Reshape</c> adds it to a column of your own.
/// </remarks>
public static class SpikeAnnotations
{
    /// <summary>
    /// The number of time steps in a row, an Int32: the column's first dimension, or 1 if each row is a single step.
    /// </summary>
    public const string NumSteps = "SpikeNumSteps";

    /// <summary>The names of the neurons: a vector of text with one name per neuron.</summary>
    public const string NeuronNames = "NeuronNames";

    /// <summary>The number of steps in a column's annotation, or null if it has none.</summary>
    internal static int? StepsOf(DataViewSchema.Column column)
    {
        if (column.Annotations.Schema.GetColumnOrNull(NumSteps) is not { } steps || steps.Type != NumberDataViewType.Int32)
            return null;
        int value = 0;
        column.Annotations.GetValue(NumSteps, ref value);
        return value;
    }
}
