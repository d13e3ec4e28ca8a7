using System.Buffers.Binary;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Samples.Tests;

/// <summary>Writes digits as MNIST's files.</summary>
internal static class MnistFiles
{
    /// <param name="folder">Where they are written.</param>
    /// <param name="name">MNIST's name of the set: train or t10k.</param>
    /// <param name="digits">The digits, of 28 x 28 pixels from 0 to 1, their labels being keys from 1.</param>
    public static void Write(string folder, string name, IDataView digits)
    {
        byte[][] images = [.. digits.GetColumn<float[]>("Features")
            .Select(pixels => pixels.Select(pixel => (byte)MathF.Round(pixel * 255)).ToArray())];
        byte[] labels = [.. digits.GetColumn<uint>("Label").Select(key => (byte)(key - 1))];
        File.WriteAllBytes(Path.Combine(folder, $"{name}-images-idx3-ubyte"),
            [.. Header(0x803, images.Length, 28, 28), .. images.SelectMany(image => image)]);
        File.WriteAllBytes(Path.Combine(folder, $"{name}-labels-idx1-ubyte"), [.. Header(0x801, labels.Length), .. labels]);
    }

    private static byte[] Header(params int[] numbers)
    {
        byte[] header = new byte[numbers.Length * sizeof(int)];
        for (int i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(i * sizeof(int)), numbers[i]);
        return header;
    }
}
