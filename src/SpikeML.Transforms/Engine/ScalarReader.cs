using Microsoft.ML;

namespace SpikeML;

/// <summary>Reads a scalar column's value at the row, made into what the caller wants.</summary>
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
