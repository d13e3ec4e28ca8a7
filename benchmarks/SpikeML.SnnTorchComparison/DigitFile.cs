using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.SnnTorchComparison;

/// <summary>Digits as a plain file: for each the label as a Single, then its 784 pixels.</summary>
internal static class DigitFile
{
    public static void Write(IDataView digits, string path)
    {
        using FileStream file = File.Create(path);
        using DataViewRowCursor cursor = digits.GetRowCursor(digits.Schema);
        ValueGetter<VBuffer<float>> pixelGetter = cursor.GetGetter<VBuffer<float>>(digits.Schema["Features"]);
        Func<float> label = Label(cursor, digits.Schema["Label"]);
        VBuffer<float> pixels = default;
        while (cursor.MoveNext())
        {
            pixelGetter(ref pixels);
            file.Write(MemoryMarshal.AsBytes<float>([label(), .. pixels.DenseValues()]));
        }
    }

    private static Func<float> Label(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type.RawType == typeof(byte))
            return Label<byte>(row, column, key => key - 1f);
        return Label<uint>(row, column, key => key - 1f);
    }

    private static Func<float> Label<T>(DataViewRow row, DataViewSchema.Column column, Func<T, float> convert)
    {
        ValueGetter<T> getter = row.GetGetter<T>(column);
        T value = default!;
        return () =>
        {
            getter(ref value);
            return convert(value);
        };
    }
}
