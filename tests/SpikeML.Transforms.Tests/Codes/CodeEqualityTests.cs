namespace SpikeML.Tests.Codes;

/// <summary>Codes are values: equal where all their options are, and with equal hash codes then.</summary>
public class CodeEqualityTests
{
    [Fact]
    public void A_number_of_steps_that_is_given_equals_the_same_by_default()
    {
        RateEncodingOptions given = new() { NumSteps = 100 };
        Assert.Equal(new RateEncodingOptions(), given);
        Assert.Equal(new RateEncodingOptions().GetHashCode(), given.GetHashCode());
    }

    [Fact]
    public void A_time_varying_rate_differs_where_the_number_of_steps_is_given() =>
        Assert.NotEqual(new RateEncodingOptions { TimeVarying = true },
            new RateEncodingOptions { TimeVarying = true, NumSteps = 100 });

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 0, 1)]
    public void Rate_codes_differ_in_any_option(int seed, int offset, int firstSpikeTime) =>
        Assert.NotEqual(new RateEncodingOptions { Seed = 0 },
            new RateEncodingOptions { Seed = seed, Offset = offset, FirstSpikeTime = firstSpikeTime });

    [Fact]
    public void Bsa_codes_differ_in_the_options_of_their_base()
    {
        Assert.NotEqual(new BsaEncodingOptions(), new BsaEncodingOptions { MaxFitRows = 5 });
        Assert.Equal(new BsaEncodingOptions { Filter = [1f, 2f] }, new BsaEncodingOptions { Filter = [1f, 2f] });
        Assert.NotEqual(new BsaEncodingOptions { Filter = [1f, 2f] }, new BsaEncodingOptions { Filter = [1f, 3f] });
    }

    [Fact]
    public void A_filter_without_values_has_a_hash_code()
    {
        _ = new BsaEncodingOptions { Filter = default }.GetHashCode();
        _ = new BsaEncodingOptions { Filter = [] }.GetHashCode();
    }
}
