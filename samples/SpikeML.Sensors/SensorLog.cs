using System.Globalization;

namespace SpikeML.Sensors;

/// <summary>Writes a generated log of some wearables: one line per reading of each sensor, in order of time.</summary>
internal static class SensorLog
{
    private const int Seconds = 300;

    public static void Write(string path, int wearers, int seed)
    {
        List<IEnumerator<string>> sensors = [.. Enumerable.Range(0, wearers)
            .Select(wearer => Wearer($"wearable-{wearer + 1:00}", new Random(seed * 1000 + wearer)).GetEnumerator())];
        using StreamWriter file = new(path);
        file.WriteLine("Time,Sensor,X,Y,Z,Activity");
        while (sensors.TrueForAll(sensor => sensor.MoveNext()))
            foreach (IEnumerator<string> sensor in sensors)
                file.WriteLine(sensor.Current);
    }

    // Activities of 8 to 20 seconds in sequence, each slightly different from before.
    private static IEnumerable<string> Wearer(string name, Random random)
    {
        double tilt = 0.5 * Motion.Noise(random);
        for (int at = 0; at < Seconds * Reading.Rate;)
        {
            (string activity, Motion motion) = Motion.OfActivities[random.Next(Motion.OfActivities.Length)];
            motion = motion.Varied(random);
            for (int end = at + random.Next(8, 21) * Reading.Rate; at < end; at++)
                yield return Line(at, name, activity, motion, tilt + 0.05 * Math.Sin(at * 0.01), random);
        }
    }

    private static string Line(int at, string name, string activity, Motion motion, double tilt, Random random)
    {
        double seconds = (double)at / Reading.Rate, vertical = motion.At(seconds);
        double x = (1 + vertical) * Math.Sin(tilt), y = 0.35 * vertical, z = (1 + vertical) * Math.Cos(tilt);
        double Measured(double acceleration) => acceleration + motion.Jitter * Motion.Noise(random);
        return string.Create(CultureInfo.InvariantCulture,
            $"{seconds:0.00},{name},{Measured(x):0.000},{Measured(y):0.000},{Measured(z):0.000},{activity}");
    }
}
