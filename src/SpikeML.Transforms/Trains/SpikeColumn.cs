using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>A spike column of a data view: <c>Vector&lt;Single&gt;</c> whose first dimension is time.</summary>
/// <param name="Column">The column itself.</param>
/// <param name="NumSteps">Its first dimension.</param>
/// <param name="Shape">Its other dimensions.</param>
internal sealed record SpikeColumn(DataViewSchema.Column Column, int NumSteps, ImmutableArray<int> Shape)
{
    /// <summary>The number of its neurons.</summary>
    public int NeuronCount { get; } = Dimensions.Count(Shape);

    /// <summary>Whether each row is one time step and the dimensions are only those of the neurons, as in streams.</summary>
    public bool HasSingleSteps { get; private init; }

    /// <summary>Finds the column that the caller of a method named.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The column does not exist, or it certainly does not hold spikes.</exception>
    public static SpikeColumn Find(IDataView data, string columnName)
    {
        DataViewSchema.Column column = ColumnSearch.Find(data.Schema, columnName);
        SpikeColumn spikes = TryMake(column) ?? throw new ArgumentOutOfRangeException(nameof(columnName), columnName,
            $"Column '{columnName}' is not a spike column: expected Vector<Single> of known size with time as its first "
                + $"dimension, got {column.Type}.");
        return SpikeColumnCheck.Fault(data, column) is { } fault ? throw new ArgumentOutOfRangeException(nameof(columnName),
            columnName, $"Column '{columnName}' cannot be read as spikes: expected {fault.Expected}; got {fault.Got}.") : spikes;
    }

    /// <summary>
    /// Finds the column that a pipeline needs; if it is missing or has another type, throws ML.NET's schema mismatch.
    /// </summary>
    public static SpikeColumn Find(IExceptionContext host, OnceLog log, DataViewSchema schema, string columnName)
    {
        DataViewSchema.Column column = ColumnSearch.Find(host, schema, "input", columnName);
        InputKind.Spikes.Dimensions(host, column);
        SpikeColumn spikes = TryMake(column)!;
        if (!spikes.HasSingleSteps)
            SpikeColumnCheck.Bind(host, log, schema, column);
        return spikes;
    }

    /// <summary>Throws if the column is missing or does not hold spikes; its dimensions are not known yet.</summary>
    public static void Check(IExceptionContext host, SchemaShape schema, string columnName) =>
        InputKind.Spikes.Check(host, ColumnSearch.Find(host, schema, "input", columnName));

    /// <summary>The column as spikes, or null if its type cannot hold spikes.</summary>
    public static SpikeColumn? TryMake(DataViewSchema.Column column)
    {
        if (column.Type is not VectorDataViewType { IsKnownSize: true } type || type.ItemType != NumberDataViewType.Single)
            return null;
        return SpikeAnnotations.StepsOf(column) == 1 && type.Dimensions[0] != 1
            ? new SpikeColumn(column, 1, type.Dimensions) { HasSingleSteps = true }
            : new SpikeColumn(column, type.Dimensions[0], type.Dimensions.RemoveAt(0));
    }

    public SpikeTrain ToTrain(in VBuffer<float> row)
    {
        SpikeEvent[] events = row.IsDense
            ? SpikeEvents.FromDense(row.GetValues(), NeuronCount)
            : SpikeEvents.FromSparse(row.GetIndices(), row.GetValues(), NeuronCount);
        return new SpikeTrain(NumSteps, Shape, events);
    }
}
