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
        Tool.Refuse(folder, "raster a.dat --row 1 -o b.csv", ExitCode.Usage, "--row 1: 'a.dat' has 1 rows, 0 to 0.");
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
