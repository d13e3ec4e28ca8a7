using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Shards;

public class MergeTests(MergeTests.ShardFolder shards) : IClassFixture<MergeTests.ShardFolder>
{
    [Theory]
    [InlineData("spikes-0-of-3.npz spikes-2-of-3.npz", ExitCode.Failed,
        "1 of 3 shards are missing, the first is spikes-1-of-3.npz")]
    [InlineData("spikes-0-of-3.npz spikes-1-of-3.npz spikes-2-of-3.npz spikes-2-of-3.npz", ExitCode.Usage,
        "are both shard 2 of 3: list each shard once.")]
    [InlineData("spikes-0-of-3.npz spikes-1-of-3.npz spikes-2-of-3.npz other.npz", ExitCode.Usage,
        "'other.npz' has no shard in its name")]
    [InlineData("spikes-0-of-3.npz spikes-1-of-2.npz", ExitCode.Usage, "shards of different runs")]
    [InlineData("other.npz longer.npz", ExitCode.BadInput, "not shards of one run")]
    [InlineData("other.npz sparse.npz", ExitCode.BadInput, "not shards of one run")]
    [InlineData("first.csv", ExitCode.BadInput, "not a table of spikes")]
    [InlineData("late.csv early.csv", ExitCode.Usage, "in the order of their shards")]
    [InlineData("early.csv cut.csv", ExitCode.BadInput, "is damaged")]
    public void Merge_refuses_files_that_are_not_all_shards_of_one_run(string files, int exitCode, string message) =>
        Tool.Refuse(shards.Folder, $"merge {files} -o merged{Path.GetExtension(files)}", exitCode, message);

    /// <summary>As on the disks of several machines.</summary>
    [Theory]
    [InlineData(".npz")]
    [InlineData(".csv")]
    public void Merge_takes_shards_from_several_folders(string format)
    {
        using WorkFolder folder = new();
        Tool.Do(folder, $"encode rate --sample-digits 12 --num-steps 2 -o whole{format}");
        foreach (int shard in new[] { 0, 1 })
        {
            Directory.CreateDirectory(folder.File($"node{shard}"));
            Tool.Do(folder, $"encode rate --sample-digits 12 --num-steps 2 --shard {shard}/2 -o node{shard}/spikes{format}");
        }
        Tool.Do(folder, $"merge node1/spikes-1-of-2{format} node0/spikes-0-of-2{format} -o merged{format}");
        Assert.Equal(folder.Bytes($"whole{format}"), folder.Bytes($"merged{format}"));
        File.Copy(folder.File($"node0/spikes-0-of-2{format}"), folder.File($"node1/spikes-0-of-2{format}"));
        Assert.Contains($"'node1/spikes-0-of-2{format}' and 'node0/spikes-0-of-2{format}' are both shard 0 of 2: ", Tool.Refuse(
            folder, $"merge node1/spikes-0-of-2{format} node0/spikes-0-of-2{format} node1/spikes-1-of-2{format} -o b{format}",
            ExitCode.Usage, "list each shard once."));
    }

    /// <summary>What is merged, made once.</summary>
    public sealed class ShardFolder : IDisposable
    {
        public ShardFolder()
        {
            foreach (string shard in new[] { "0/3", "1/3", "2/3", "1/2" })
                Tool.Do(Folder, $"encode rate --sample-digits 12 --num-steps 2 -o spikes.npz --shard {shard}");
            Tool.Do(Folder, "encode rate --sample-digits 2 --num-steps 2 -o other.npz");
            Tool.Do(Folder, "encode rate --sample-digits 2 --num-steps 3 -o longer.npz");
            Tool.Do(Folder, "encode rate --sample-digits 2 --num-steps 2 -o sparse.npz --sparse");
            Folder.Write("first.csv", "a,b", "1,2");
            Folder.Write("early.csv", "row,step,neuron,value", "0,1,2,1", "4,0,0,1");
            Folder.Write("late.csv", "row,step,neuron,value", "5,1,2,1");
            Folder.Write("cut.csv", "row,step,neuron,value", ",,");
        }

        internal WorkFolder Folder { get; } = new();

        public void Dispose() => Folder.Dispose();
    }
}
