using System.Diagnostics;
using System.Globalization;
using SpikeML.Plot;

namespace SpikeML.PlotBenchmarks;

/// <summary>
/// Times the first picture of a process: from the call to the file, in a new process each time, so with all that is loaded and
/// compiled for it.
/// </summary>
internal static class FirstPictures
{
    /// <summary>The argument with which this program draws one picture and prints how long that took.</summary>
    public const string Command = "first";

    private static readonly (string Name, string Extension, Action<SpikeTrain, string> Save)[] Pictures =
    [
        ("raster PNG", ".png", (train, path) => train.SaveRaster(path)),
        ("raster SVG", ".svg", (train, path) => train.SaveRaster(path)),
        ("animation GIF", ".gif", (train, path) => train.SaveAnimation(path)),
        ("animation HTML", ".html", (train, path) => train.SaveAnimation(path)),
        ("mean image PNG", ".png", (train, path) => SpikePlot.MeanImage(train).Save(path)),
    ];

    /// <summary>Prints the median time of each picture, in turns, so that a busy moment affects all of them.</summary>
    public static void Measure(int processes)
    {
        List<double>[] times = [.. Pictures.Select(_ => new List<double>())];
        for (int i = 0; i < processes; i++)
        {
            for (int picture = 0; picture < Pictures.Length; picture++)
                times[picture].Add(InNewProcess(picture));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{"first of a process",-28} {"least",9} {"median",9}    of {processes} processes"));
        foreach (((string name, _, _), List<double> each) in Pictures.Zip(times))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-28} {each.Min(),6:0.0} ms {each.Order().ElementAt(each.Count / 2),6:0.0} ms"));
        }
    }

    /// <summary>Draws the picture and prints the milliseconds from the call to the file.</summary>
    public static void Draw(int picture)
    {
        SpikeTrain digit = Subjects.Digit();
        string path = Path.Combine(Path.GetTempPath(), $"spikeml-{Guid.NewGuid():N}{Pictures[picture].Extension}");
        try
        {
            long start = Stopwatch.GetTimestamp();
            Pictures[picture].Save(digit, path);
            Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static double InNewProcess(int picture)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        start.ArgumentList.Add(Command);
        start.ArgumentList.Add(picture.ToString(CultureInfo.InvariantCulture));
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? double.Parse(output, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The process that draws a picture failed with code {process.ExitCode}.");
    }
}
