using System.Runtime.CompilerServices;

namespace SpikeML.Tests.Events;

public class AddressEventTests
{
    [Fact]
    public void An_event_takes_16_bytes() => Assert.Equal(16, Unsafe.SizeOf<AddressEvent>());

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(639, 479, 123_456_789_012, 1)]
    [InlineData(int.MaxValue, (1 << 30) - 1, long.MaxValue, 1)]
    [InlineData(int.MinValue, -(1 << 30), long.MinValue, 0)]
    [InlineData(-1, -1, -1, 1)]
    public void Its_numbers_are_kept(int x, int y, long time, int polarity)
    {
        AddressEvent own = new(x, y, time, polarity);
        Assert.Equal((x, y, time, polarity), (own.X, own.Y, own.Timestamp, own.Polarity));
        Assert.Equal(own, default(AddressEvent) with { X = x, Polarity = polarity, Timestamp = time, Y = y });
        (int left, int top, long when, int sign) = own;
        Assert.Equal((x, y, time, polarity), (left, top, when, sign));
        Assert.NotEqual(own, own with { Polarity = 1 - polarity });
        Assert.Equal($"AddressEvent {{ X = {x}, Y = {y}, Timestamp = {time}, Polarity = {polarity} }}", $"{own}");
    }

    [Theory]
    [InlineData(0, 2, "polarity")]
    [InlineData(0, -1, "polarity")]
    [InlineData(1 << 30, 0, "y")]
    [InlineData(int.MinValue, 0, "y")]
    public void Other_polarities_and_rows_are_refused(int y, int polarity, string parameter)
    {
        Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(() => new AddressEvent(0, y, 0, polarity)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => default(AddressEvent) with { Y = y, Polarity = polarity });
    }
}
