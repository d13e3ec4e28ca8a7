using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>A spike column of a data view: <c>Vector&lt;Single&gt;</c> whose first dimension is time.</summary>
/// <param name="Column">The column itself.</param>
/// <param name="NumSteps">Its first dimension.</param>
/// <param name="Shape">Its other dimensions.</param>
internal sealed record SpikeColumn(DataViewSchema.Column Column, int NumSteps, ImmutableArray<int> Shape)
{
    public static SpikeColumn Find(DataViewSchema schema, string columnName)
    {
        DataViewSchema.Column? column = schema.GetColumnOrNull(columnName)
            ?? throw new ArgumentOutOfRangeException(nameof(columnName), columnName,
                $"There is no column '{columnName}'. The columns are: {string.Join(", ", schema.Select(c => c.Name))}.");
        if (column.Value.Type is not VectorDataViewType { IsKnownSize: true } type || type.ItemType != NumberDataViewType.Single)
            throw new ArgumentOutOfRangeException(nameof(columnName), columnName,
                $"Column '{columnName}' is no spike column: expected Vector<Single> of known size with time as its first dimension, got {column.Value.Type}.");
        return new SpikeColumn(column.Value, type.Dimensions[0], type.Dimensions.RemoveAt(0));
    }

    public SpikeTrain ToTrain(in VBuffer<float> row)
    {
        int neuronCount = row.Length / NumSteps;
        SpikeEvent[] events = row.IsDense
            ? SpikeEvents.FromDense(row.GetValues(), neuronCount)
            : SpikeEvents.FromSparse(row.GetIndices(), row.GetValues(), neuronCount);
        return new SpikeTrain(NumSteps, Shape, events);
    }
}
