using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using static TorchSharp.torch;

namespace SpikeML.SnnTorchComparison;

/// <summary>Digits in memory.</summary>
/// <param name="Pixels">784 for each digit.</param>
/// <param name="Labels">The digits' classes.</param>
internal sealed record Digits(float[] Pixels, long[] Labels)
{
    private const int PixelCount = 784;

    public static Digits Read(IDataView digits)
    {
        List<float> pixels = [];
        List<long> labels = [];
        using DataViewRowCursor cursor = digits.GetRowCursor(digits.Schema);
        ValueGetter<VBuffer<float>> pixelGetter = cursor.GetGetter<VBuffer<float>>(digits.Schema["Features"]);
        Func<long> label = Label(cursor, digits.Schema["Label"]);
        VBuffer<float> row = default;
        while (cursor.MoveNext())
        {
            pixelGetter(ref row);
            pixels.AddRange(row.DenseValues());
            labels.Add(label());
        }
        return new([.. pixels], [.. labels]);
    }

    /// <summary>Writes a plain file: for each digit its class as a Single, then its pixels.</summary>
    public void Write(string path)
    {
        using FileStream file = File.Create(path);
        for (int row = 0; row < Labels.Length; row++)
            file.Write(MemoryMarshal.AsBytes<float>([Labels[row], .. Pixels.AsSpan(row * PixelCount, PixelCount)]));
    }

    /// <summary>[digits, 784].</summary>
    public Tensor PixelTensor() => tensor(Pixels, [Labels.Length, PixelCount]);

    public Tensor LabelTensor() => tensor(Labels);

    private static Func<long> Label(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type.RawType == typeof(byte))
            return Label<byte>(row, column, key => key - 1);
        return Label<uint>(row, column, key => key - 1L);
    }

    private static Func<long> Label<T>(DataViewRow row, DataViewSchema.Column column, Func<T, long> convert)
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
