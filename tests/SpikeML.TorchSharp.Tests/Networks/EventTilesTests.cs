using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Networks;

public class EventTilesTests
{
    /// <summary>[numSteps, examples, inputs], with as many tiles as examples have room in 256 rows.</summary>
    [Theory]
    [InlineData(1, 256, 1)]
    [InlineData(1, 257, 2)]
    [InlineData(100, 4, 2)]
    [InlineData(300, 3, 3)]
    public void Tiles_have_every_event_once(int numSteps, int examples, int count)
    {
        InputEvents events = Events(numSteps, examples);

        EventTiles tiles = events.Tiles;

        Assert.Equal(count, tiles.Count);
        List<(int Row, int Column)> found = [];
        for (int tile = 0; tile < tiles.Count; tile++)
        {
            (int first, int end) = tiles.ExamplesOf(tile);
            for (int column = 0; column < events.ColumnCount; column++)
            {
                ReadOnlySpan<int> rows = tiles.Rows.AsSpan(tiles.Of(tile, column));
                for (int i = 0; i < rows.Length; i++)
                {
                    Assert.True(i == 0 || rows[i] > rows[i - 1]);
                    Assert.InRange(rows[i], 0, (end - first) * numSteps - 1);
                    found.Add((events.RowOf(first + rows[i] / numSteps, rows[i] % numSteps), column));
                }
            }
        }
        Assert.Equal(All(events), found.Order());
    }

    [Fact]
    public void Tiles_are_those_of_the_events_after_with()
    {
        InputEvents events = Events(1, 200), steps = events with { NumSteps = events.Tiles.NumSteps * 50 };
        Assert.Equal(4, steps.Examples);
        Assert.Equal((50, 4), (steps.Tiles.NumSteps, steps.Tiles.Examples));
        Assert.Equal((1, 200), (events.Tiles.NumSteps, events.Tiles.Examples));
    }

    private static InputEvents Events(int numSteps, int examples)
    {
        using Generator generator = new(1);
        using Tensor spikes = rand([numSteps, examples, 9], generator: generator).lt(0.2).to(ScalarType.Float32);
        return EventLinear.FindEvents(spikes)!;
    }

    private static IEnumerable<(int Row, int Column)> All(InputEvents events) => Enumerable.Range(0, events.Rows)
        .SelectMany(row => events.ColumnsOf(row).ToArray().Select(column => (row, column)));
}
