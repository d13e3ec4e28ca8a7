using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Running;

/// <summary>What is left when a disk is full: a file system in memory of one megabyte, which only root can make.</summary>
public class FullDiskTests
{
    private const string Digits = "--sample-digits 600 --num-steps 50";

    /// <summary>Commands, and how many kilobytes the disk has left, which are too few.</summary>
    public static TheoryData<string, int> Commands => new()
    {
        { $"encode rate {Digits} -o DISK/x.npz", 900 },
        { $"encode rate {Digits} --sparse -o DISK/x.npz", 900 },
        { $"encode rate {Digits} -o DISK/x.idv", 900 },
        { $"encode rate {Digits} -o DISK/x.csv", 900 },
        { $"encode rate {Digits} -o DISK/x.npy", 900 },
        { $"encode rate {Digits} -o DISK/x.parquet", 900 },
        { $"encode rate {Digits} --sparse -o DISK/x.parquet", 900 },
        { "encode rate --sample-digits 1 --num-steps 1 -o DISK/x.csv", 4 },
        { "merge spikes.npz -o DISK/m.npz", 4 },
        { "merge spikes.csv -o DISK/m.csv", 4 },
        { "fit rate --sample-digits 5 -o DISK/encoder.zip", 0 },
        { "raster spikes.npz -o DISK/x.png", 4 },
        { "raster spikes.npz -o DISK/x.csv", 0 },
        { "animate spikes.npz -o DISK/x.gif", 4 },
        { "animate spikes.npz -o DISK/x.html", 4 },
        { "compare --sample-digits 3 -o DISK/x.png", 4 },
        { "demo --output DISK/demo", 200 },
        { "predict model.zip --sample-digits 100 -o DISK/p.csv", 4 },
        { "predict model.zip --sample-digits 100 -o DISK/p.jsonl", 4 },
        { "predict model.zip --sample-digits 100 -o DISK/p.parquet", 0 },
        { "onnx encoder.zip -o DISK/m.onnx", 0 },
        { "nir convert network.zip --reset approximate -o DISK/net.nir", 0 },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_says_that_the_disk_is_full_and_leaves_it_as_it_was(string command, int kilobytesLeft)
    {
        using WorkFolder folder = new();
        OnSmallDisk(folder, disk =>
        {
            SavedModels.WriteClassifier(folder.File("model.zip"));
            SavedModels.WriteNetwork(folder, "network.zip");
            Tool.Do(folder, "fit latency --sample-digits 5 --linear -o encoder.zip");
            Tool.Do(folder, "encode rate --sample-digits 20 --num-steps 20 -o spikes.npz");
            Tool.Do(folder, "encode rate --sample-digits 20 --num-steps 20 -o spikes.csv");
            Fill(disk, kilobytesLeft);
            Outcome outcome = Tool.Run(folder, command.Replace("DISK", "disk").Split(' '));
            Assert.True(outcome.ExitCode == ExitCode.Failed, $"{outcome.ExitCode}: {outcome.Errors}");
            Assert.Contains("could not be written: No space left on device", outcome.Errors);
            Assert.DoesNotContain(".tmp", outcome.Errors);
            Assert.Equal(["disk/filler"], Directory.GetFileSystemEntries(disk).Select(path => $"disk/{Path.GetFileName(path)}"));
        });
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("npz")]
    public void A_file_that_force_would_replace_stays_as_it_was(string format)
    {
        using WorkFolder folder = new();
        OnSmallDisk(folder, disk =>
        {
            Tool.Do(folder, $"encode rate --sample-digits 1 --num-steps 1 -o disk/x.{format}");
            Fill(disk, 0);
            Outcome outcome = Tool.Run(folder, $"encode rate --sample-digits 1 --num-steps 1 --seed 2 -o disk/x.{format} --force"
                .Split(' '));
            Assert.Equal(ExitCode.Failed, outcome.ExitCode);
            Assert.Contains("--seed 0", Tool.Do(folder, $"info disk/x.{format}"));
        });
    }

    [Fact]
    public void Standard_input_needs_room_and_the_error_says_where()
    {
        using WorkFolder folder = new();
        OnSmallDisk(folder, disk =>
        {
            File.WriteAllBytes(folder.File("large.npy"), new byte[2_000_000]);
            Outcome outcome = Tool.Finish(Tool.Start(folder, "bash",
                ["-c", $"dotnet exec '{Tool.Assembly}' info - < large.npy"],
                ("TMPDIR", disk)));
            Assert.Equal(ExitCode.Failed, outcome.ExitCode);
            Assert.Contains($"A temporary file in '{disk}' could not be written: No space left on device. Set the "
                + "variable TMPDIR to a folder with more room.", outcome.Errors);
            Assert.Empty(Directory.GetFiles(disk, ".spikeml*"));
        });
    }

    private static void OnSmallDisk(WorkFolder folder, Action<string> test)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root mounts file systems.");
        string disk = Directory.CreateDirectory(folder.File("disk")).FullName;
        Outcome mounted = Tool.Finish(Tool.Start(folder, "mount", ["-t", "tmpfs", "-o", "size=1m", "none", disk]));
        Assert.SkipUnless(mounted.ExitCode == 0, $"This container may not mount: {mounted.Errors}");
        try
        {
            test(disk);
        }
        finally
        {
            Tool.Finish(Tool.Start(folder, "umount", ["--lazy", disk]));
        }
    }

    private static void Fill(string disk, int kilobytesLeft)
    {
        string filler = Path.Combine(disk, "filler");
        using FileStream file = new(filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (byte[] kilobyte = new byte[1024]; ;)
                file.Write(kilobyte);
        }
        catch (IOException)
        {
            file.SetLength(Math.Max(0, file.Length / 4096 * 4096 - kilobytesLeft * 1024));
        }
    }
}
