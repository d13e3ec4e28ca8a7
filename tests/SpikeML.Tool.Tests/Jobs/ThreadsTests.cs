using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Jobs;

/// <summary>However many threads encode, the file is the same, and so is the error.</summary>
public class ThreadsTests
{
    [Theory]
    [InlineData(".idv --keep id")]
    [InlineData(".npz")]
    [InlineData(".npz --sparse")]
    [InlineData(".csv")]
    public void Encode_and_merge_write_the_same_bytes_whatever_the_number_of_threads(string format)
    {
        using WorkFolder folder = new();
        // Many pieces of rows, and blocks of more than one array.
        string encode = $"encode rate {folder.WriteTable(2000)} --label kind --features x0..x11 --num-steps 30 --row-key id";
        string extension = format.Split(' ')[0];
        foreach (int threads in new[] { 1, 2, 7 })
            Tool.Do(folder, $"{encode} --threads {threads} -o spikes{threads}{format}");
        Tool.Do(folder, $"{encode} -o default{format}");
        for (int shard = 0; shard < 3; shard++)
            Tool.Do(folder, $"{encode} --threads {shard + 1} --shard {shard}/3 -o part{format}");
        IEnumerable<string> parts = Enumerable.Range(0, 3).Select(i => $"part-{i}-of-3{extension}");
        Tool.Do(folder, $"merge {string.Join(' ', parts)} --threads 3 -o merged{extension}");
        foreach (string other in new[] { "spikes2", "spikes7", "default", "merged" })
            Assert.Equal(folder.Bytes($"spikes1{extension}"), folder.Bytes($"{other}{extension}"));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("8")]
    public void Encode_names_the_first_row_that_cannot_be_encoded(string threads)
    {
        using WorkFolder folder = new();
        string[] rows = [.. Enumerable.Range(0, 5000).Select(row => row is 1234 or 1235 or 1300 or 4000 ? "0.5," : "0.5,1")];
        folder.Write("table.csv", ["a,b", .. rows]);
        foreach (string output in new[] { "a.idv", "a.npz", "a.npz --sparse", "a.csv" })
        {
            Outcome outcome = Tool.Run(folder,
                [.. $"encode rate table.csv --num-steps 200 --threads {threads} -o {output}".Split(' ')]);
            Assert.Equal(ExitCode.BadInput, outcome.ExitCode);
            Assert.Contains("'table.csv', line 1236, column 'b': the cell is empty.", outcome.Errors);
            Assert.Equal(["table.csv"], folder.Files());
        }
    }
}
