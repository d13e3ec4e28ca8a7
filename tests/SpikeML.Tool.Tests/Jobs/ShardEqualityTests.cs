using System.Diagnostics;
using SpikeML.Tool.Encoders;

namespace SpikeML.Tool.Tests.Jobs;

public class ShardEqualityTests
{
    private static readonly string[] Formats = [".idv", ".npz", ".npz --sparse", ".csv", ".parquet",
        ".parquet --sparse"];

    private static readonly Dictionary<string, string> Options = new()
    {
        ["latency"] = "--normalize --num-steps 9",
        ["rate"] = "--num-steps 7 --seed 3 --row-key id",
        ["poisson-intervals"] = "--gain 200",
        ["signed-rate"] = "--num-steps 5",
        ["rank-order"] = "--num-steps 6",
        ["lif-current"] = "--gain 3",
    };

    /// <summary>Every encoder in two formats, so that each format has several encoders.</summary>
    public static TheoryData<string, string> Cases => [.. Encoder.All.SelectMany((encoder, i) => new[]
        { (encoder.Name, Formats[i % Formats.Length]), (encoder.Name, Formats[(i + 1 + i / Formats.Length) % Formats.Length]) })];

    public static TheoryData<string, string, int> ProcessCases => [.. Formats.Select((format, i) =>
        (new[] { "rate", "latency", "delta" }[i % 3], format, i % 3 == 0 ? 3 : 4))];

    [Theory]
    [MemberData(nameof(ProcessCases))]
    public async Task Shards_of_several_processes_merge_into_the_file_of_one(string encoder, string format, int shards)
    {
        using WorkFolder folder = new();
        string encode = $"encode {Encode(encoder, folder.WriteTable(41))} -o part{format}";
        Tool.Do(folder, encode.Replace("part", "whole"));
        // Every other shard in a process of its own, the rest in this one.
        Process[] processes = [.. Enumerable.Range(0, shards).Where(shard => shard % 2 == 1)
            .Select(shard => Tool.Start(folder, $"{encode} --shard {shard}/{shards}".Split(' ',
                StringSplitOptions.RemoveEmptyEntries)))];
        for (int shard = 0; shard < shards; shard += 2)
            Tool.Do(folder, $"{encode} --shard {shard}/{shards}");
        foreach (Process process in processes)
        {
            Outcome outcome = await Task.Run(() => Tool.Finish(process), TestContext.Current.CancellationToken);
            Assert.True(outcome.ExitCode == 0, outcome.Errors);
        }
        string extension = format.Split(' ')[0];
        Outcome merged = Tool.Run(folder, ["merge", .. Directory.GetFiles(folder.Path, $"part-*{extension}").Reverse(), "-o",
            $"merged{extension}"]);
        Assert.True(merged.ExitCode == 0, merged.Errors);
        Assert.Equal(folder.Bytes($"whole{extension}"), folder.Bytes($"merged{extension}"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Shards_of_every_encoder_merge_into_the_file_of_one_run(string encoder, string format)
    {
        using WorkFolder folder = new();
        string extension = format.Split(' ')[0], encode = $"encode {Encode(encoder, folder.WriteTable(23))}";
        Tool.Do(folder, $"{encode} -o whole{format}");
        for (int shard = 0; shard < 4; shard++)
            Tool.Do(folder, $"{encode} -o part{format} --shard {shard}/4");
        string parts = string.Join(' ', folder.Files().Where(file => file.StartsWith("part-", StringComparison.Ordinal)
            && file.EndsWith(extension, StringComparison.Ordinal)));
        Tool.Do(folder, $"merge {parts} -o merged{extension}");
        Assert.Equal(folder.Bytes($"whole{extension}"), folder.Bytes($"merged{extension}"));
        Assert.True(folder.Bytes($"whole{extension}").Length > 100);
    }

    private static string Encode(string encoder, string table) =>
        $"{encoder} {table} --label kind --features x0..x11 {Options.GetValueOrDefault(encoder, "")}";
}
