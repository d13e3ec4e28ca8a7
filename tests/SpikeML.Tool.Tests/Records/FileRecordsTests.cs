using System.Text;
using SpikeML.Tool.Formats;
using SpikeML.Tool.Records;
using SpikeML.Tool.Running;
using SpikeML.Tool.Tests.Parquet;

namespace SpikeML.Tool.Tests.Records;

public class FileRecordsTests
{
    private static readonly JobRecord Record = new("1.0.0", [new("encoder", "rate"), new("--seed", "1")], 2, 3, 9);

    public static TheoryData<string> Names => ["spikes.idv", "spikes.npz", "sparse.npz", "spikes.csv", "spikes.npy",
        "spikes.parquet"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_refuses_every_flipped_bit_and_every_cut(string name)
    {
        using WorkFolder folder = new();
        byte[] content = WriteWithoutRecord(folder, name);
        string path = folder.File(name);
        ISpikeFormat format = FileFormats.OfSpikes(path);
        FileRecords.Write(path, format, Record, force: true, stream => stream.Write(content));
        Assert.Equal(("1.0.0", 2L, 3L, 9L), FileRecords.Check(path, format, CancellationToken.None) is JobRecord read
            ? (read.Version, read.First, read.Count, read.AllRows) : default);
        foreach (string file in Directory.GetFiles(folder.Path))
        {
            byte[] good = File.ReadAllBytes(file);
            for (int place = 0; place < good.Length; place++)
            {
                File.WriteAllBytes(file, [.. good[..place], (byte)(good[place] ^ (1 << place % 8)), .. good[(place + 1)..]]);
                Refuses(path, format, $"byte {place} of {file}");
                // Without its record the content is whole: merge and --resume refuse it by that.
                if (place == content.Length && name.EndsWith(".idv", StringComparison.Ordinal))
                    continue;
                File.WriteAllBytes(file, good[..place]);
                Refuses(path, format, $"{place} bytes of {file}");
            }
            File.WriteAllBytes(file, good);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_keeps_the_file_of_the_first_of_two_writers(string name)
    {
        using WorkFolder folder = new();
        byte[] first = WriteWithoutRecord(folder, name), second = [.. first];
        string path = folder.File(name);
        ISpikeFormat format = FileFormats.OfSpikes(path);
        File.Delete(path);
        ToolException error = Assert.Throws<ToolException>(() => FileRecords.Write(path, format, Record with { First = 0 },
            force: false, stream =>
            {
                FileRecords.Write(path, format, Record, force: false, other => other.Write(first));
                stream.Write(second);
            }));
        Assert.Equal(ExitCode.Failed, error.ExitCode);
        Assert.Contains($"'{path}' already exists: another process wrote it in the meantime", error.Message);
        Assert.Equal(2, FileRecords.Check(path, format, CancellationToken.None)!.First);
        Assert.DoesNotContain(folder.Files(), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_refuses_rows_that_no_input_has()
    {
        foreach (string rows in new[] { "-1,\"rows\":1,\"rows-of-input\":1", "1,\"rows\":1,\"rows-of-input\":1",
            "0,\"rows\":9223372036854775808,\"rows-of-input\":1" })
            Assert.Throws<FormatException>(() => JobRecord.Parse(Encoding.UTF8.GetBytes(
                $"{{\"spikeml\":\"1\",\"first-row\":{rows},\"sha256\":\"\"}}")));
    }

    /// <summary>A small file without a record; earlier versions wrote neither .npy nor .parquet.</summary>
    private static byte[] WriteWithoutRecord(WorkFolder folder, string name)
    {
        if (Path.GetExtension(name) == ".parquet")
            ParquetFiles.WriteSpikes(folder.File(name), [2, 1], [1, 0]);
        else if (Path.GetExtension(name) != ".npy")
            folder.CopyGolden(name);
        else
        {
            using FileStream file = File.Create(folder.File(name));
            NpyFile.Write(file, [1, 0, 0, 1], 2, 2, 1);
        }
        return folder.Bytes(name);
    }

    private static void Refuses(string path, ISpikeFormat format, string what)
    {
        try
        {
            FileRecords.Check(path, format, CancellationToken.None);
        }
        catch (ToolException error)
        {
            Assert.Contains($"'{path}' is damaged: ", error.Message);
            return;
        }
        Assert.Fail($"{what}: not noticed.");
    }
}
