namespace SpikeML.Tests.Arithmetic;

public class RunSortTests
{
    private const int RunLength = 1 << 16;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(257)]
    [InlineData(RunLength)]
    [InlineData(RunLength + 1)]
    [InlineData(3 * RunLength + 17)]
    public void Sort_gives_what_Array_Sort_gives(int count)
    {
        Random random = new(count);
        float[] values = [.. Enumerable.Range(0, count + 3).Select(_ => random.NextSingle())], expected = [.. values];
        Array.Sort(expected, 0, count);
        RunSort.Sort(values, count, () => { });
        Assert.Equal(expected, values);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(6)]
    public void Sort_stops_between_runs_and_while_it_merges(int lastCheck)
    {
        int checks = 0;
        Assert.Throws<OperationCanceledException>(() => RunSort.Sort(new float[4 * RunLength], 4 * RunLength, () =>
        {
            if (++checks == lastCheck)
                throw new OperationCanceledException();
        }));
        Assert.Equal(lastCheck, checks);
    }
}
