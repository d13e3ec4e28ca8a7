using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>The kinds of annotations by which a spike column says what it holds.</summary>
/// <remarks>
/// Every column of spikes that SpikeML makes has <see cref="NumSteps"/>. ML.NET keeps it in <c>CopyColumns</c>,
/// <c>SelectColumns</c>, caches and .idv files, and drops it in <c>Concatenate</c> of several columns, <c>ConvertType</c>,
/// <c>ReplaceMissingValues</c> and normalizers. <c>mlContext.Transforms.Spikes.Reshape</c> adds it to a column of your own.
/// </remarks>
public static class SpikeAnnotations
{
    /// <summary>
    /// The number of time steps that a row has, an Int32: the column's first dimension, or 1 where each row is a single step.
    /// </summary>
    public const string NumSteps = "SpikeNumSteps";

    /// <summary>The names of the neurons, a vector of text with one name a neuron.</summary>
    public const string NeuronNames = "NeuronNames";

    /// <summary>The number of steps that a column says it has; null where it says nothing.</summary>
    internal static int? StepsOf(DataViewSchema.Column column)
    {
        if (column.Annotations.Schema.GetColumnOrNull(NumSteps) is not { } steps || steps.Type != NumberDataViewType.Int32)
            return null;
        int value = 0;
        column.Annotations.GetValue(NumSteps, ref value);
        return value;
    }
}
