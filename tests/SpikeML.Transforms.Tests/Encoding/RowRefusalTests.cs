using SpikeML.Tests.Encoding.Reference;

namespace SpikeML.Tests.Encoding;

/// <summary>Every code checks the values of a row in a pipeline too, whether it writes all values or lists the spikes.</summary>
public class RowRefusalTests
{
    private static readonly SpikeCode[] Codes =
    [
        new PhaseEncodingOptions(), new RankOrderEncodingOptions(), new RegularRateEncodingOptions { NumSteps = 20 },
        new PoissonIntervalEncodingOptions { Seed = 1 }, new RateEncodingOptions { Seed = 1 },
        new RateEncodingOptions { TimeVarying = true, Seed = 1 }, new SignedRateEncodingOptions { Seed = 1 },
        new PopulationRateEncodingOptions { Range = ValueRange.Unit, Seed = 1 },
        new ReceptiveFieldEncodingOptions { Range = ValueRange.Unit },
        new ScaleOptions { LearnedRanges = [ValueRange.Unit] }, new PulseWidthEncodingOptions { Lowest = 0, Highest = 1 },
        new ResidueEncodingOptions { Threshold = 0.1 }, new StepForwardEncodingOptions { Threshold = 0.1 },
        new ThresholdBasedEncodingOptions { Threshold = 0.1 }, new ThresholdBasedEncodingOptions { Factor = 1 },
    ];

    public static TheoryData<int, int, float> NotFinite => new(
        from code in Enumerable.Range(0, Codes.Length)
        from width in new[] { 3, 40 }
        from value in new[] { float.NaN, float.NegativeInfinity }
        select (code, width, value));

    [Theory]
    [MemberData(nameof(NotFinite))]
    public void Encode_names_the_slot_of_a_value_that_is_not_finite(int code, int width, float value) =>
        AssertRefused(Codes[code], width, value);

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void Encode_names_the_slot_of_a_value_beyond_the_range_of_the_code(int width)
    {
        AssertRefused(new PhaseEncodingOptions { NumSteps = 50 }, width, 1.5f);
        AssertRefused(new PhaseEncodingOptions { NumSteps = 50 }, width, -0.5f);
        AssertRefused(new RegularRateEncodingOptions { NumSteps = 50 }, width, -0.5f);
        AssertRefused(new PoissonIntervalEncodingOptions { Seed = 1 }, width, -0.5f);
    }

    [Theory]
    [InlineData(FiringPattern.Regular)]
    [InlineData(FiringPattern.Uniform)]
    [InlineData(FiringPattern.Poisson)]
    public void Encode_names_the_slot_of_a_label_that_is_no_class(FiringPattern pattern)
    {
        RateTargetEncodingOptions code = new() { NumClasses = 40, CorrectRate = 0.2, FiringPattern = pattern, Seed = 1 };
        foreach (float label in (float[])[-1, 40, 1.5f, float.NaN])
        {
            AssertRefused(code, 3, label);
            AssertRefused(new LatencyTargetEncodingOptions { NumClasses = 40 }, 3, label);
        }
    }

    private static void AssertRefused(SpikeCode code, int width, float value)
    {
        float[] row = new float[width];
        row[^2] = value;
        InvalidFeatureException error = Assert.Throws<InvalidFeatureException>(() => new EncodedRow(code, width).Encode(row));
        Assert.Equal((width - 2, value), (error.Slot, error.Value));
    }
}
