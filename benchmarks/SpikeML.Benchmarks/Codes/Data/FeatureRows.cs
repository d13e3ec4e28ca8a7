using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Benchmarks.Codes;

/// <summary>
/// Features as users have them: handwritten digits, four fifths of whose pixels are 0, and scans of ink on paper.
/// </summary>
internal static class FeatureRows
{
    public const int Count = 784;

    private static readonly Lazy<InputRows> LazyDigits = new(LoadDigits);

    private static readonly Lazy<InputRows> LazyPaper = new(() => Mapped(Digits, ink => 1 - 0.9f * ink));

    private static readonly Lazy<InputRows> LazyCentred = new(() => Mapped(Digits, ink => ink - 0.1307f));

    private static readonly Lazy<InputRows> LazyReadings = new(MakeReadings);

    /// <summary>Pixels in [0, 1], as LoadSampleDigits hands them out.</summary>
    public static InputRows Digits => LazyDigits.Value;

    /// <summary>The same digits in black ink on white paper: no pixel is 0.</summary>
    public static InputRows Paper => LazyPaper.Value;

    /// <summary>The digits less MNIST's mean, as networks are given them.</summary>
    public static InputRows Centred => LazyCentred.Value;

    /// <summary>Measurements of all sizes, scaled to [0, 1].</summary>
    public static InputRows Readings => LazyReadings.Value;

    /// <summary>Without the values below a threshold, as after the removal of noise.</summary>
    public static InputRows Cut(InputRows rows, double threshold) => Mapped(rows, value => value < threshold ? 0 : value);

    /// <summary>Times a factor, clipped at 1, as overexposed.</summary>
    public static InputRows Brightened(InputRows rows, double factor) =>
        Mapped(rows, value => (float)Math.Min(factor * value, 1));

    /// <summary>The digits' labels, one number a row.</summary>
    public static InputRows Labels { get; } =
        new(NumberDataViewType.Single, [.. Enumerable.Range(0, 500).Select(i => new VBuffer<float>(1, [i * 7 % 10]))], false);

    private static InputRows LoadDigits()
    {
        IDataView digits = new MLContext(seed: 1).Data.LoadSampleDigits(InputRows.CountFor(Count));
        VBuffer<float>[] rows = [.. digits.GetColumn<VBuffer<float>>("Features").Select(Copy)];
        return new InputRows(new VectorDataViewType(NumberDataViewType.Single, Count), rows, IsTimeFirst: false);
    }

    private static VBuffer<float> Copy(VBuffer<float> row)
    {
        VBuffer<float> own = default;
        row.CopyTo(ref own);
        return own;
    }

    private static InputRows MakeReadings()
    {
        Random random = new(2);
        return InputRows.Of([Count], Enumerable.Range(0, InputRows.CountFor(Count))
            .Select(_ => Enumerable.Range(0, Count).Select(_ => random.NextSingle()).ToArray()));
    }

    /// <summary>Changed rows, in whichever form ML.NET would give the vectors of them.</summary>
    private static InputRows Mapped(InputRows rows, Func<float, float> map) =>
        rows with { Rows = [.. rows.Rows.Select(row => Map(row, map))] };

    private static VBuffer<float> Map(VBuffer<float> row, Func<float, float> map)
    {
        float[] values = [.. row.DenseValues().Select(map)];
        int[] slots = [.. Enumerable.Range(0, values.Length).Where(slot => values[slot] != 0)];
        return 2 * slots.Length < values.Length
            ? new VBuffer<float>(values.Length, slots.Length, [.. slots.Select(slot => values[slot])], slots)
            : new VBuffer<float>(values.Length, values);
    }
}
