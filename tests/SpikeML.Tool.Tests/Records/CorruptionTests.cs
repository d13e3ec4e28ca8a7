using System.Text;
using SpikeML.Tool.Formats;
using SpikeML.Tool.Records;
using SpikeML.Tool.Running;
using SpikeML.Tool.Tests.Parquet;

namespace SpikeML.Tool.Tests.Records;

/// <summary>Every corruption of a shard in every format is refused by name, by every command that could take it.</summary>
public sealed class CorruptionTests(CorruptionTests.Shards shards) : IClassFixture<CorruptionTests.Shards>
{
    private const string Encode = "encode rate images --labels-file labels --num-steps 3 --seed 1", Bad = "spikes-1-of-2",
        NotOne = "these are not shards of one run. Encode it again";

    private static readonly string[] Formats = [".npz", ".npz --sparse", ".npy", ".idv", ".csv", ".parquet",
        ".parquet --sparse"];

    /// <summary>What the command of the second shard has instead, and what the error says of it.</summary>
    private static readonly Dictionary<string, (string From, string To, string Message)> Jobs = new()
    {
        ["another seed"] = ("--seed 1", "--seed 2", "its --seed is 2, not 1"),
        ["another encoder"] = ("encode rate", "encode signed-rate", "its encoder is signed-rate, not rate"),
        ["another option"] = ("--num-steps 3", "--num-steps 3 --gain 0.5", "its --gain is 0.5, not 1"),
        ["scaled features"] = ("--seed 1", "--seed 1 --scale", "its encoder is scale, then rate, not rate"),
        ["other labels"] = ("--labels-file labels", "--labels-file others", "its labels are "),
        ["no labels"] = ("--labels-file labels", "", "its labels are none, not "),
        ["another input"] = ("images", "pictures", "its input is "),
        ["fewer rows of input"] = ("images --labels-file labels", "fewer", "its input is "),
    };

    /// <summary>What happened to the second shard's file.</summary>
    private static readonly Dictionary<string, Func<byte[], byte[]>> Damages = new()
    {
        ["a bit flipped in the header"] = good => Flipped(good, 2),
        ["a bit flipped in the middle"] = good => Flipped(good, good.Length / 3),
        ["a bit flipped near the end"] = good => Flipped(good, good.Length - 30),
        ["a bit flipped in the last byte"] = good => Flipped(good, good.Length - 1),
        ["the last byte cut off"] = good => good[..^1],
        ["the second half cut off"] = good => good[..(good.Length / 2)],
        ["all bytes cut off"] = _ => [],
        ["a byte appended"] = good => [.. good, 10],
    };

    public static TheoryData<string, string> JobCases => [.. from job in Jobs.Keys from format in Formats select (job, format)];

    public static TheoryData<string, string> DamageCases =>
        [.. from damage in Damages.Keys from format in Formats select (damage, format)];

    public static TheoryData<string> FormatCases => [.. Formats];

    [Theory]
    [MemberData(nameof(JobCases))]
    public void A_shard_of_another_job_is_refused_and_the_error_says_what_differs(string job, string format)
    {
        (string from, string to, string message) = Jobs[job];
        using WorkFolder folder = shards.Folder(format);
        shards.Write(folder, format, Encode.Replace(from, to), shard: 1, of: 2);
        string merged = Merge(folder, format, $"does not belong to 'spikes-0-of-2{ExtensionOf(format)}': {message}");
        Assert.Contains(NotOne, merged);
        shards.Note(job, format, merged, Resume(folder, format, message), Info(folder, format));
    }

    [Theory]
    [MemberData(nameof(FormatCases))]
    public void A_shard_of_other_rows_is_refused(string format)
    {
        using WorkFolder folder = shards.Folder(format);
        shards.Write(folder, format, Encode, shard: 1, of: 3);
        shards.Note("other rows", format, Merge(folder, format, "has rows 3 to 5 of 10, but row 5 comes next"),
            Resume(folder, format, "it has rows 3 to 5 of 10, not rows 5 to 9 of 10"), Info(folder, format));
        shards.Write(folder, format, Encode, shard: 0, of: 2);
        shards.Note("the first shard under the name of the second", format,
            Merge(folder, format, "has rows 0 to 4 of 10, but row 5 comes next"),
            Resume(folder, format, "it has rows 0 to 4 of 10, not rows 5 to 9 of 10"), Info(folder, format));
    }

