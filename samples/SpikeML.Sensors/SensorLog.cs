using System.Globalization;

namespace SpikeML.Sensors;

/// <summary>Writes the log of some wearables, drawn from a seed, as a logger would: one line for each reading of each sensor, in order of time.</summary>
internal static class SensorLog
{
    private const int Seconds = 300;

    public static void Write(string path, int wearers, int seed)
    {
        List<IEnumerator<string>> sensors = [.. Enumerable.Range(0, wearers).Select(wearer => Wearer($"wearable-{wearer + 1:00}", new Random(seed * 1000 + wearer)).GetEnumerator())];
        using StreamWriter file = new(path);
        file.WriteLine("Time,Sensor,X,Y,Z,Activity");
        while (sensors.TrueForAll(sensor => sensor.MoveNext()))
            foreach (IEnumerator<string> sensor in sensors)
                file.WriteLine(sensor.Current);
    }

    // Activities of 8 to 20 seconds, one after the other, each done a little differently than before.
    private static IEnumerable<string> Wearer(string name, Random random)
    {
        double tilt = 0.5 * Motion.Noise(random);
        for (int at = 0; at < Seconds * Reading.Rate;)
        {
            (string activity, Motion motion) = Motion.OfActivities[random.Next(Motion.OfActivities.Length)];
            motion = motion.Varied(random);
            for (int end = at + random.Next(8, 21) * Reading.Rate; at < end; at++)
                yield return Line(at, name, motion.At((double)at / Reading.Rate), tilt + 0.05 * Math.Sin(at * 0.01), motion.Jitter, activity, random);
        }
    }

    private static string Line(int at, string name, double vertical, double tilt, double jitter, string activity, Random random)
    {
        double x = (1 + vertical) * Math.Sin(tilt), y = 0.35 * vertical, z = (1 + vertical) * Math.Cos(tilt);
        return string.Create(CultureInfo.InvariantCulture,
            $"{(double)at / Reading.Rate:0.00},{name},{x + jitter * Motion.Noise(random):0.000},{y + jitter * Motion.Noise(random):0.000},{z + jitter * Motion.Noise(random):0.000},{activity}");
    }
}
