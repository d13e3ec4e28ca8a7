using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Records;

/// <summary>Files of version 1.0.0, which had no records of their jobs.</summary>
public class GoldenFileTests
{
    [Theory]
    [InlineData("spikes", ".idv")]
    [InlineData("spikes", ".npz")]
    [InlineData("sparse", ".npz")]
    [InlineData("spikes", ".csv")]
    public void Files_without_records_are_read_and_merged(string name, string extension)
    {
        using WorkFolder folder = new();
        string[] shards = [.. Enumerable.Range(0, 2).Select(shard => $"{name}-{shard}-of-2{extension}")];
        folder.CopyGolden([.. shards, $"{name}{extension}"]);
        Outcome merged = Tool.Run(folder, ["merge", .. shards, "-o", $"merged{extension}"]);
        Assert.True(merged.ExitCode == ExitCode.Done, merged.Errors);
        Assert.Contains("warning: These files have no record of their job", merged.Errors);
        Assert.Equal(folder.Bytes($"{name}{extension}"), folder.Bytes($"merged{extension}"));
        string info = Tool.Do(folder, $"info {name}{extension}");
        Assert.Contains("spikes: 38, ", info);
        Assert.Contains("job: unknown", info);
    }

    [Theory]
    [InlineData("spikes.idv", "")]
    [InlineData("spikes.npz", "")]
    [InlineData("sparse.npz", "--sparse")]
    public void Encode_does_not_take_a_file_without_a_record_for_its_own(string name, string options)
    {
        using WorkFolder folder = new();
        folder.CopyGolden("images", "labels", name);
        Tool.Refuse(folder, $"encode rate images --labels-file labels --num-steps 3 --seed 7 -o {name} --resume {options}",
            ExitCode.Failed, "it has no record of its job");
    }
}
