namespace SpikeML.Tests.Encoding.Population;

public class GaussianFieldsTests
{
    [Fact]
    public void Fields_of_a_single_value_are_those_of_a_range_of_width_1_around_it()
    {
        GaussianFields single = new(5, 1.5, 2, 2), range = new(5, 1.5, 1.5, 2.5);
        for (int field = 0; field < 5; field++)
        {
            Assert.Equal(range.Centre(field), single.Centre(field));
            Assert.Equal(range.Activation(2.1, field), single.Activation(2.1, field));
        }
        Assert.Equal(2, single.Centre(2), 12);
        Assert.InRange(single.Activation(2.1, 2), 0.1, 1);
    }
}
