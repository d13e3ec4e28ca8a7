using System.Numerics;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Reads a column of events row by row, into memory that is reused and that its reader may change.</summary>
internal abstract class AddressEventReader : FeatureReader
{
    /// <summary>The events of the current row, valid until the next call.</summary>
    public abstract Span<AddressEvent> ReadEvents();

    public override ReadOnlySpan<float> Read() => [];

    public override ColumnValues ReadValues() => new(ReadEvents());

    public static AddressEventReader OfColumn(DataViewRow row, DataViewSchema.Column column)
    {
        Type type = column.Type.GetItemType().RawType;
        return type == typeof(long) ? new Reader<long>(row, column)
            : type == typeof(int) ? new Reader<int>(row, column)
            : type == typeof(double) ? new Reader<double>(row, column)
            : new Reader<float>(row, column);
    }

    private sealed class Reader<T>(DataViewRow row, DataViewSchema.Column column) : AddressEventReader
        where T : unmanaged, INumber<T>
    {
        private readonly ValueGetter<VBuffer<T>> _getter = row.GetGetter<VBuffer<T>>(column);
        private VBuffer<T> _numbers;
        private T[] _dense = [];
        private AddressEvent[] _events = [];

        public override Span<AddressEvent> ReadEvents()
        {
            _getter(ref _numbers);
            ReadOnlySpan<T> numbers = Dense();
            EventNumbers.CheckLength(numbers);
            int count = numbers.Length / EventColumn.Fields;
            if (_events.Length < count)
                _events = new AddressEvent[Math.Max(count, 2 * _events.Length)];
            EventNumbers.Read(numbers, _events.AsSpan(0, count));
            return _events.AsSpan(0, count);
        }

        private ReadOnlySpan<T> Dense()
        {
            if (_numbers.IsDense)
                return _numbers.GetValues();
            if (_dense.Length < _numbers.Length)
                _dense = new T[_numbers.Length];
            _numbers.CopyTo(_dense);
            return _dense.AsSpan(0, _numbers.Length);
        }
    }
}
