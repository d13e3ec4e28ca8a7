using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>The classes of a label column.</summary>
internal static class LabelClasses
{
    /// <summary>The number of a key's values; null where the column is no key, or a key of unknown cardinality.</summary>
    public static int? Cardinality(DataViewSchema.Column column) =>
        column.Type.GetItemType() is KeyDataViewType { Count: > 0 } key
        ? (int)Math.Min(key.Count, LabelCheck.MostClasses)
        : null;
}
