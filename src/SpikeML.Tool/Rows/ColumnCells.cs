using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tool.Rows;

/// <summary>The values of a column in some rows.</summary>
internal abstract class ColumnCells
{
    /// <summary>Creates room for the values of a column.</summary>
    /// <exception cref="NotSupportedException">Values of this type cannot be stored.</exception>
    public static ColumnCells Of(DataViewSchema.Column column, int rows)
    {
        bool isVector = column.Type is VectorDataViewType;
        Type item = (column.Type as VectorDataViewType)?.ItemType.RawType ?? column.Type.RawType;
        return item switch
        {
            _ when item == typeof(float) => Of<float>(isVector, rows),
            _ when item == typeof(double) => Of<double>(isVector, rows),
            _ when item == typeof(bool) => Of<bool>(isVector, rows),
            _ when item == typeof(sbyte) => Of<sbyte>(isVector, rows),
            _ when item == typeof(byte) => Of<byte>(isVector, rows),
            _ when item == typeof(short) => Of<short>(isVector, rows),
            _ when item == typeof(ushort) => Of<ushort>(isVector, rows),
            _ when item == typeof(int) => Of<int>(isVector, rows),
            _ when item == typeof(uint) => Of<uint>(isVector, rows),
            _ when item == typeof(long) => Of<long>(isVector, rows),
            _ when item == typeof(ulong) => Of<ulong>(isVector, rows),
            _ when item == typeof(ReadOnlyMemory<char>) => Of<ReadOnlyMemory<char>>(isVector, rows),
            _ when item == typeof(DateTime) => Of<DateTime>(isVector, rows),
            _ when item == typeof(DateTimeOffset) => Of<DateTimeOffset>(isVector, rows),
            _ when item == typeof(TimeSpan) => Of<TimeSpan>(isVector, rows),
            _ when item == typeof(DataViewRowId) => Of<DataViewRowId>(isVector, rows),
            _ => throw new NotSupportedException($"The column '{column.Name}' is {column.Type}, whose values cannot be stored."),
        };
    }

    /// <summary>A delegate that copies the value of the current row to a position.</summary>
    public abstract Action<int> Copier(DataViewRow row, DataViewSchema.Column column);

    /// <summary>The values by position.</summary>
    public T[] Kept<T>() => ((Values<T>)this).Cells;

    /// <summary>Returns the value at a position.</summary>
    public abstract ValueGetter<TValue> Getter<TValue>(Func<int> place);

    private static ColumnCells Of<T>(bool isVector, int rows) => isVector ? new Vectors<T>(rows) : new Scalars<T>(rows);

    private abstract class Values<T>(int rows) : ColumnCells
    {
        public T[] Cells { get; } = new T[rows];

        public override Action<int> Copier(DataViewRow row, DataViewSchema.Column column)
        {
            ValueGetter<T> getter = row.GetGetter<T>(column);
            return place => getter(ref Cells[place]);
        }
    }

    private sealed class Scalars<T>(int rows) : Values<T>(rows)
    {
        public override ValueGetter<TValue> Getter<TValue>(Func<int> place)
        {
            ValueGetter<T> getter = (ref value) => value = Cells[place()];
            return (ValueGetter<TValue>)(Delegate)getter;
        }
    }

    private sealed class Vectors<T>(int rows) : Values<VBuffer<T>>(rows)
    {
        public override ValueGetter<TValue> Getter<TValue>(Func<int> place)
        {
            ValueGetter<VBuffer<T>> getter = (ref value) => Cells[place()].CopyTo(ref value);
            return (ValueGetter<TValue>)(Delegate)getter;
        }
    }
}
