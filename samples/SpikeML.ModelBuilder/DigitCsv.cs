using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.ModelBuilder;

/// <summary>
/// Generated digits as a CSV file for Model Builder: a label and 49 features, the means of blocks of 4 x 4 pixels.
/// </summary>
internal static class DigitCsv
{
    private const int Block = 4, Columns = 7, Features = Columns * Columns;

    public static void Write(string path, int count, int seed)
    {
        IEnumerable<string> header =
            [$"Label,{string.Join(',', Enumerable.Range(0, Features).Select(feature => $"P{feature}"))}"];
        File.WriteAllLines(path, header.Concat(Rows(count, seed)));
    }

    private static IEnumerable<string> Rows(int count, int seed)
    {
        IDataView digits = new MLContext().Data.LoadSampleDigits(count, seed);
        IEnumerable<float[]> images = digits.GetColumn<float[]>("Features");
        return digits.GetColumn<uint>("Label").Zip(images, (key, image) =>
            $"{key - 1},{string.Join(',', Enumerable.Range(0, Features)
            .Select(feature => Mean(image, feature / Columns, feature % Columns)
                .ToString("0.###", CultureInfo.InvariantCulture)))}");
    }

    private static float Mean(float[] image, int row, int column)
    {
        float sum = 0;
        for (int y = row * Block; y < (row + 1) * Block; y++)
            for (int x = column * Block; x < (column + 1) * Block; x++)
                sum += image[y * Columns * Block + x];
        return sum / (Block * Block);
    }
}
