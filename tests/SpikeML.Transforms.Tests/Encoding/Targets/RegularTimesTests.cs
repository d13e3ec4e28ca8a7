using System.Numerics;

namespace SpikeML.Tests.Encoding.Targets;

/// <summary>Regular targets fire at floor(k / rate) exactly.</summary>
public class RegularTimesTests
{
    /// <summary>Rates at which single precision rounds a time just below a step up to it.</summary>
    public static TheoryData<double, int, int> Below => new()
    {
        { 0.837469, 675, 805 }, { 0.520073, 285, 547 }, { 0.961326, 696, 723 }, { 0.976977, 976, 998 },
    };

    [Theory]
    [MemberData(nameof(Below))]
    public void Encode_fires_at_the_step_in_which_the_time_falls(double rate, int spike, int step)
    {
        Assert.Equal(step, Steps(rate)[spike]);
        Assert.Equal(step + 7, Steps(rate, first: 7)[spike]);
        float[] neuron = new float[1000];
        RateTargetEncoding.EncodeNeuron(neuron, rate, new() { NumSteps = 1000 });
        Assert.Equal((1, spike + 1), (neuron[step], neuron[..(step + 1)].Count(value => value != 0)));
    }

    [Theory]
    [MemberData(nameof(Below))]
    public void Models_of_old_formats_fire_a_step_later(double rate, int spike, int step) =>
        Assert.Equal(step + 1, Steps(rate, format: ModelFormat.Second)[spike]);

    [Fact]
    public void Decimal_rates_fire_at_the_steps_of_the_decimals()
    {
        for (int percent = 1; percent <= 100; percent++)
        {
            int count = (1000 * percent + 99) / 100;
            Assert.Equal(Enumerable.Range(0, count).Select(spike => spike * 100 / percent), Steps(percent / 100.0));
        }
    }

    [Fact]
    public void Other_rates_fire_at_the_steps_of_their_binary_digits()
    {
        Random random = new(1);
        for (int i = 0; i < 300; i++)
        {
            double rate = random.NextDouble();
            // The rate is mantissa / 2^53 exactly.
            BigInteger mantissa = (BigInteger)Math.ScaleB(rate, 53), one = BigInteger.One << 53;
            int[] expected = [.. Enumerable.Range(0, 1001).Select(spike => (int)(spike * one / mantissa))
                .TakeWhile(step => step < 1000)];
            Assert.Equal(expected, Steps(rate));
        }
    }

    [Fact]
    public void A_uniform_pattern_draws_as_many_spikes_as_the_regular_one_has()
    {
        for (int percent = 1; percent <= 100; percent++)
            Assert.Equal(Steps(percent / 100.0).Length, RegularTimes.Count(percent / 100.0, 1000));
    }

    private static int[] Steps(double rate, int first = 0, uint format = ModelFormat.Third)
    {
        float[] targets = new float[1000 + first];
        RateTargetEncoding.Encode([0], targets, 1, new()
        {
            NumSteps = targets.Length,
            CorrectRate = rate,
            FirstSpikeTime = first,
            ArithmeticFormat = format,
        });
        return [.. Enumerable.Range(0, targets.Length).Where(step => targets[step] != 0)];
    }

    [Fact]
    public void Count_is_the_number_of_spikes_before_the_end_for_any_number_of_steps()
    {
        for (int percent = 1; percent <= 100; percent++)
        {
            for (int steps = 0; steps <= 150; steps++)
                Assert.Equal((steps * percent + 99) / 100, RegularTimes.Count(percent / 100.0, steps));
        }
        Assert.Equal(0, RegularTimes.Count(0, 100));
    }
}
