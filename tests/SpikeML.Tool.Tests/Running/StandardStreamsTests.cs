using System.Diagnostics;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Running;

public class StandardStreamsTests
{
    private static readonly string[] FromInput = ["encode", "rate", "-", "--num-steps", "5", "-o", "-"];

    [Fact]
    public void Encode_reads_a_table_from_standard_input_and_writes_only_spikes_to_standard_output()
    {
        using WorkFolder folder = new();
        folder.Write("table.csv", "a,b", "0.1,0.5", "1,0.25");
        Tool.Do(folder, "encode rate table.csv --num-steps 5 -o spikes.csv");
        (int exitCode, byte[] output, _) = Pipe(folder, folder.Bytes("table.csv"), FromInput);
        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Equal(folder.Bytes("spikes.csv"), output);
        Assert.Equal(["spikes.csv", "spikes.csv.record", "table.csv"], folder.Files());
    }

    [Fact]
    public void Encode_reads_and_writes_npy_in_a_pipe()
    {
        using WorkFolder folder = new();
        Tool.Do(folder, "encode rate --sample-digits 3 --num-steps 2 -o input.npy");
        Tool.Do(folder, "encode rate input.npy --num-steps 5 -o spikes.npy");
        (int exitCode, byte[] output, _) = Pipe(folder, folder.Bytes("input.npy"),
            [.. FromInput, "--output-format", "npy"]);
        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Equal(folder.Bytes("spikes.npy"), output);
    }

    [Theory]
    [InlineData("spikes.npz")]
    [InlineData("spikes.idv")]
    [InlineData("spikes.csv")]
    [InlineData("spikes.npy")]
    [InlineData("spikes.parquet")]
    public void Raster_and_info_read_spikes_of_any_format_from_standard_input(string file)
    {
        using WorkFolder folder = new();
        Tool.Do(folder, $"encode rate --sample-digits 3 --num-steps 5 -o {file}");
        byte[] spikes = folder.Bytes(file);
        Tool.Do(folder, $"raster {file} --row 2 -o expected.csv");
        (int exitCode, _, string errors) = Pipe(folder, spikes, ["raster", "-", "--row", "2", "-o", "piped.csv"]);
        Assert.True(exitCode == ExitCode.Done, errors);
        Assert.Equal(folder.Bytes("expected.csv"), folder.Bytes("piped.csv"));
        Assert.Equal(ExitCode.Done, Pipe(folder, spikes, ["info", "-"]).ExitCode);
    }

    [Theory]
    [InlineData("a,b\n0.1,0.2\n0.3,x\n", "standard input, line 3, column 'b': 'x' is not a number.")]
    [InlineData("", "standard input is empty.")]
    [InlineData("\u0001\0\u0002", "standard input is not an IDX file")]
    public void Errors_name_standard_input(string input, string message)
    {
        using WorkFolder folder = new();
        (int exitCode, _, string errors) = Pipe(folder, System.Text.Encoding.UTF8.GetBytes(input), FromInput);
        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.Contains($"spikeml: {message}", errors);
    }

    [Theory]
    [InlineData("encode rate --sample-digits 3 -o - --output-format npz", "--output-format expects csv or npy, got 'npz'.")]
    [InlineData("encode rate --sample-digits 3 -o a.npz --output-format npy", "--output-format can only be used with --output -")]
    [InlineData("encode rate --sample-digits 3 -o - --force", "--force and --resume are for files")]
    [InlineData("encode rate --sample-digits 3 -o - --sparse", "--sparse can only be used with .npz")]
    public void Encode_refuses_what_cannot_be_piped(string arguments, string message)
    {
        using WorkFolder folder = new();
        Tool.Refuse(folder, arguments, ExitCode.Usage, message);
    }

