namespace SpikeML.Tests.Encoding.Targets;

public class RateTargetArgumentTests
{
    [Fact]
    public void Encode_refuses_arguments_that_do_not_fit()
    {
        RateTargetEncodingOptions options = new() { NumSteps = 5 };
        Assert.Throws<ArgumentNullException>("options", () => RateTargetEncoding.Encode([0], new float[10], 2, null!));
        Assert.Throws<ArgumentOutOfRangeException>("numClasses", () => RateTargetEncoding.Encode([0], new float[10], 0, options));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            RateTargetEncoding.Encode([0], new float[10], 2, options with { CorrectRate = 2 }));
        Assert.StartsWith("The targets of 2 labels need room for 20 values (steps x labels x classes), got 19.",
            Assert.Throws<ArgumentException>(() => RateTargetEncoding.Encode([0, 1], new float[19], 2, options)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith("Set options.Seed", Assert.Throws<ArgumentException>(() => RateTargetEncoding.Encode(
            [0], new float[10], 2, options with { FiringPattern = FiringPattern.Uniform })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EncodeNeuron_refuses_arguments_that_do_not_fit()
    {
        RateTargetEncodingOptions options = new() { NumSteps = 5 };
        Assert.Throws<ArgumentNullException>("options", () => RateTargetEncoding.EncodeNeuron(new float[5], 0.5, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            RateTargetEncoding.EncodeNeuron(new float[5], 0.5, options with { CorrectRate = 2 }));
        foreach (double rate in new[] { -0.1, 1.1, double.NaN })
            Assert.StartsWith("rate must be 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>("rate", () =>
                RateTargetEncoding.EncodeNeuron(new float[5], rate, options)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The spikes of 5 steps need room for as many values, got 4.", Assert.Throws<ArgumentException>(
            "spikes", () => RateTargetEncoding.EncodeNeuron(new float[4], 0.5, options)).Message, StringComparison.Ordinal);
    }
}
