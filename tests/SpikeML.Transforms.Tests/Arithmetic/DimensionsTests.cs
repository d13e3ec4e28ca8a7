using System.Collections.Immutable;

namespace SpikeML.Tests.Arithmetic;

public class DimensionsTests
{
    [Fact]
    public void Count_multiplies_what_fits()
    {
        Assert.Equal(1, Dimensions.Count(ImmutableArray<int>.Empty));
        Assert.Equal(784, Dimensions.Count([28, 28]));
        Assert.Equal(0L, Dimensions.Count([3L, 0, 5]));
        Assert.Equal(1L << 40, Dimensions.Count([1L << 20, 1L << 20]));
    }

    [Fact]
    public void Count_throws_when_the_product_is_too_large()
    {
        Assert.Throws<OverflowException>(() => Dimensions.Count([65536, 65536]));
        Assert.Throws<OverflowException>(() => Dimensions.Count([int.MaxValue, int.MaxValue, 4, 4]));
        Assert.Throws<OverflowException>(() => Dimensions.Count([1L << 40, 1L << 40]));
    }

    [Fact]
    public void Product_stops_at_the_greatest_number()
    {
        Assert.Equal(1L << 32, Dimensions.Product([65536, 65536]));
        Assert.InRange(Dimensions.Product([int.MaxValue, int.MaxValue, int.MaxValue]), 1L << 61, 1L << 62);
    }

    [Theory]
    [InlineData(1, 65536, 65536)]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue)]
    public void A_train_refuses_more_neurons_than_a_step_can_have(int numSteps, params int[] shape) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SpikeTrain.FromEvents([], numSteps, shape));
}
