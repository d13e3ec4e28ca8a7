namespace SpikeML.Tests.Encoding.Bins;

public class BinRatesTests
{
    [Fact]
    public void Room_refuses_more_bins_than_a_span_can_hold() =>
        Assert.Throws<OverflowException>(() => BinRates.Room(1 << 30, 8));
}
