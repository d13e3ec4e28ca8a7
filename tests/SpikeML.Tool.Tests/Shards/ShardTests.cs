using SpikeML.Tool.Running;
using SpikeML.Tool.Shards;

namespace SpikeML.Tool.Tests.Shards;

public class ShardTests
{
    [Theory]
    [InlineData(10, 3)]
    [InlineData(70_000, 16)]
    [InlineData(2, 5)]
    [InlineData(0, 4)]
    [InlineData(9_000_000_000_000_000_000, 1_000_000)]
    public void Of_cuts_rows_into_blocks_that_follow_each_other_and_differ_by_one_row_at_most(long rows, int count)
    {
        long next = 0;
        for (int index = 0; index < count; index++)
        {
            (long first, long number) = new Shard(index, count).Of(rows);
            // A million assertions would take seconds.
            if (first != next || number < rows / count || number > (rows + count - 1) / count)
                Assert.Fail($"Shard {index} of {count} has {number} rows from {first}.");
            next = first + number;
        }
        Assert.Equal(rows, next);
    }

    [Theory]
    [InlineData("spikes.npz", 3, 16, "spikes-03-of-16.npz")]
    [InlineData("a.b.idv", 0, 1, "a.b-0-of-1.idv")]
    [InlineData("x.csv", 9, 10, "x-9-of-10.csv")]
    [InlineData("x.csv", 10, 11, "x-10-of-11.csv")]
    public void PathOf_names_the_shard_so_that_names_sort(string path, int index, int count, string expected)
    {
        Assert.Equal(expected, new Shard(index, count).PathOf(path));
        Assert.Equal((path, new Shard(index, count)), Shard.InName(expected));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("4/4")]
    [InlineData("-1/4")]
    [InlineData("0/0")]
    [InlineData("1/2/3")]
    [InlineData(" 1/4")]
    public void Parse_refuses_what_is_no_shard(string text) =>
        Assert.Equal(ExitCode.Usage, Assert.Throws<ToolException>(() => Shard.Parse(text)).ExitCode);
}
