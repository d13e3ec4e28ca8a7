using SpikeML.Tests.Encoding.Reference;

namespace SpikeML.Tests.Encoding.Targets;

public class DrawnTargetsTests
{
    [Theory]
    [InlineData(FiringPattern.Uniform)]
    [InlineData(FiringPattern.Poisson)]
    public void Encode_writes_drawn_patterns_with_the_targets(FiringPattern pattern)
    {
        RateTargetEncodingOptions plain =
            new() { NumSteps = 41, CorrectRate = 0.4, IncorrectRate = 0.1, FiringPattern = pattern, Seed = 3 };
        float[] spikes = Encode([2, 0], 3, plain);
        Assert.Equal(spikes.Select(spike => spike == 0 ? 0.25f : 1), Encode([2, 0], 3, plain with { OffTarget = 0.25 }));
        Assert.Equal(spikes.Select(spike => spike == 0 ? 0 : 2f), Encode([2, 0], 3, plain with { OnTarget = 2 }));
        float[] ramps = Encode([2, 0], 3, plain with { OffTarget = 0.5, OnTarget = 1.5, Interpolate = true });
        for (int neuron = 0; neuron < 6; neuron++)
            Assert.Equal(Ramp([.. spikes.Where((_, slot) => slot % 6 == neuron)]), ramps.Where((_, slot) => slot % 6 == neuron));
    }

    /// <summary>From 0.5 at the step after a spike to 1.5 at the next one.</summary>
    private static float[] Ramp(float[] spikes)
    {
        float[] targets = [.. Enumerable.Repeat(0.5f, spikes.Length)];
        int from = 0;
        foreach (int spike in Enumerable.Range(0, spikes.Length).Where(step => spikes[step] != 0))
        {
            for (int step = from; step <= spike; step++)
                targets[step] = step == spike ? 1.5f : (float)(0.5 + (step - from) * (1.0 / (spike - from)));
            from = spike + 1;
        }
        return targets;
    }

    [Theory]
    [InlineData(FiringPattern.Regular, ModelFormat.Third)]
    [InlineData(FiringPattern.Uniform, ModelFormat.Third)]
    [InlineData(FiringPattern.Poisson, ModelFormat.Third)]
    [InlineData(FiringPattern.Uniform, ModelFormat.Second)]
    [InlineData(FiringPattern.Poisson, ModelFormat.Second)]
    public void EncodeNeuron_returns_the_number_of_its_spikes(FiringPattern pattern, uint format)
    {
        RateTargetEncodingOptions options =
            new() { NumSteps = 40, FirstSpikeTime = 10, FiringPattern = pattern, Seed = 3, ArithmeticFormat = format };
        float[] spikes = new float[40];
        foreach (double rate in new[] { 0, 0.5, 1 })
        {
            Array.Fill(spikes, float.NaN);
            int count = RateTargetEncoding.EncodeNeuron(spikes, rate, options);
            Assert.Equal(count, spikes.Count(value => value == 1));
            Assert.Equal(40 - count, spikes.Count(value => value == 0));
            Assert.All(spikes[..10], value => Assert.Equal(0, value));
            Assert.Equal(rate > 0, count > 0);
            // Some draws of a uniform pattern fall on the same step.
            Assert.Equal(rate == 1 && pattern != FiringPattern.Uniform, count == 30);
        }
    }

    [Theory]
    [InlineData(FiringPattern.Uniform, ModelFormat.Third)]
    [InlineData(FiringPattern.Poisson, ModelFormat.Third)]
    [InlineData(FiringPattern.Uniform, ModelFormat.Second)]
    [InlineData(FiringPattern.Poisson, ModelFormat.Second)]
    public void EncodeNeuron_draws_by_the_seed(FiringPattern pattern, uint format)
    {
        float[] Spikes(int? seed)
        {
            float[] spikes = new float[40];
            RateTargetEncoding.EncodeNeuron(spikes, 0.5,
                new() { NumSteps = 40, FiringPattern = pattern, Seed = seed, ArithmeticFormat = format });
            return spikes;
        }
        Assert.Equal(Spikes(3), Spikes(3));
        Assert.NotEqual(Spikes(3), Spikes(4));
        Assert.Equal(Spikes(0), Spikes(null));
    }

    public static TheoryData<RateTargetEncodingOptions> Codes =>
    [
        new RateTargetEncodingOptions { FiringPattern = FiringPattern.Poisson },
        new RateTargetEncodingOptions { FiringPattern = FiringPattern.Uniform },
        new RateTargetEncodingOptions { FiringPattern = FiringPattern.Poisson, OnTarget = 0 },
        new RateTargetEncodingOptions { FiringPattern = FiringPattern.Poisson, OnTarget = 3 },
        new RateTargetEncodingOptions { FiringPattern = FiringPattern.Poisson, OffTarget = 0.5 },
        new RateTargetEncodingOptions { FiringPattern = FiringPattern.Poisson, Interpolate = true },
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_pipeline_gives_what_the_kernel_gives(RateTargetEncodingOptions options)
    {
        RateTargetEncodingOptions own = options with { NumSteps = 40, NumClasses = 3, CorrectRate = 0.2, Seed = 3 };
        EncodedRow pipeline = new(own, 2);
        foreach (float[] labels in (float[][])[[2, 0], [1, 1]])
            Assert.Equal(Encode(labels, 3, own), pipeline.Encode(labels));
    }

    private static float[] Encode(float[] labels, int numClasses, RateTargetEncodingOptions options)
    {
        float[] targets = new float[labels.Length * numClasses * options.NumSteps];
        Array.Fill(targets, float.NaN);
        RateTargetEncoding.Encode(labels, targets, numClasses, options);
        return targets;
    }
}
