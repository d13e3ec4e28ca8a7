namespace SpikeML.NirNetwork;

/// <summary>Recordings of bars that move across the view, with noise, in files like those of N-MNIST.</summary>
internal static class Bars
{
    private const int HalfWidth = 2, HalfLength = 10, NoiseEventsPerMillisecond = 2;

    /// <summary>Writes a recording for each of four angles, and gives the files.</summary>
    public static IEnumerable<string> Write(string folder)
    {
        Random random = new(1);
        foreach (int degrees in new[] { 0, 45, 90, 135 })
        {
            string path = Path.Combine(folder, $"bar-{degrees}.bin");
            using (FileStream file = File.Create(path))
                NMnistFile.Write(file, [.. Events(degrees * Math.PI / 180, random)]);
            yield return path;
        }
    }

    /// <summary>A pixel that the bar reaches is an on-event, one that it leaves an off-event.</summary>
    private static IEnumerable<AddressEvent> Events(double angle, Random random)
    {
        bool[] before = Image(angle, 0);
        for (int millisecond = 1; millisecond < Recording.Milliseconds; millisecond++)
        {
            bool[] now = Image(angle, millisecond);
            for (int pixel = 0; pixel < now.Length; pixel++)
            {
                if (now[pixel] != before[pixel])
                    yield return Event(pixel, millisecond, now[pixel] ? 1 : 0);
            }
            for (int i = 0; i < NoiseEventsPerMillisecond; i++)
                yield return Event(random.Next(now.Length), millisecond, random.Next(2));
            before = now;
        }
    }

    private static AddressEvent Event(int pixel, int millisecond, int polarity) =>
        new(pixel % Recording.Side, pixel / Recording.Side, millisecond * 1000, polarity);

    /// <summary>The bar after some time: it crosses the middle at half time.</summary>
    private static bool[] Image(double angle, int millisecond)
    {
        double place = (millisecond - Recording.Milliseconds / 2.0) * 40 / Recording.Milliseconds;
        double middle = (Recording.Side - 1) / 2.0;
        bool[] image = new bool[Recording.Side * Recording.Side];
        for (int pixel = 0; pixel < image.Length; pixel++)
        {
            double x = pixel % Recording.Side - middle, y = pixel / Recording.Side - middle;
            image[pixel] = Math.Abs(y * Math.Cos(angle) + x * Math.Sin(angle) - place) < HalfWidth
                && Math.Abs(x * Math.Cos(angle) - y * Math.Sin(angle)) < HalfLength;
        }
        return image;
    }
}
