namespace SpikeML.Torch.Tests.Batches;

public class ReadAheadTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(100, 1)]
    [InlineData(100, 3)]
    public void Of_gives_the_same_items_in_the_same_order(int count, int ahead)
    {
        List<Item> made = [];
        Assert.Equal(Enumerable.Range(0, count), ReadAhead.Of(stop => Items(made, count), ahead).Select(item => item.Number));
        Assert.All(made, item => Assert.False(item.IsDisposed));
    }

    [Fact]
    public void Of_reads_the_next_items_on_another_thread_while_one_is_used()
    {
        using ManualResetEventSlim third = new();
        IEnumerable<Item> Read()
        {
            for (int i = 0; i < 4; i++)
            {
                if (i == 2)
                    third.Set();
                yield return new(i);
            }
        }
        using IEnumerator<Item> items = ReadAhead.Of(stop => Read(), 2).GetEnumerator();
        Assert.True(items.MoveNext());
        Assert.True(third.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        Assert.Equal(0, items.Current.Number);
    }

    [Fact]
    public void Of_throws_the_same_exception_after_the_items_before_it()
    {
        InvalidOperationException error = new("Row 3 is bad.");
        List<int> taken = [];
        IEnumerable<Item> Read()
        {
            foreach (Item item in Items([], 3))
                yield return item;
            throw error;
        }
        Assert.Same(error, Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (Item item in ReadAhead.Of(stop => Read(), 2))
                taken.Add(item.Number);
        }));
        Assert.Equal([0, 1, 2], taken);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Of_stops_reading_and_disposes_what_nobody_took_when_the_taker_stops(int ahead)
    {
        List<Item> made = [];
        bool wasStopped = false;
        IEnumerable<Item> Read(CancellationToken stop)
        {
            foreach (Item item in Items(made, int.MaxValue))
            {
                wasStopped = stop.IsCancellationRequested;
                stop.ThrowIfCancellationRequested();
                yield return item;
            }
        }
        foreach (Item item in ReadAhead.Of(Read, ahead))
        {
            if (item.Number == 7)
                break;
        }
        Assert.InRange(made.Count, 8, 8 + ahead + 2);
        Assert.All(made.Take(8), item => Assert.False(item.IsDisposed));
        // The last one may have been made, but not been given out, when reading stopped.
        Assert.All(made.Skip(8).Take(made.Count - 8 - (wasStopped ? 1 : 0)), item => Assert.True(item.IsDisposed));
    }

    private static IEnumerable<Item> Items(List<Item> made, int count)
    {
        for (int i = 0; i < count; i++)
        {
            made.Add(new(i));
            yield return made[^1];
        }
    }

    private sealed class Item(int number) : IDisposable
    {
        public int Number => number;

        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