    [Fact]
    public void Encode_ends_silently_when_nobody_reads_its_output_any_more()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGPIPE to report.");
        using WorkFolder folder = new();
        Outcome outcome = Bash(folder, $"dotnet exec '{Tool.Assembly}' encode rate --sample-digits 500 -o - | head -1; "
            + "echo \"${PIPESTATUS[@]}\"");
        Assert.Equal($"row,step,neuron,value\n{ExitCode.BrokenPipe} 0\n", outcome.Output);
        Assert.Equal("seed 0\n", outcome.Errors);
    }

    /// <summary>Whatever prints to standard output ends as Unix tools do when its reader has gone, and says nothing.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("help encode rate")]
    [InlineData("[suggest:3] enc")]
    [InlineData("completion bash")]
    [InlineData("info spikes.npz")]
    [InlineData("info encoder.zip")]
    [InlineData("compare --sample-digits 3")]
    [InlineData("predict model.zip --sample-digits 9")]
    [InlineData("predict model.zip --sample-digits 9 --output-format jsonl")]
    [InlineData("encode rate --sample-digits 9 -o -")]
    [InlineData("encode rate --sample-digits 9 -o - --output-format npy")]
    [InlineData("nir info net.nir")]
    [InlineData("nir run net.nir encoded.npz")]
    [InlineData("clean .")]
    public void A_command_ends_silently_when_nobody_reads_what_it_prints(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGPIPE to report.");
        using WorkFolder folder = new();
        Prepare(folder, command);
        string[] before = folder.Files();
        // 'true' has gone long before the command prints.
        Outcome outcome = Bash(folder, $"dotnet exec '{Tool.Assembly}' {command} | true; echo \"${{PIPESTATUS[@]}}\"");
        Assert.Equal($"{ExitCode.BrokenPipe} 0\n", outcome.Output);
        Assert.DoesNotContain("   at ", outcome.Errors);
        Assert.DoesNotContain(outcome.Errors.Split('\n'), line => line.StartsWith("spikeml: ", StringComparison.Ordinal)
            && !line.StartsWith("spikeml: warning: ", StringComparison.Ordinal));
        Assert.Equal(before, folder.Files());
    }

    /// <summary>A job whose log nobody reads any more goes on: its result is a file.</summary>
    [Theory]
    [InlineData("encode rate --sample-digits 9 -o x.npz", "x.npz")]
    [InlineData("encode rate --sample-digits 9 -o x.parquet", "x.parquet")]
    [InlineData("raster spikes.npz -o x.png", "x.png")]
    public void A_command_writes_its_file_when_nobody_reads_its_messages(string command, string file)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are those of bash.");
        using WorkFolder folder = new();
        Prepare(folder, command);
        Outcome outcome = Bash(folder, $"dotnet exec '{Tool.Assembly}' {command} 2>&1 | true; echo \"${{PIPESTATUS[@]}}\"");
        Assert.Equal("0 0\n", outcome.Output);
        Assert.Contains(file, folder.Files());
    }

    /// <summary>The files of a command are its own also when the numbers of the standard streams are free for them.</summary>
    [Theory]
    [InlineData("<&-")]
    [InlineData(">&-")]
    [InlineData("2>&-")]
    [InlineData("<&- >&- 2>&-")]
    public void A_command_writes_the_same_file_when_streams_are_closed(string closed)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are those of bash.");
        using WorkFolder folder = new();
        foreach (string format in new[] { ".npz", ".idv", ".csv", ".parquet" })
        {
            string command = $"encode rate --sample-digits 30 -o x{format}";
            Tool.Do(folder, command.Replace(" x.", " whole."));
            Outcome outcome = Bash(folder, $"dotnet exec '{Tool.Assembly}' {command} {closed}; echo $?");
            Assert.Equal("0\n", outcome.Output);
            Assert.Equal(folder.Bytes($"whole{format}"), folder.Bytes($"x{format}"));
        }
    }

    [Theory]
    [InlineData("encode rate - -o x.npz <&-", ExitCode.Usage, "Standard input is closed: send something to it, or name a file.")]
    [InlineData("info spikes.npz >&-", ExitCode.Failed, "Standard output cannot be written: it is closed.")]
    [InlineData("encode rate --sample-digits 2 -o - >&-", ExitCode.Failed, "Standard output cannot be written: it is closed.")]
    [InlineData("info spikes.npz >/dev/full", ExitCode.Failed, "Standard output cannot be written: No space left on device.")]
    public void A_command_says_that_a_stream_cannot_be_used(string command, int exitCode, string message)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The commands are those of bash, and /dev/full is Linux's.");
        using WorkFolder folder = new();
        Prepare(folder, command);
        string[] before = folder.Files();
        Outcome outcome = Bash(folder, $"dotnet exec '{Tool.Assembly}' {command}");
        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.Contains($"spikeml: {message}", outcome.Errors);
        Assert.Equal(before, folder.Files());
    }

    [Fact]
    public void Standard_input_needs_a_temporary_folder_that_exists()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The variable has another name there.");
        using WorkFolder folder = new();
        folder.Write("t.csv", "a", "1");
        Outcome outcome = Bash(folder, $"TMPDIR=/nowhere dotnet exec '{Tool.Assembly}' encode rate - -o - < t.csv");
        Assert.Equal(ExitCode.Failed, outcome.ExitCode);
        Assert.Equal("spikeml: Standard input is kept in the folder '/nowhere/', which does not exist: create it, or set the "
            + "variable TMPDIR to another.\n", outcome.Errors);
    }

    private static void Prepare(WorkFolder folder, string command)
    {
        if (command.Contains("spikes.npz"))
            Tool.Do(folder, "encode rate --sample-digits 3 --num-steps 5 -o spikes.npz");
        if (command.Contains("encoder.zip"))
            Tool.Do(folder, "fit rate --sample-digits 3 -o encoder.zip");
        if (command.Contains("model.zip"))
            SavedModels.WriteClassifier(folder.File("model.zip"));
        if (command.Contains("net.nir"))
            SavedModels.WriteGraph(folder, 9);
        if (command.StartsWith("clean", StringComparison.Ordinal))
        {
            string name = folder.File($".spikeml-another.machine-1-{Guid.NewGuid():N}.tmp");
            File.WriteAllText(name, "incomplete");
            File.SetLastWriteTimeUtc(name, DateTime.UtcNow - TemporaryFiles.Silence - TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public void Encode_continues_where_the_shell_left_a_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are those of bash.");
        using WorkFolder folder = new();
        folder.Write("t.csv", "a", "1");
        Bash(folder, $"(echo before; dotnet exec '{Tool.Assembly}' encode rate t.csv --num-steps 1 -o -; echo after) > all.txt");
        Assert.Equal("before\nrow,step,neuron,value\n0,0,0,1\nafter\n", File.ReadAllText(folder.File("all.txt")));
    }

    private static Outcome Bash(WorkFolder folder, string commands) =>
        Tool.Finish(Tool.Start(folder, "bash", ["-c", commands]));

    private static (int ExitCode, byte[] Output, string Errors) Pipe(WorkFolder folder, byte[] input, string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", ["exec", Tool.Assembly, .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        using MemoryStream output = new();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return (process.ExitCode, output.ToArray(), errors.Result);
    }
}
