using System.Numerics;
using System.Numerics.Tensors;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Reads a column of numbers row by row, as dense single-precision values.</summary>
internal abstract partial class FeatureReader
{
    /// <summary>The values of the current row, one per slot; valid until the next call.</summary>
    public abstract ReadOnlySpan<float> Read();

    /// <summary>
    /// The values from <see cref="Read()"/> in double precision for a Double column, one per slot; empty for other columns.
    /// </summary>
    public virtual ReadOnlySpan<double> Doubles => default;

    /// <summary>The values of the current row, in single precision and as stored in the column; or its events.</summary>
    public virtual ColumnValues ReadValues() => new(Read(), Doubles);

    /// <summary>
    /// The value in the data for a slot of the row that was read last, or null if it is what <see cref="Read()"/> returned.
    /// </summary>
    public virtual double? Original(int slot) => slot < Doubles.Length ? Doubles[slot] : null;

    /// <summary>The values in the row's own form: for a sparse row, only those of <paramref name="slots"/>.</summary>
    public virtual ReadOnlySpan<float> Read(out ReadOnlySpan<int> slots, out bool isSparse)
    {
        slots = default;
        isSparse = false;
        return Read();
    }

    public static FeatureReader Create(DataViewRow row, DataViewSchema.Column column)
    {
        bool isVector = column.Type is VectorDataViewType;
        Type itemType = (column.Type as VectorDataViewType)?.ItemType.RawType ?? column.Type.RawType;
        return (isVector, itemType) switch
        {
            (true, _) when itemType == typeof(float) => new SingleVectorReader(row, column),
            (true, _) when itemType == typeof(double) => new DoubleVectorReader(row, column),
            (true, _) => new ByteVectorReader(row, column),
            (false, _) when itemType == typeof(float) => new ScalarReader<float>(row, column),
            (false, _) when itemType == typeof(double) => new DoubleScalarReader(row, column),
            _ => new ScalarReader<byte>(row, column),
        };
    }

    /// <summary>Reads vectors of Single of any size.</summary>
    public static FeatureReader OfVariableSize(DataViewRow row, DataViewSchema.Column column) =>
        new VariableVectorReader(row, column);

    private sealed class ScalarReader<T>(DataViewRow row, DataViewSchema.Column column) : FeatureReader
        where T : unmanaged, INumber<T>
    {
        private readonly ValueGetter<T> _getter = row.GetGetter<T>(column);
        private readonly float[] _value = new float[1];

        public override ReadOnlySpan<float> Read()
        {
            T value = default;
            _getter(ref value);
            _value[0] = float.CreateTruncating(value);
            return _value;
        }
    }

    private sealed class SingleVectorReader(DataViewRow row, DataViewSchema.Column column) : FeatureReader
    {
        private readonly ValueGetter<VBuffer<float>> _getter = row.GetGetter<VBuffer<float>>(column);
        private VBuffer<float> _values;
        private float[]? _dense;

        public override ReadOnlySpan<float> Read()
        {
            _getter(ref _values);
            CheckLength(column, _values.Length);
            if (_values.IsDense)
                return _values.GetValues();
            _dense ??= new float[_values.Length];
            Scatter(_values, _values.GetValues(), _dense);
            return _dense;
        }

        public override ReadOnlySpan<float> Read(out ReadOnlySpan<int> slots, out bool isSparse)
        {
            _getter(ref _values);
            CheckLength(column, _values.Length);
            isSparse = !_values.IsDense;
            slots = isSparse ? _values.GetIndices() : default;
            return _values.GetValues();
        }
    }

    private sealed class VariableVectorReader(DataViewRow row, DataViewSchema.Column column) : FeatureReader
    {
        private readonly ValueGetter<VBuffer<float>> _getter = row.GetGetter<VBuffer<float>>(column);
        private VBuffer<float> _values;
        private float[] _dense = [];

        public override ReadOnlySpan<float> Read()
        {
            _getter(ref _values);
            if (_values.IsDense)
                return _values.GetValues();
            if (_dense.Length < _values.Length)
                _dense = new float[_values.Length];
            _values.CopyTo(_dense);
            return _dense.AsSpan(0, _values.Length);
        }
    }

    private sealed class ByteVectorReader(DataViewRow row, DataViewSchema.Column column) : FeatureReader
    {
        private readonly ValueGetter<VBuffer<byte>> _getter = row.GetGetter<VBuffer<byte>>(column);
        private readonly float[] _converted = new float[column.Type.GetValueCount()];
        private readonly float[] _dense = new float[column.Type.GetValueCount()];
        private VBuffer<byte> _values;

        public override ReadOnlySpan<float> Read()
        {
            _getter(ref _values);
            CheckLength(column, _values.Length);
            Span<float> converted = _converted.AsSpan(0, _values.GetValues().Length);
            TensorPrimitives.ConvertTruncating(_values.GetValues(), converted);
            if (_values.IsDense)
                return converted;
            Scatter(_values, converted, _dense);
            return _dense;
        }
    }

    /// <summary>ML.NET does not check that the length of a class's array matches the column's type.</summary>
    internal static void CheckLength(DataViewSchema.Column column, int length)
    {
        int expected = column.Type.GetValueCount();
        if (length != expected)
            throw new InvalidOperationException(
                $"Column '{column.Name}' has a row of {Counted.Of(length, "value")}, but its type {column.Type} has "
                    + $"{expected}: make every row that long.");
    }

    private static void Scatter<T, TValue>(in VBuffer<T> sparse, ReadOnlySpan<TValue> values, Span<TValue> dense)
    {
        dense.Clear();
        ReadOnlySpan<int> slots = sparse.GetIndices();
        for (int i = 0; i < slots.Length; i++)
            dense[slots[i]] = values[i];
    }
}
