using Microsoft.ML;

namespace SpikeML;

/// <summary>Reads a scalar column's value in the current row, converted for the caller.</summary>
internal static class ScalarReader
{
    public static Func<TResult> Create<TColumn, TResult>(DataViewRow row, DataViewSchema.Column column, Func<TColumn,
        TResult> convert)
    {
        ValueGetter<TColumn> getter = row.GetGetter<TColumn>(column);
        TColumn value = default!;
        return () =>
        {
            getter(ref value);
            return convert(value);
        };
    }
}
