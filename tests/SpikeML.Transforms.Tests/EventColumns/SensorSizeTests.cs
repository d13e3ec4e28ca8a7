namespace SpikeML.Tests.EventColumns;

public class SensorSizeTests
{
    private const int Height = 5, Width = 7;

    public static TheoryData<AddressEvent, bool> Places => new()
    {
        { new(0, 0, long.MinValue, 0), true },
        { new(Width - 1, Height - 1, long.MaxValue, 1), true },
        { new(Width, 0, 0, 0), false },
        { new(-1, 0, 0, 1), false },
        { new(0, Height, 0, 1), false },
        { new(0, -1, 0, 0), false },
        { new(0, -1, 0, 1), false },
        { new(0, -2, 0, 1), false },
        { new(0, -AddressEvent.LargestRow - 1, 0, 0), false },
    };

    /// <summary>At each place of rows of different lengths, which are examined four events at a time.</summary>
    [Theory]
    [MemberData(nameof(Places))]
    public void One_event_outside_is_found(AddressEvent own, bool isInside)
    {
        for (int length = 1; length <= 10; length++)
        {
            for (int at = 0; at < length; at++)
            {
                AddressEvent[] events = [.. Enumerable.Repeat(new AddressEvent(3, 2, -5, 1), length)];
                events[at] = own;
                Assert.Equal(isInside, SensorSize.AreInside(events, Height, Width));
            }
        }
    }

    /// <summary>Where the height is not known, as in files without it, rows below 0 are outside all the same.</summary>
    [Fact]
    public void Rows_below_0_are_outside_any_sensor()
    {
        foreach (int y in new[] { -1, -2, -AddressEvent.LargestRow - 1 })
            Assert.False(SensorSize.AreInside([new(0, y, 0, 0)], int.MaxValue, Width));
        Assert.True(SensorSize.AreInside([new(0, AddressEvent.LargestRow, 0, 1)], int.MaxValue, Width));
    }
}
