using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML.Torch.Tests.Training;

public class TrainingProgressTests
{
    private readonly List<string> _lines = [];
    private readonly ManualClock _clock = new();

    [Fact]
    public void Add_writes_a_line_every_ten_seconds_with_rows_a_second_and_the_time_left()
    {
        TrainingProgress progress = Make(epochs: 15, rows: 8000, mayStopEarly: false);
        progress.Begin(0);
        for (int i = 0; i < 40; i++)
        {
            _clock.Pass(seconds: 1);
            progress.Add(100);
        }
        Assert.Equal(
            ["Epoch 1 of 15: 1,000 of 8,000 rows, 100 rows/s, 19 min 50 s left",
                "Epoch 1 of 15: 2,000 of 8,000 rows, 100 rows/s, 19 min 40 s left",
                "Epoch 1 of 15: 3,000 of 8,000 rows, 100 rows/s, 19 min 30 s left",
                "Epoch 1 of 15: 4,000 of 8,000 rows, 100 rows/s, 19 min 20 s left"],
            _lines);
    }

    [Fact]
    public void Add_writes_nothing_in_short_epochs()
    {
        TrainingProgress progress = Make(epochs: 3, rows: 100, mayStopEarly: false);
        for (int epoch = 0; epoch < 3; epoch++)
        {
            progress.Begin(epoch);
            _clock.Pass(seconds: 9);
            progress.Add(50);
            _clock.Pass(seconds: 9);
            progress.Add(50);
            progress.End();
        }
        Assert.Empty(_lines);
        Assert.Equal(TimeSpan.Zero, progress.TimeLeft);
    }

    [Theory]
    [InlineData(1, false, "2 s left")]
    [InlineData(100, false, "3 min 20 s left")]
    [InlineData(3000, false, "1 h 40 min left")]
    [InlineData(100, true, "at most 3 min 20 s left")]
    public void TimeLeftText_gives_the_time_of_the_other_epochs(int seconds, bool mayStopEarly, string expected)
    {
        TrainingProgress progress = Make(epochs: 3, rows: 100, mayStopEarly);
        progress.Begin(0);
        _clock.Pass(seconds);
        progress.Add(100);
        progress.End();
        Assert.Equal(expected, progress.TimeLeftText);
    }

    private TrainingProgress Make(int epochs, long rows, bool mayStopEarly)
    {
        MLContext context = new();
        context.Log += (_, entry) =>
        {
            if (entry.RawMessage.StartsWith("Epoch", StringComparison.Ordinal))
                _lines.Add(entry.RawMessage);
        };
        return new(((IChannelProvider)context).Start("Test"), epochs, rows, mayStopEarly, _clock);
    }

    private sealed class ManualClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _now;

        public void Pass(int seconds) => _now += seconds;
    }
}
