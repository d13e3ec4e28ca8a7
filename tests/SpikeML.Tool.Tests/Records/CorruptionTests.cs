using SpikeML.Tool.Running;
using SpikeML.Tool.Tests.Parquet;

namespace SpikeML.Tool.Tests.Records;

/// <summary>Every corruption of a shard in every format is refused by name.</summary>
public class CorruptionTests
{
    private const string Encode = "encode rate images --labels-file labels --num-steps 3 --seed 1", Bad = "spikes-1-of-2",
        NotOne = "these are not shards of one run. Encode it again";

    private static readonly string[] Formats = [".idv", ".npz", ".npz --sparse", ".npy", ".csv", ".parquet",
        ".parquet --sparse"];

    /// <summary>The command that makes the second shard, or what is done to its file, and what merge says.</summary>
    private static readonly Dictionary<string, (string From, string To, string Message)> Jobs = new()
    {
        ["other seed"] = ("--seed 1", "--seed 2", $"its --seed is 2, not 1; {NotOne}"),
        ["other code"] = ("encode rate", "encode signed-rate", $"its encoder is signed-rate, not rate; {NotOne}"),
        ["other option"] = ("--num-steps 3", "--num-steps 3 --gain 0.5", $"its --gain is 0.5, not 1; {NotOne}"),
        ["other labels"] = ("--labels-file labels", "--labels-file others", "its labels are "),
        ["no labels"] = ("--labels-file labels", "", "its labels are none, not "),
        ["other input"] = ("images", "pictures", "its input is "),
        ["scaled"] = ("--seed 1", "--seed 1 --scale", "its encoder is scale, then rate, not rate"),
        ["other rows"] = ("--shard 1/2", "--shard 1/3", "but row 5 comes next"),
    };

    public static TheoryData<string, string> JobCases => [.. from job in Jobs.Keys from format in Formats select (job, format)];

    public static TheoryData<string> FormatCases => [.. Formats];

    [Theory]
    [MemberData(nameof(JobCases))]
    public void Merge_refuses_a_shard_of_another_job_and_says_what_differs(string job, string format)
    {
        using WorkFolder folder = Inputs();
        (string from, string to, string message) = Jobs[job];
        string extension = format.Split(' ')[0];
        Tool.Do(folder, $"{Encode} --shard 0/2 -o spikes{format}");
        Tool.Do(folder, $"{Encode} --shard 1/2 -o other{format}".Replace(from, to));
        string other = folder.Files().Single(file => file.StartsWith("other-", StringComparison.Ordinal)
            && file.EndsWith(extension, StringComparison.Ordinal));
        File.Move(folder.File(other), folder.File($"{Bad}{extension}"));
        if (extension is ".csv" or ".npy")
            File.Move(folder.File($"{other}.record"), folder.File($"{Bad}{extension}.record"));
        Refused(folder, extension, message);
    }

    [Theory]
    [MemberData(nameof(FormatCases))]
    public void Merge_refuses_a_shard_without_a_record_beside_one_that_has_it(string format)
    {
        using WorkFolder folder = Inputs();
        string extension = format.Split(' ')[0];
        Tool.Do(folder, $"{Encode} --shard 0/2 -o spikes{format}");
        if (format == ".npy")
        {
            // Earlier versions did not write this format.
            Tool.Do(folder, $"{Encode} --shard 1/2 -o spikes.npy");
            File.Delete(folder.File($"{Bad}.npy.record"));
        }
        else if (extension == ".parquet")
        {
            ParquetFiles.WriteSpikes(folder.File($"{Bad}.parquet"), [3, 2, 3], new float[18]);
        }
        else if (format.Contains("sparse"))
        {
            folder.CopyGolden("sparse-1-of-2.npz");
            File.Move(folder.File("sparse-1-of-2.npz"), folder.File($"{Bad}.npz"));
        }
        else
        {
            folder.CopyGolden($"{Bad}{extension}");
        }
        Refused(folder, extension, "has no record of its job, unlike the other files");
    }

    [Theory]
    [MemberData(nameof(FormatCases))]
    public void Merge_info_raster_and_resume_refuse_a_shard_that_is_damaged_or_cut(string format)
    {
        using WorkFolder folder = Inputs();
        string extension = format.Split(' ')[0], path = folder.File($"{Bad}{extension}");
        for (int shard = 0; shard < 2; shard++)
            Tool.Do(folder, $"{Encode} --shard {shard}/2 -o spikes{format}");
        byte[] good = File.ReadAllBytes(path);
        foreach (byte[] bad in new byte[][] { Flipped(good, good.Length / 3), Flipped(good, good.Length - 30), good[..^1],
            good[..(good.Length / 2)], [], [.. good, 10] })
        {
            File.WriteAllBytes(path, bad);
            Refused(folder, extension, $"'{Bad}{extension}' is damaged: ");
            foreach (string command in new[] { $"info {Bad}{extension}", $"raster {Bad}{extension} -o a.png",
                $"{Encode} --shard 1/2 -o spikes{format} --resume" })
            {
                Outcome outcome = Tool.Run(folder, command.Split(' '));
                Assert.Contains($"'{Bad}{extension}' is damaged: ", outcome.Errors);
                Assert.Equal(ExitCode.BadInput, outcome.ExitCode);
            }
            Assert.Equal(bad, File.ReadAllBytes(path));
        }
    }

    /// <summary>Merges, which must fail with one line that names the shard and what is wrong, and write nothing.</summary>
    private static void Refused(WorkFolder folder, string extension, string message)
    {
        string[] before = folder.Files();
        Outcome outcome = Tool.Run(folder, "merge", $"spikes-0-of-2{extension}", $"{Bad}{extension}", "-o", $"merged{extension}");
        Assert.NotEqual(ExitCode.Done, outcome.ExitCode);
        string line = outcome.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Last();
        Assert.StartsWith($"spikeml: '{Bad}{extension}'", line);
        Assert.Contains(message, line);
        Assert.Equal(before, folder.Files());
    }

    private static byte[] Flipped(byte[] bytes, int place)
    {
        byte[] flipped = [.. bytes];
        flipped[place] ^= 4;
        return flipped;
    }

    private static WorkFolder Inputs()
    {
        WorkFolder folder = new();
        foreach ((string name, int factor) in new[] { ("images", 37), ("pictures", 41) })
            File.WriteAllBytes(folder.File(name), [0, 0, 8, 3, 0, 0, 0, 10, 0, 0, 0, 2, 0, 0, 0, 3,
                .. Enumerable.Range(0, 60).Select(i => (byte)(i * factor))]);
        foreach ((string name, int first) in new[] { ("labels", 0), ("others", 1) })
            File.WriteAllBytes(folder.File(name), [0, 0, 8, 1, 0, 0, 0, 10, (byte)first,
                .. Enumerable.Range(1, 9).Select(i => (byte)i)]);
        return folder;
    }
}
