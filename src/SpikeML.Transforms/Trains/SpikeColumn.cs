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

    /// <summary>The column that a method's caller named.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none, or it holds no spikes.</exception>
    public static SpikeColumn Find(DataViewSchema schema, string columnName)
    {
        DataViewSchema.Column column = ColumnSearch.Find(schema, columnName);
        return TryMake(column) ?? throw new ArgumentOutOfRangeException(nameof(columnName), columnName,
            $"Column '{columnName}' is not a spike column: expected Vector<Single> of known size with time as its first "
                + $"dimension, got {column.Type}.");
    }

    /// <summary>The column that a pipeline needs; its absence, or another type, is ML.NET's schema mismatch.</summary>
    public static SpikeColumn Find(IExceptionContext host, DataViewSchema schema, string columnName)
    {
        DataViewSchema.Column column = ColumnSearch.Find(host, schema, "input", columnName);
        InputKind.Spikes.Dimensions(host, column);
        return TryMake(column)!;
    }

    /// <summary>Throws where the column is missing or holds no spikes; its dimensions are not known yet.</summary>
    public static void Check(IExceptionContext host, SchemaShape schema, string columnName) =>
        InputKind.Spikes.Check(host, ColumnSearch.Find(host, schema, "input", columnName));

    /// <summary>The column as spikes; null where it holds none.</summary>
    public static SpikeColumn? TryMake(DataViewSchema.Column column) =>
        column.Type is VectorDataViewType { IsKnownSize: true } type && type.ItemType == NumberDataViewType.Single
            ? new SpikeColumn(column, type.Dimensions[0], type.Dimensions.RemoveAt(0))
            : null;

    public SpikeTrain ToTrain(in VBuffer<float> row)
    {
        SpikeEvent[] events = row.IsDense
            ? SpikeEvents.FromDense(row.GetValues(), NeuronCount)
            : SpikeEvents.FromSparse(row.GetIndices(), row.GetValues(), NeuronCount);
        return new SpikeTrain(NumSteps, Shape, events);
    }
}
