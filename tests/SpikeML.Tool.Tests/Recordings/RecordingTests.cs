using System.IO.Compression;
using SpikeML.Events;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Recordings;

public class RecordingTests
{
    private static readonly AddressEvent[] Events = [new(3, 2, 100, 1), new(0, 0, 150, 0), new(3, 2, 299, 1)];

    [Fact]
    public void Info_shows_what_is_in_a_recording()
    {
        using WorkFolder folder = new();
        EventWriter.Write(folder.File("a.dat"), Events, EventFormat.Dat, width: 4, height: 3);
        Assert.Equal("""
            recording: Dat, version 2
            sensor: 4 x 3 pixels
            events: 3, 2 of them on
            times: 100 to 299 microseconds, 0.000 s; largest x 3, y 2

            """, Tool.Do(folder, "info a.dat"));
    }

    [Theory]
    [InlineData("a.npy", EventFormat.Npy)]
    [InlineData("a.csv", EventFormat.Text)]
    [InlineData("a.bin", EventFormat.NMnist)]
    public void Info_recognises_recordings_that_other_formats_look_like(string name, EventFormat format)
    {
        using WorkFolder folder = new();
        EventWriter.Write(folder.File(name), Events, format);
        Assert.Contains("events: 3, 2 of them on\n", Tool.Do(folder, $"info {name}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Raster_draws_a_recording_in_equal_parts_of_its_time()
    {
        using WorkFolder folder = new();
        EventWriter.Write(folder.File("a.dat"), Events, EventFormat.Dat, width: 4, height: 3);
        Tool.Do(folder, "raster a.dat --steps 4 -o a.csv");
        Assert.Equal("step,neuron,value\n0,23,1\n1,0,1\n3,23,1\n", File.ReadAllText(folder.File("a.csv")));
        Tool.Refuse(folder, "raster a.dat --row 1 -o b.csv", ExitCode.Usage, "--row 1: 'a.dat' has 1 row, 0 to 0.");
    }

    /// <summary>The first recording has unit 0 alone, the last one units 20 to 22.</summary>
    [Fact]
    public void Raster_draws_any_recording_of_shd_on_the_units_of_all()
    {
        using WorkFolder folder = new();
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Recordings", "shd.h5"), folder.File("shd.h5"));
        Tool.Do(folder, "raster shd.h5 --steps 2 -o first.csv");
        Tool.Do(folder, "raster shd.h5 --steps 2 --row 2 -o last.csv");
        // Spikes are on-events, which come behind the 23 units' off-events.
        Assert.Equal("step,neuron,value\n0,23,1\n", File.ReadAllText(folder.File("first.csv")));
        Assert.Equal("step,neuron,value\n0,43,1\n1,44,1\n1,45,1\n", File.ReadAllText(folder.File("last.csv")));
    }

    [Theory]
    [InlineData("info")]
    [InlineData("raster", "-o", "a.csv")]
    [InlineData("encode", "delta", "-o", "a.npz")]
    public void Commands_say_what_is_wrong_with_a_recording(string command, params string[] options)
    {
        using WorkFolder folder = new();
        File.WriteAllBytes(folder.File("a.raw"), [.. "% evt 4.0\n"u8, 0, 1, 2, 3]);
        File.WriteAllBytes(folder.File("a.aedat4"), [.. "#!AER-DAT4.0\r\n"u8, 1]);
        string encoder = command == "encode" ? " delta" : "", rest = string.Join(' ', options[(encoder.Length > 0 ? 1 : 0)..]);
        Tool.Refuse(folder, $"{command}{encoder} a.raw {rest}", ExitCode.BadInput, "is a RAW file in the encoding 'EVT4'");
        Tool.Refuse(folder, $"{command}{encoder} a.aedat4 {rest}", ExitCode.BadInput, "has a header that is damaged or cut off");
    }

    [Theory]
    [InlineData("a.csv", EventFormat.Text)]
    [InlineData("a.bin", EventFormat.NMnist)]
    public void Commands_take_recordings_that_are_compressed(string name, EventFormat format)
    {
        using WorkFolder folder = new();
        EventWriter.Write(folder.File(name), Events, format);
        using (FileStream file = File.Create(folder.File($"{name}.gz")))
        using (GZipStream gzip = new(file, CompressionLevel.Fastest))
            gzip.Write(folder.Bytes(name));
        Assert.Contains("events: 3, 2 of them on\n", Tool.Do(folder, $"info {name}.gz"), StringComparison.Ordinal);
        Tool.Do(folder, $"encode delta {name}.gz --sensor 4x3 --steps 4 --threshold 1 -o s.npz");
        Assert.Contains("rows: 1\neach: 4 steps x [2, 3, 4] neurons", Tool.Do(folder, "info s.npz"), StringComparison.Ordinal);
    }

    [Fact]
    public void Encode_takes_recordings_as_series_with_their_classes()
    {
        using WorkFolder folder = new();
        foreach (string path in (string[])["clap/1.dat", "wave/1.dat"])
        {
            Directory.CreateDirectory(folder.File(Path.GetDirectoryName(path)!));
            EventWriter.Write(folder.File(path), Events, EventFormat.Dat);
        }
        Tool.Do(folder, "encode delta . --input-format events --steps 4 --sensor 4x3 --threshold 1 -o s.npz");
        string shown = Tool.Do(folder, "info s.npz");
        Assert.Contains("rows: 2\neach: 4 steps x [2, 3, 4] neurons\nspikes: 6", shown, StringComparison.Ordinal);
        Tool.Refuse(folder, "encode delta clap/1.dat -o t.npz", ExitCode.BadInput, "give it with --sensor, such as");
        Tool.Refuse(folder, "encode delta clap/1.dat --sensor 4 -o t.npz", ExitCode.Usage, "--sensor expects a width and");
    }
}
