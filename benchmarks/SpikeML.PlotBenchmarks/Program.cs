using SpikeML;
using SpikeML.Plot;
using SpikeML.PlotBenchmarks;

// Times and file sizes of SpikeML.Plot beside those of snnTorch with matplotlib 3.6, measured on a machine of two cores.
// Usage: dotnet run -c Release --project benchmarks/SpikeML.PlotBenchmarks [repetitions]
if (args is [FirstPictures.Command, var picture])
{
    FirstPictures.Draw(int.Parse(picture, System.Globalization.CultureInfo.InvariantCulture));
    return;
}
int repetitions = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 7;
SpikeTrain digit = Subjects.Digit(), million = Subjects.Scattered(1000, 10_000, 1_000_000),
    outputs = Subjects.Scattered(100, 10, 250);
Console.WriteLine($"{"",-28} {"first",9} {"median",9} {"reference",9} {"times",6} {"size",10} {"reference",10}");
Measure("raster PNG, 7k spikes", ".png", 136, null, path => digit.SaveRaster(path));
Measure("raster PNG, 1M spikes", ".png", 8300, null, path => million.SaveRaster(path));
Measure("raster SVG, 7k spikes", ".svg", 158, 666_000, path => digit.SaveRaster(path));
Measure("raster SVG, 1M spikes", ".svg", 13_700, 92_000_000, path => million.SaveRaster(path));
Measure("animation GIF, 100x28x28", ".gif", 1500, 156_000, path => digit.SaveAnimation(path));
Measure("animation MP4, 100x28x28", ".mp4", 1100, 80_000, path => digit.SaveAnimation(path));
Measure("animation APNG, 100x28x28", ".apng", null, null, path => digit.SaveAnimation(path));
Measure("animation HTML, 100x28x28", ".html", null, null, path => digit.SaveAnimation(path));
Measure("spike count GIF, 100x10", ".gif", 5500, 112_000, path => SpikePlot.AnimateSpikeCount(outputs).Save(path));
FirstPictures.Measure(processes: 10);

void Measure(string name, string extension, double? referenceTime, long? referenceSize, Action<string> save)
{
    string path = Path.Combine(Path.GetTempPath(), $"spikeml-{Guid.NewGuid():N}{extension}");
    try
    {
        Console.WriteLine(Row.Of(name, referenceTime, referenceSize, Stopwatches.Run(() => save(path), repetitions),
            new FileInfo(path).Length));
    }
    catch (NotSupportedException error)
    {
        Console.WriteLine($"{name,-28} {error.Message}");
    }
    finally
    {
        File.Delete(path);
    }
}
