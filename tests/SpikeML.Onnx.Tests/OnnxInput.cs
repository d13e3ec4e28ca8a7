using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;

namespace SpikeML.Onnx.Tests;

/// <summary>Columns as OnnxRuntime's tensors: [rows, ...dimensions], or [rows, 1] for a single value.</summary>
internal static class OnnxInput
{
    public static OrtValue Make(IDataView data, DataViewSchema.Column column) => column.Type.GetItemType().RawType switch
    {
        var raw when raw == typeof(float) => Make<float>(data, column),
        var raw when raw == typeof(double) => Make<double>(data, column),
        var raw when raw == typeof(byte) => Make<byte>(data, column),
        var raw when raw == typeof(uint) => Make<uint>(data, column),
        var raw when raw == typeof(int) => Make<int>(data, column),
        var raw when raw == typeof(long) => Make<long>(data, column),
        var raw => throw new NotSupportedException($"Column '{column.Name}' of {raw}."),
    };

    /// <summary>The values of all rows, one row after another.</summary>
    public static T[] Values<T>(IDataView data, string column) => Values<T>(data, data.Schema[column]);

    private static T[] Values<T>(IDataView data, DataViewSchema.Column column) => column.Type is VectorDataViewType
        ? [.. data.GetColumn<VBuffer<T>>(column).SelectMany(row => row.DenseValues())] : [.. data.GetColumn<T>(column)];

    private static OrtValue Make<T>(IDataView data, DataViewSchema.Column column)
        where T : unmanaged
    {
        T[] values = Values<T>(data, column);
        int width = column.Type.GetValueCount();
        long[] row = column.Type is VectorDataViewType vector && width > 1
            ? [.. vector.Dimensions.Select(size => (long)size)] : [1];
        return OrtValue.CreateTensorValueFromMemory(values, [values.Length / width, .. row]);
    }
}
