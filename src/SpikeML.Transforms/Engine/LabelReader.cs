using System.Numerics;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Reads labels as class indices: numbers unchanged, keys minus 1, missing keys as NaN.</summary>
internal static class LabelReader
{
    public static FeatureReader Create(DataViewRow row, DataViewSchema.Column column)
    {
        Type type = column.Type.GetItemType().RawType;
        if (type == typeof(float))
            return new Reader<float>(row, column);
        if (type == typeof(double))
            return new Reader<double>(row, column);
        if (type == typeof(byte))
            return new Reader<byte>(row, column);
        if (type == typeof(ushort))
            return new Reader<ushort>(row, column);
        if (type == typeof(uint))
            return new Reader<uint>(row, column);
        if (type == typeof(ulong))
            return new Reader<ulong>(row, column);
        if (type == typeof(sbyte))
            return new Reader<sbyte>(row, column);
        if (type == typeof(short))
            return new Reader<short>(row, column);
        return type == typeof(int) ? new Reader<int>(row, column) : new Reader<long>(row, column);
    }

    private sealed class Reader<T> : FeatureReader
        where T : unmanaged, INumber<T>
    {
        private readonly ValueGetter<VBuffer<T>> _getter;
        private readonly float[] _labels;
        private readonly bool _isKey;
        private VBuffer<T> _values;

        public Reader(DataViewRow row, DataViewSchema.Column column)
        {
            _isKey = column.Type.GetItemType() is KeyDataViewType;
            _labels = new float[Math.Max(1, column.Type.GetValueCount())];
            _getter = column.Type is VectorDataViewType ? row.GetGetter<VBuffer<T>>(column) : AsVector(row.GetGetter<T>(column));
        }

        public override ReadOnlySpan<float> Read()
        {
            _getter(ref _values);
            Array.Fill(_labels, _isKey ? float.NaN : 0);
            ReadOnlySpan<T> values = _values.GetValues();
            for (int i = 0; i < values.Length; i++)
                _labels[_values.IsDense ? i : _values.GetIndices()[i]] = ToClass(values[i]);
            return _labels;
        }

        public override double? Original(int slot) =>
            _isKey || typeof(T) == typeof(float) ? null : double.CreateTruncating(_values.GetItemOrDefault(slot));

        private float ToClass(T value)
        {
            if (_isKey)
                return T.IsZero(value) ? float.NaN : float.CreateTruncating(value - T.One);
            // A double close to a whole number is not a class index, and rounding to single precision must not turn it into one.
            float label = float.CreateTruncating(value);
            return T.IsInteger(value) || label != MathF.Floor(label) ? label : MathF.BitIncrement(label);
        }

        private static ValueGetter<VBuffer<T>> AsVector(ValueGetter<T> getter) => (ref VBuffer<T> vector) =>
        {
            VBufferEditor<T> editor = VBufferEditor.Create(ref vector, 1);
            getter(ref editor.Values[0]);
            vector = editor.Commit();
        };
    }
}
