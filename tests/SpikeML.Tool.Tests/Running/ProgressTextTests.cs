using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Running;

public class ProgressTextTests
{
    [Theory]
    [InlineData(0, 100, 5, "0 of 100 rows")]
    [InlineData(50, 100, 5, "50 of 100 rows, 10 rows/s, 0:05 left")]
    [InlineData(1_000, 9_001_000, 1, "1,000 of 9,001,000 rows, 1,000 rows/s, 2:30:00 left")]
    [InlineData(100, 100, 7, "100 of 100 rows, 14 rows/s, 0:00 left")]
    public void Of_gives_speed_and_time_left(long done, long all, int seconds, string expected) =>
        Assert.Equal(expected, ProgressText.Of(done, all, "rows", TimeSpan.FromSeconds(seconds)));
}
