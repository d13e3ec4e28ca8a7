namespace SpikeML.Tests.Learning;

public class CancellableWorkTests
{
    [Fact]
    public void Run_gives_what_the_work_gives() => Assert.Equal(7, CancellableWork.Run(() => 7, () => { }));

    [Fact]
    public void Run_throws_what_the_work_throws() =>
        Assert.Throws<InvalidDataException>(() => CancellableWork.Run<int>(() => throw new InvalidDataException(), () => { }));

    [Fact]
    public void Run_does_not_wait_for_work_that_is_no_longer_wanted()
    {
        using ManualResetEventSlim end = new();
        Assert.Throws<OperationCanceledException>(() => CancellableWork.Run(() => end.Wait(TimeSpan.FromMinutes(1)),
            () => throw new OperationCanceledException()));
        Assert.False(end.IsSet);
        end.Set();
    }
}
