using System.Text;
using SpikeML.Tool.Formats;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Running;

/// <summary>Files that are links, pipes, still written, or named with accents.</summary>
public class UnusualFileTests
{
    private const string Composed = "t\u00e4gl\u00edch", Decomposed = "ta\u0308gli\u0301ch";

    [Theory]
    [InlineData("encode rate --sample-digits 3 --num-steps 2 -o link.npz --force")]
    [InlineData("merge real.npz -o link.npz --force")]
    public void A_link_stays_a_link_and_the_size_is_that_of_the_file(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        using WorkFolder folder = new();
        Tool.Do(folder, "encode rate --sample-digits 3 --num-steps 2 -o real.npz");
        Directory.CreateDirectory(folder.File("there"));
        File.CreateSymbolicLink(folder.File("link.npz"), Path.Combine("there", "spikes.npz"));
        Outcome outcome = Tool.Run(folder, command.Split(' '));
        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Contains($"{new FileInfo(folder.File("there/spikes.npz")).Length:N0} bytes", outcome.Errors);
        Assert.Equal(folder.Bytes("real.npz"), folder.Bytes("there/spikes.npz"));
        Assert.NotNull(new FileInfo(folder.File("link.npz")).LinkTarget);
    }

    [Fact]
    public void An_input_that_changes_while_it_is_read_is_refused()
    {
        using WorkFolder folder = new();
        folder.Write("table.csv", "a,b", "0.1,0.2");
        InputSnapshot source = new([folder.File("table.csv"), folder.File("none.csv")]);
        source.Guard(() => { });
        ToolException grown = Assert.Throws<ToolException>(() => source.Guard(() =>
            File.AppendAllText(folder.File("table.csv"), "0.3,0.4\n")));
        Assert.Equal(ExitCode.Failed, grown.ExitCode);
        Assert.Contains("table.csv' changed while it was read: wait until it is complete", grown.Message);
        // Whatever else goes wrong meanwhile follows from it; an interruption does not.
        Assert.Throws<ToolException>(() => source.Guard(() => throw new IOException("Too many rows.")));
        Assert.Throws<OperationCanceledException>(() => source.Guard(() => throw new OperationCanceledException()));
        using FileStream open = File.OpenWrite(folder.File("table.csv"));
        open.SetLength(0);
        Assert.Throws<ToolException>(() => source.Guard(() => { }));
    }

    [Fact]
    public void A_column_whose_name_looks_the_same_is_named()
    {
        using WorkFolder folder = new();
        folder.Write("table.csv", $"{Decomposed},b", "0.1,0.2", "0.3,0.4");
        Tool.Refuse(folder, $"encode rate table.csv --features {Composed} -o a.npz", ExitCode.Usage,
            $"'{Decomposed}' looks the same, but its accents are encoded differently (Unicode NFC and NFD)");
        Tool.Do(folder, "encode rate table.csv --features 0 --num-steps 2 -o a.npz");
    }

    [Fact]
    public void A_file_whose_name_looks_the_same_is_named()
    {
        using WorkFolder folder = new();
        folder.Write($"{Composed}.csv", "a,b", "0.1,0.2");
        Assert.SkipWhen(File.Exists(folder.File($"{Decomposed}.csv")), "This system finds the file under both names.");
        Tool.Refuse(folder, $"encode rate {Decomposed}.csv -o a.npz", ExitCode.Failed,
            $"The file '{Decomposed}.csv' does not exist. '{Composed}.csv' looks the same, but its accents");
    }

    [Theory]
    [InlineData("t\u00e4g", "ta\u0308g", true)]
    [InlineData("\u00e4", "a\u0308", true)]
    [InlineData("t\u00e4g", "t\u00f6g", false)]
    [InlineData("t\u00e4g", "tag", false)]
    [InlineData("tag", "tag", false)]
    public void Lookalike_finds_names_of_the_same_letters(string one, string other, bool expected)
    {
        Assert.Equal(expected, Lookalike.In(["x", one], other) == one);
        Assert.Equal(expected, Lookalike.In(["x", other], one) == other);
    }

    [Theory]
    [InlineData("cat table.csv | {0} encode rate /dev/stdin --num-steps 2 -o /dev/stdout")]
    [InlineData("{0} encode rate /dev/stdin --num-steps 2 --output=/dev/stdout < table.csv")]
    public void The_names_of_standard_streams_are_the_streams(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        using WorkFolder folder = new();
        folder.Write("table.csv", "a,b", "0.9,0.8", "0.7,0.6");
        Tool.Do(folder, "encode rate table.csv --num-steps 2 -o spikes.csv");
        Outcome outcome = Tool.Finish(Tool.Start(folder, "bash", ["-c",
            string.Format(System.Globalization.CultureInfo.InvariantCulture, command, $"dotnet exec '{Tool.Assembly}'")]));
        Assert.True(outcome.ExitCode == ExitCode.Done, outcome.Errors);
        Assert.Equal(Encoding.UTF8.GetString(folder.Bytes("spikes.csv")), outcome.Output);
    }

    [Fact]
    public void A_folder_that_was_deleted_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps folders that are in use.");
        using WorkFolder folder = new();
        Outcome outcome = Tool.Finish(Tool.Start(folder, "bash", ["-c",
            $"mkdir gone; cd gone; rmdir ../gone; dotnet exec '{Tool.Assembly}' info ../spikes.npz"]));
        Assert.Equal((ExitCode.Failed, "spikeml: The current folder no longer exists: change to another.\n"),
            (outcome.ExitCode, outcome.Errors));
    }

    [Fact]
    public void A_pipe_is_refused_with_the_way_that_works()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes.");
        using WorkFolder folder = new();
        Outcome outcome = Tool.Finish(Tool.Start(folder, "bash", ["-c",
            $"mkfifo in.csv; dotnet exec '{Tool.Assembly}' encode rate in.csv -o a.npz"]));
        Assert.Equal(ExitCode.BadInput, outcome.ExitCode);
        Assert.Contains("or send it to standard input and name the input -.", outcome.Errors);
    }
}
