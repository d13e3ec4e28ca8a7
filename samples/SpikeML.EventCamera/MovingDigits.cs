using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.EventCamera;

/// <summary>
/// Recordings of digits as N-MNIST has them (Orchard et al. 2015): the camera makes three movements of 100 ms each, along a
/// triangle, so that the edges of the digit cross its pixels.
/// </summary>
internal static class MovingDigits
{
    public const int Side = 34;
    public const long Duration = Saccades * SaccadeTime;

    private const int Saccades = 3, DigitSide = 28, ImagesPerSaccade = 40;
    private const long SaccadeTime = 100_000;

    /// <summary>The corners of the triangle: where the digit's own corner is on the sensor.</summary>
    private static readonly (double X, double Y)[] Corners = [(0, 0), (3, 6), (6, 0), (0, 0)];

    public static Recording[] Record(MLContext context, int count, int seed)
    {
        IDataView digits = context.Data.LoadSampleDigits(count, seed);
        uint[] keys = [.. digits.GetColumn<uint>("Label")];
        float[][] images = [.. digits.GetColumn<float[]>("Features")];
        Recording[] recordings = new Recording[count];
        Parallel.For(0, count, i => recordings[i] = new()
        {
            Label = keys[i] - 1,
            Events = EventColumn.ToNumbers(Events(images[i], seed: unchecked(seed * 1_000_003 + i))),
        });
        return recordings;
    }

    private static AddressEvent[] Events(float[] digit, int seed)
    {
        EventSimulator camera = new(Side, Side, new()
        {
            OnThreshold = 0.5,
            OffThreshold = 0.5,
            ThresholdDeviation = 0.05,
            NoiseRate = 2,
            Seed = seed,
        });
        List<AddressEvent> events = [];
        for (int image = 0; image <= Saccades * ImagesPerSaccade; image++)
        {
            double way = (double)image / ImagesPerSaccade, part = way - Math.Floor(way);
            (double X, double Y) from = Corners[(int)way], to = Corners[Math.Min((int)way + 1, Saccades)];
            float[] seen = Shifted(digit, from.X + part * (to.X - from.X), from.Y + part * (to.Y - from.Y));
            events.AddRange(camera.Add(seen, image * SaccadeTime / ImagesPerSaccade));
        }
        return [.. events];
    }

    /// <summary>What the sensor sees of a digit at a place between its pixels.</summary>
    private static float[] Shifted(float[] digit, double left, double top)
    {
        float[] image = new float[Side * Side];
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
                image[y * Side + x] = Intensity(digit, x - left, y - top);
        }
        return image;
    }

    private static float Intensity(float[] digit, double x, double y)
    {
        (int column, int row) = ((int)Math.Floor(x), (int)Math.Floor(y));
        (float right, float down) = ((float)(x - column), (float)(y - row));
        return (1 - down) * ((1 - right) * Pixel(column, row) + right * Pixel(column + 1, row))
            + down * ((1 - right) * Pixel(column, row + 1) + right * Pixel(column + 1, row + 1));

        float Pixel(int at, int line) => (uint)at < DigitSide && (uint)line < DigitSide ? digit[line * DigitSide + at] : 0;
    }
}
