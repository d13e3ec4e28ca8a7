using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Jobs;

public class ResumeTests
{
    private const string Encode = "encode rate --sample-digits 40 --num-steps 4 --seed 1 --shard 1/2 -o spikes";

    public static TheoryData<string> Formats => [".idv", ".npz", ".npz --sparse", ".csv", ".parquet", ".parquet --sparse"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Encode_leaves_a_file_alone_when_it_is_what_would_be_written(string format)
    {
        using WorkFolder folder = new();
        Tool.Do(folder, $"{Encode}{format} --resume");
        string path = SpikesIn(folder);
        DateTime written = File.GetLastWriteTimeUtc(path).AddHours(-1);
        File.SetLastWriteTimeUtc(path, written);
        Outcome again = Tool.Run(folder, $"{Encode}{format} --resume".Split(' '));
        Assert.Equal(ExitCode.Done, again.ExitCode);
        Assert.Contains("nothing to do", again.Errors);
        Assert.Equal(written, File.GetLastWriteTimeUtc(path));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Encode_refuses_a_file_when_another_command_made_it(string format)
    {
        using WorkFolder folder = new();
        Tool.Do(folder, $"{Encode}{format}");
        string path = SpikesIn(folder);
        byte[] before = File.ReadAllBytes(path);
        foreach ((string from, string to) in new[] { ("--seed 1", "--seed 2"), ("--num-steps 4", "--num-steps 5"),
            ("--sample-digits 40", "--sample-digits 44") })
        {
            Outcome other = Tool.Run(folder, $"{Encode}{format} --resume".Replace(from, to).Split(' '));
            Assert.Equal(ExitCode.Failed, other.ExitCode);
            Assert.Contains("differs from what this command writes", other.Errors);
        }
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Theory]
    [InlineData("", "nothing to do")]
    [InlineData("0,0,0,1", "its content is different")]
    public void Encode_compares_every_line_of_a_table_whose_record_is_missing(string line, string message)
    {
        using WorkFolder folder = new();
        Tool.Do(folder, $"{Encode}.csv");
        string record = folder.File("spikes-1-of-2.csv.record");
        byte[] before = File.ReadAllBytes(record);
        File.Delete(record);
        if (line.Length > 0)
            File.AppendAllLines(folder.File("spikes-1-of-2.csv"), [line]);
        Assert.Contains(message, Tool.Run(folder, $"{Encode}.csv --resume".Split(' ')).Errors);
        if (line.Length == 0)
            Assert.Equal(before, File.ReadAllBytes(record));
        Assert.Equal(line.Length == 0, File.Exists(record));
    }

    private static string SpikesIn(WorkFolder folder) => Directory.GetFiles(folder.Path, "spikes-1-of-2*")
        .Single(path => !path.EndsWith(".record", StringComparison.Ordinal));

    [Fact]
    public void Encode_replaces_a_file_only_when_it_is_forced()
    {
        using WorkFolder folder = new();
        Tool.Do(folder, $"{Encode}.csv");
        byte[] first = folder.Bytes("spikes-1-of-2.csv");
        string other = $"{Encode}.csv".Replace("--seed 1", "--seed 2");
        Outcome refused = Tool.Run(folder, other.Split(' '));
        Assert.Equal(ExitCode.Failed, refused.ExitCode);
        Assert.Contains("--force", refused.Errors);
        Assert.Equal(first, folder.Bytes("spikes-1-of-2.csv"));
        Tool.Do(folder, $"{other} --force");
        Assert.NotEqual(first, folder.Bytes("spikes-1-of-2.csv"));
    }
}