    [Theory]
    [MemberData(nameof(FormatCases))]
    public void A_shard_of_another_version_is_refused(string format)
    {
        using WorkFolder folder = shards.Folder(format);
        string own = JobRecord.OwnVersion, other = $"0{own[1..]}", file = $"{Bad}{ExtensionOf(format)}";
        WriteVersion(folder.File(FileFormats.OfSpikes(folder.File(file)).KeepsRecordBeside ? $"{file}.record" : file), other);
        shards.Note("another version", format, Merge(folder, format, $"it was written by SpikeML {other}, not {own}"),
            Resume(folder, format, $"it was written by SpikeML {other}, not {own}"), Info(folder, format));
    }

    [Theory]
    [MemberData(nameof(FormatCases))]
    public void A_shard_without_a_record_is_refused_beside_one_that_has_it(string format)
    {
        using WorkFolder folder = shards.Folder(format);
        string extension = ExtensionOf(format), file = $"{Bad}{extension}";
        if (extension is ".csv" or ".npy")
            File.Delete(folder.File($"{file}.record"));
        else if (extension == ".parquet")
            ParquetFiles.WriteSpikes(folder.File(file), [3, 2, 3], new float[18]);
        else
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Golden", "v1",
                format.Contains("sparse") ? "sparse-1-of-2.npz" : file), folder.File(file), overwrite: true);
        string merged = Merge(folder, format, "has no record of its job, unlike the other files");
        // Without a record, a .npy file is an array like any other.
        string info = Tool.Do(folder, $"info {file}"), known = format == ".npy" ? "array: " : "job: unknown";
        Assert.Contains(known, info);
        Assert.DoesNotContain("the checksum is right", info);
        // A table's rows are encoded again and compared, and its record is written.
        string resumed = extension is ".csv" or ".npy" ? Tool.Run(folder, ResumeOf(format)).Errors
            : Resume(folder, format, "it has no record of its job, as files of earlier versions");
        Assert.True(extension is not (".csv" or ".npy") || resumed.Contains("nothing to do"), resumed);
        shards.Note("no record", format, merged, resumed, info.Split('\n').Single(line => line.Contains(known)));
    }

    [Theory]
    [MemberData(nameof(DamageCases))]
    public void A_damaged_shard_is_refused_by_name(string damage, string format)
    {
        using WorkFolder folder = shards.Folder(format);
        string file = $"{Bad}{ExtensionOf(format)}";
        byte[] bad = Damages[damage](folder.Bytes(file));
        File.WriteAllBytes(folder.File(file), bad);
        string merged = Merge(folder, format, "is damaged: ");
        Dictionary<string, string> lines = [];
        foreach (string command in new[] { $"info {file}", $"raster {file} -o a.png", $"animate {file} -o a.gif",
            string.Join(' ', ResumeOf(format)) })
        {
            Outcome outcome = Tool.Run(folder, command.Split(' '));
            lines[command.Split(' ')[0]] = LastLine(outcome);
            Assert.StartsWith($"spikeml: '{file}' is damaged: ", LastLine(outcome));
            Assert.Equal(ExitCode.BadInput, outcome.ExitCode);
        }
        Assert.Equal(bad, folder.Bytes(file));
        shards.Note(damage, format, merged, lines["encode"], lines["info"]);
    }

    [Theory]
    [MemberData(nameof(FormatCases))]
    public void A_shard_that_is_missing_or_given_twice_is_named(string format)
    {
        using WorkFolder folder = shards.Folder(format);
        string extension = ExtensionOf(format);
        Tool.Refuse(folder, $"merge spikes-0-of-2{extension} -o merged{extension}", ExitCode.Failed,
            $"1 of 2 shards are missing, the first is {Bad}{extension}");
        Tool.Refuse(folder, $"merge spikes-0-of-2{extension} {Bad}{extension} {Bad}{extension} -o merged{extension}",
            ExitCode.Usage, "are both shard 1 of 2: list each shard once.");
        foreach (string end in extension is ".csv" or ".npy" ? [extension, $"{extension}.record"] : new[] { extension })
            File.Move(folder.File($"{Bad}{end}"), folder.File($"second{end}"));
        Tool.Refuse(folder, $"merge second{extension} second{extension} -o merged{extension}", ExitCode.Usage,
            $"'second{extension}' has rows 5 to 9 of 10, but row 0 comes next");
    }

    /// <summary>The page lists what is tested here, and nothing else.</summary>
    [Fact]
    public void Page_lists_every_corruption()
    {
        string page = WorkFolder.Source("docs/how-to/scale-out.md");
        string text = string.Join(' ', File.ReadLines(page).Where(line => line.StartsWith('|')));
        Assert.All([.. Jobs.Keys, .. Damages.Keys.Select(damage => damage.Replace("a bit flipped ", "")), "other rows",
            "another version", "no record"], name => Assert.Contains(name, text));
    }

    /// <summary>Merges, which must fail with one line that names the shard and what is wrong, and write nothing.</summary>
    private static string Merge(WorkFolder folder, string format, string message)
    {
        string extension = ExtensionOf(format);
        string[] before = folder.Files();
        Outcome outcome = Tool.Run(folder, "merge", $"spikes-0-of-2{extension}", $"{Bad}{extension}", "-o", $"merged{extension}");
        Assert.NotEqual(ExitCode.Done, outcome.ExitCode);
        string line = LastLine(outcome);
        Assert.StartsWith($"spikeml: '{Bad}{extension}'", line);
        Assert.Contains(message, line);
        Assert.Equal(before, folder.Files());
        return line;
    }

    /// <summary>Encodes the shard again with --resume, which must fail and leave its file alone.</summary>
    private static string Resume(WorkFolder folder, string format, string message)
    {
        string file = $"{Bad}{ExtensionOf(format)}";
        byte[] before = folder.Bytes(file);
        Outcome outcome = Tool.Run(folder, ResumeOf(format));
        Assert.Equal(ExitCode.Failed, outcome.ExitCode);
        string line = LastLine(outcome);
        Assert.StartsWith($"spikeml: '{file}' exists, but differs from what this command writes: ", line);
        Assert.Contains(message, line);
        Assert.Equal(before, folder.Bytes(file));
        return line;
    }

    /// <summary>A sound file of another job is shown as it is; what it shows is not what the right shard shows.</summary>
    private string Info(WorkFolder folder, string format)
    {
        string info = JobOf(Tool.Do(folder, $"info {Bad}{ExtensionOf(format)}"));
        using WorkFolder right = shards.Folder(format);
        string[] expected = JobOf(Tool.Do(right, $"info {Bad}{ExtensionOf(format)}")).Split('\n');
        return info.Split('\n').Except(expected).FirstOrDefault()
            ?? throw new InvalidOperationException($"The same as of the right shard:\n{info}");
    }

    private static string JobOf(string info) => info[info.IndexOf("job:", StringComparison.Ordinal)..];

    private static string[] ResumeOf(string format) => $"{Encode} --shard 1/2 -o spikes{format} --resume".Split(' ');

    private static string ExtensionOf(string format) => format.Split(' ')[0];

    private static string LastLine(Outcome outcome) =>
        outcome.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";

    private static byte[] Flipped(byte[] bytes, int place)
    {
        byte[] flipped = [.. bytes];
        flipped[place] ^= 4;
        return flipped;
    }

    /// <summary>Writes another version, of as many letters, into the record of a file, with the right checksums.</summary>
    private static void WriteVersion(string path, string version)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int start = bytes.AsSpan().LastIndexOf(JobRecord.Mark);
        Encoding.ASCII.GetBytes(version).CopyTo(bytes, start + JobRecord.Mark.Length);
        if (path.EndsWith(".parquet", StringComparison.Ordinal))
        {
            Span<byte> sum = bytes.AsSpan(bytes.AsSpan().LastIndexOf("\"sha256\":\""u8) + 10, JobRecord.SumLength);
            sum.Fill((byte)'0');
            Encoding.ASCII.GetBytes(ContentSum.OfBytes(bytes)).CopyTo(sum);
        }
        else
        {
            int end = start + bytes.AsSpan(start).IndexOf((byte)'\n');
            bytes = [.. bytes[..start], .. RecordText.Of(JobRecord.Parse(bytes.AsMemory(start..end)))];
        }
        File.WriteAllBytes(path, bytes);
    }

    /// <summary>
    /// Both shards of a run in every format, made once, and what commands say to the corrupted ones; all of it is written to the
    /// file that the variable SPIKEML_CORRUPTION_TABLE names.
    /// </summary>
    public sealed class Shards : IDisposable
    {
        private readonly WorkFolder _inputs = new();
        private readonly Dictionary<(string Format, string Command), Dictionary<string, byte[]>> _made = [];
        private readonly List<string> _lines = [];

        public Shards()
        {
            foreach ((string name, int factor, byte count) in new[] { ("images", 37, (byte)10), ("pictures", 41, (byte)10),
                ("fewer", 37, (byte)8) })
                File.WriteAllBytes(_inputs.File(name), [0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 2, 0, 0, 0, 3,
                    .. Enumerable.Range(0, count * 6).Select(i => (byte)(i * factor))]);
            foreach ((string name, int first) in new[] { ("labels", 0), ("others", 1) })
                File.WriteAllBytes(_inputs.File(name), [0, 0, 8, 1, 0, 0, 0, 10, (byte)first,
                    .. Enumerable.Range(1, 9).Select(i => (byte)i)]);
        }

        /// <summary>A folder with the inputs and both shards.</summary>
        internal WorkFolder Folder(string format)
        {
            WorkFolder folder = new();
            foreach (string input in new[] { "images", "pictures", "fewer", "labels", "others" })
                File.Copy(_inputs.File(input), folder.File(input));
            foreach ((string name, byte[] bytes) in Made(format, $"{Encode} --shard 0/2"))
                File.WriteAllBytes(folder.File($"spikes-0-of-2{name}"), bytes);
            Write(folder, format, Encode, shard: 1, of: 2);
            return folder;
        }

        /// <summary>Writes what a command makes under the name of the second shard.</summary>
        internal void Write(WorkFolder folder, string format, string command, int shard, int of)
        {
            foreach ((string name, byte[] bytes) in Made(format, $"{command} --shard {shard}/{of}"))
                File.WriteAllBytes(folder.File($"{Bad}{name}"), bytes);
        }

        /// <summary>Notes what the three commands say.</summary>
        internal void Note(string corruption, string format, string merged, string resumed, string info)
        {
            lock (_lines)
            {
                foreach ((string command, string said) in new[] { ("merge", merged), ("--resume", resumed), ("info", info) })
                    _lines.Add($"{corruption} | {format} | {command} | {said.Trim()}");
            }
        }

        public void Dispose()
        {
            _inputs.Dispose();
            if (Environment.GetEnvironmentVariable("SPIKEML_CORRUPTION_TABLE") is { Length: > 0 } path)
                File.WriteAllLines(path,
                    ["corruption | format | command | what it says", .. _lines.Order(StringComparer.Ordinal)]);
        }

        /// <summary>The files of a command by the ends of their names.</summary>
        private Dictionary<string, byte[]> Made(string format, string command)
        {
            lock (_made)
            {
                if (_made.TryGetValue((format, command), out Dictionary<string, byte[]>? files))
                    return files;
                Tool.Do(_inputs, $"{command} -o made{format}");
                string extension = ExtensionOf(format);
                files = [];
                foreach (string name in _inputs.Files().Where(name => name.StartsWith("made", StringComparison.Ordinal)))
                {
                    files[name[name.IndexOf(extension, StringComparison.Ordinal)..]] = _inputs.Bytes(name);
                    File.Delete(_inputs.File(name));
                }
                return _made[(format, command)] = files;
            }
        }
    }
}
