namespace SpikeML.Tool.Tests.Jobs;

public class EmptyShardTests
{
    [Theory]
    [InlineData(".idv")]
    [InlineData(".npz")]
    [InlineData(".npz --sparse")]
    [InlineData(".csv")]
    [InlineData(".parquet")]
    [InlineData(".parquet --sparse")]
    public void Encode_writes_empty_shards_when_there_are_more_shards_than_rows(string format)
    {
        using WorkFolder folder = new();
        string encode = $"encode rate {folder.WriteTable(2)} --label kind --features x0..x11 --num-steps 3 -o spikes{format}";
        string extension = format.Split(' ')[0];
        Tool.Do(folder, encode);
        for (int shard = 0; shard < 5; shard++)
            Tool.Do(folder, $"{encode} --shard {shard}/5");
        string info = Tool.Do(folder, $"info spikes-0-of-5{extension}");
        Assert.Contains("rows: 0", info);
        IEnumerable<string> shards = Enumerable.Range(0, 5).Select(shard => $"spikes-{shard}-of-5{extension}");
        Tool.Do(folder, $"merge {string.Join(' ', shards)} -o merged{extension}");
        Assert.Equal(folder.Bytes($"spikes{extension}"), folder.Bytes($"merged{extension}"));
    }

    [Fact]
    public void Encode_writes_empty_files_when_the_input_has_no_rows()
    {
        using WorkFolder folder = new();
        string table = folder.WriteTable(0);
        foreach (string output in new[] { "a.idv", "a.npz", "a.csv", "a.parquet" })
        {
            Tool.Do(folder, $"encode rate {table} --label kind --features x0..x11 -o {output}");
            Assert.Contains("rows: 0", Tool.Do(folder, $"info {output}"));
        }
    }
}
