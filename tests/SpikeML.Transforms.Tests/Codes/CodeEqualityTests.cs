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

    [Fact]
    public void Rate_codes_differ_in_any_option()
    {
        RateEncodingOptions code = new();
        AssertDifferent(code, code with { NumSteps = 50 }, code with { Gain = 2 }, code with { Offset = 1 },
            code with { FirstSpikeTime = 1 }, code with { TimeVarying = true }, code with { Seed = 1 },
            code with { RowKeyColumnName = "Row" },
            code with { OnnxDraws = OnnxDraws.Runtime }, code with { ArithmeticFormat = ModelFormat.Second });
    }

    [Fact]
    public void Scalings_differ_in_any_option_and_in_what_was_learned()
    {
        ScaleOptions code = new() { LearnedRanges = [ValueRange.Unit] };
        AssertDifferent(code, Learned(code with { PerSlot = false }), Learned(code with { LowerQuantile = 0.1 }),
            Learned(code with { UpperQuantile = 0.9 }), code with { Clamp = false }, code with { MaxQuantileRows = 9 },
            code with { LearnedRanges = [new(0, 2)] }, code with { ArithmeticFormat = ModelFormat.Second });

        static ScaleOptions Learned(ScaleOptions code) => code with { LearnedRanges = [ValueRange.Unit] };
    }

    [Fact]
    public void Population_codes_differ_in_any_option_and_in_what_was_learned()
    {
        PopulationRateEncodingOptions code = new() { LearnedRanges = [ValueRange.Unit] };
        AssertDifferent(code, code with { NumSteps = 50 }, code with { NumFields = 9 }, code with { WidthFactor = 2 },
            code with { Range = ValueRange.Unit, LearnedRanges = [ValueRange.Unit] }, code with { LearnedRanges = [new(0, 2)] },
            code with { Seed = 1 }, code with { ArithmeticFormat = ModelFormat.Second });
    }

    [Fact]
    public void Bsa_codes_differ_in_the_options_of_their_base() =>
        Assert.NotEqual(new BsaEncodingOptions(), new BsaEncodingOptions { MaxFitRows = 5 });

    private static void AssertDifferent(SpikeCode code, params SpikeCode[] others)
    {
        Assert.Equal(code with { }, code);
        Assert.Equal((code with { }).GetHashCode(), code.GetHashCode());
        Assert.All(others, other => Assert.NotEqual(code, other));
    }
}
