using System.Security.Cryptography;
using SpikeML.Tests.Encoding;
using SpikeML.Tests.Encoding.Rate;
using SpikeML.Tests.Encoding.Reference;

namespace SpikeML.Tests.Draws;

/// <summary>
/// The spikes of the drawn codes of the third model format: written down once, and by their definitions without vectors.
/// </summary>
public class DrawnSpikesTests
{
    public static TheoryData<int> Lengths => [1, 2, 15, 16, 17, 33, 70, 784];

    [Theory]
    [InlineData("signed rate", "098C504E9698774D")]
    [InlineData("population rate", "F5A4338BB0C4D745")]
    [InlineData("Poisson intervals", "16D188DD641A0336")]
    [InlineData("exponential intervals", "EE85B2F238FA0A6A")]
    [InlineData("Poisson targets", "C346C468CFDA83F9")]
    [InlineData("uniform targets", "099F7F600A5DB522")]
    public void A_seed_gives_the_same_spikes_for_ever(string code, string hash)
    {
        float[] spikes = code switch
        {
            "signed rate" => Signed(Features(784), new() { Seed = -1, Gain = 0.9 }),
            "population rate" => Population(Features(100), new() { Seed = -1 }),
            "Poisson intervals" => Intervals(Rates(784), new() { Seed = -1 }),
            "exponential intervals" =>
                Intervals(Rates(784), new() { Seed = -1, Intervals = PoissonIntervalDistribution.Exponential }),
            "Poisson targets" => Targets(3, 10, Drawn(FiringPattern.Poisson)),
            _ => Targets(3, 10, Drawn(FiringPattern.Uniform)),
        };
        Assert.Equal(hash, Convert.ToHexString(SHA256.HashData([.. spikes.Select(spike => (byte)(sbyte)spike)]))[..16]);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Signed_rates_follow_their_definition(int length) => Assert.Equal(
        ScalarDrawnCodes.Signed(Features(length), 7, 1.5f, 99, 5),
        Signed(Features(length), new() { NumSteps = 7, Gain = 1.5, Seed = 99 }));

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Population_rates_follow_their_definition(int length)
    {
        PopulationRateEncodingOptions options = new() { NumSteps = 5, NumFields = 3 + length % 11, Seed = 99 };
        Assert.Equal(ScalarDrawnCodes.Population(Features(length), new(-1, 1), options.NumFields, 5, 99, 5),
            Population(Features(length), options));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Poisson_intervals_follow_their_definition(int length)
    {
        foreach ((int steps, double gain) in new[] { (7, 1.0), (100, 1), (100, 0.1), (1500, 0.05), (3, 1e9) })
        {
            PoissonIntervalEncodingOptions options = new() { NumSteps = steps, Gain = gain, Seed = 99 };
            Assert.Equal(
                ScalarDrawnCodes.Intervals(Rates(length), gain * 1 / 1000, steps, 99, 5), Intervals(Rates(length), options));
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Exponential_intervals_follow_their_definition(int length)
    {
        PoissonIntervalEncodingOptions options = new()
        {
            NumSteps = 7,
            Gain = 0.1,
            StepMilliseconds = 5,
            Intervals = PoissonIntervalDistribution.Exponential,
            Seed = 99,
        };
        float[] rates = Rates(length);
        float[] probabilities = [.. rates.Select(rate => (float)(1 - Math.Exp(-rate * 0.0005)))];
        Assert.Equal(ScalarRateEncoding.Trials(probabilities, ScalarRateEncoding.DrawKey(rates, 99, 5), 0, 7),
            Intervals(rates, options));
    }

    [Fact]
    public void Uniform_targets_follow_their_definition()
    {
        RateTargetEncodingOptions options = Drawn(FiringPattern.Uniform);
        Assert.Equal(ScalarDrawnCodes.UniformTargets(3, 10, options, 5), Targets(3, 10, options));
    }

    [Fact]
    public void Signed_rates_of_positive_values_are_the_rate_codes_spikes()
    {
        float[] features = [.. Features(100).Select(Math.Abs)], rates = new float[100 * 20];
        RateEncoding.Encode(features, rates, new() { NumSteps = 20, Seed = 4 }, rowKey: 5);
        Assert.Equal(rates, Signed(features, new() { NumSteps = 20, Seed = 4 }));
    }

    private static RateTargetEncodingOptions Drawn(FiringPattern pattern) =>
        new() { FiringPattern = pattern, CorrectRate = 0.7, IncorrectRate = 0.1, FirstSpikeTime = 20, Seed = -1 };

    private static float[] Signed(float[] features, SignedRateEncodingOptions options) =>
        FeatureCodes.Encode(
            features, options.NumSteps, (from, spikes) => SignedRateEncoding.Encode(from, spikes, options, rowKey: 5));

    private static float[] Population(float[] features, PopulationRateEncodingOptions options) => FeatureCodes.Encode(
        features, options.NumSteps * options.NumFields,
        (from, spikes) => PopulationRateEncoding.Encode(from, spikes, [new(-1, 1)], options, rowKey: 5));

    private static float[] Intervals(float[] rates, PoissonIntervalEncodingOptions options) =>
        FeatureCodes.Encode(
            rates, options.NumSteps, (from, spikes) => PoissonIntervalEncoding.Encode(from, spikes, options, rowKey: 5));

    private static float[] Targets(int label, int classes, RateTargetEncodingOptions options) => FeatureCodes.Encode(
        [label], options.NumSteps * classes, (from, targets) =>
            RateTargetEncoding.Encode(from, targets, classes, options, rowKey: 5));

    private static float[] Features(int count) => [.. Enumerable.Range(0, count).Select(i => (i * 37 % 101 - 50) / 50f)];

    /// <summary>0 to 10,000 spikes a second.</summary>
    private static float[] Rates(int count) =>
        [.. Enumerable.Range(0, count).Select(i => i % 5 == 0 ? 0 : MathF.Pow(1.7f, i * 37 % 19))];
}
