using System.Numerics;
using Microsoft.ML;
using Microsoft.ML.Data;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Reads labels row by row for a tensor of labels.</summary>
internal abstract class LabelTensorReader
{
    /// <summary>Reads the label of the current row.</summary>
    public abstract void Add();

    /// <summary>The labels since the last call.</summary>
    public abstract Tensor Take();

    public static LabelTensorReader Create(DataViewRow row, DataViewSchema.Column column)
    {
        if (SpikeColumn.TryMake(column) is { } targets)
            return new TargetTensorReader(row, targets);
        Type type = column.Type.RawType;
        if (column.Type is KeyDataViewType)
            return CreateKey(row, column, type);
        return type == typeof(bool) ? new Reader<bool, long>(row, column, value => value ? 1 : 0)
            : type == typeof(float) ? new Reader<float, float>(row, column, value => value)
            : type == typeof(double) ? new Reader<double, float>(row, column, value => (float)value)
            : type == typeof(sbyte) ? new Reader<sbyte, long>(row, column, value => value)
            : type == typeof(short) ? new Reader<short, long>(row, column, value => value)
            : type == typeof(int) ? new Reader<int, long>(row, column, value => value)
            : type == typeof(long) ? new Reader<long, long>(row, column, value => value)
            : type == typeof(byte) ? new Reader<byte, long>(row, column, value => value)
            : type == typeof(ushort) ? new Reader<ushort, long>(row, column, value => value)
            : type == typeof(uint) ? new Reader<uint, long>(row, column, value => value)
            : new Reader<ulong, long>(row, column, value => checked((long)value));
    }

    public static void Check(IDataView data, DataViewSchema.Column labelColumn)
    {
        if (labelColumn.Type is VectorDataViewType && SpikeColumn.TryMake(labelColumn) is not null)
            SpikeColumn.Find(data, labelColumn.Name);
        else if (labelColumn.Type is not (KeyDataViewType or NumberDataViewType or BooleanDataViewType))
            throw new ArgumentOutOfRangeException(nameof(labelColumn), labelColumn.Name,
                $"Column '{labelColumn.Name}' is not a label column: expected a scalar key, Boolean, integer, Single or Double, "
                    + "or targets, a known-size vector of Single whose first dimension is time, as EncodeRateTargets adds; "
                    + $"got {labelColumn.Type}.");
    }

    private static LabelTensorReader CreateKey(DataViewRow row, DataViewSchema.Column column, Type type) =>
        type == typeof(byte) ? new Reader<byte, long>(row, column, value => FromKey(value, column))
        : type == typeof(ushort) ? new Reader<ushort, long>(row, column, value => FromKey(value, column))
        : type == typeof(uint) ? new Reader<uint, long>(row, column, value => FromKey(value, column))
        : new Reader<ulong, long>(row, column, value => FromKey(value, column));

    // ML.NET's keys count from 1; 0 is a missing value.
    private static long FromKey<T>(T key, DataViewSchema.Column column)
        where T : INumber<T> => T.IsZero(key)
        ? throw new InvalidOperationException(
        $"Column '{column.Name}' has a row without a label: its key is missing. Drop such rows first with "
            + "mlContext.Data.FilterRowsByMissingValues.")
        : long.CreateChecked(key) - 1;

    private sealed class Reader<TColumn, TLabel>(DataViewRow row, DataViewSchema.Column column, Func<TColumn, TLabel> convert)
        : LabelTensorReader
        where TLabel : unmanaged
    {
        private readonly ValueGetter<TColumn> _getter = row.GetGetter<TColumn>(column);
        private readonly List<TLabel> _labels = [];

        public override void Add()
        {
            TColumn value = default!;
            _getter(ref value);
            _labels.Add(convert(value));
        }

        public override Tensor Take()
        {
            TLabel[] labels = [.. _labels];
            _labels.Clear();
            return labels is float[] numbers ? tensor(numbers) : tensor((long[])(object)labels);
        }
    }
}
