using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>The classes of a label column.</summary>
internal static class LabelClasses
{
    /// <summary>The number of values of a key, or null if the column is not a key or its cardinality is unknown.</summary>
    public static int? Cardinality(DataViewSchema.Column column) =>
        column.Type.GetItemType() is KeyDataViewType { Count: > 0 } key
        ? (int)Math.Min(key.Count, LabelCheck.MostClasses)
        : null;
}
