using SpikeML.Tests.Encoding.Rate;
using SpikeML.Tests.Encoding.Reference;

namespace SpikeML.Tests.Encoding.SecondFormat;

/// <summary>Drawn codes of models of the first two formats follow their definitions, as kernels and in pipelines.</summary>
public class SecondFormatDrawsTests
{
    private const uint Format = ModelFormat.Second;

    private static readonly float[] Row = [.. Enumerable.Range(0, 37).Select(slot => slot % 3 == 0 ? 0 : (slot % 11 - 5) / 50f)];

    [Theory]
    [InlineData(1.5)]
    [InlineData(-0.5)]
    [InlineData(0)]
    public void Signed_rates_draw_once_for_each_step_of_a_feature_that_is_not_0(double gain)
    {
        SignedRateEncodingOptions code = new() { NumSteps = 30, Gain = gain, Seed = 7, ArithmeticFormat = Format };
        float[] sizes = [.. Row.Select(value => (float)Math.Min(Math.Abs(value * gain), 1))];
        float[] signs = [.. Row.Select(value => value * gain < 0 ? -1f : 1)];
        float[] spikes = Trials(sizes, ScalarRateEncoding.DrawKey(sizes, 7, ScalarRateEncoding.DrawKey(Row, 7, 0)), 30);
        AssertEncodes(code, Row, [.. spikes.Select((spike, at) => spike * signs[at % Row.Length])]);
    }

    [Fact]
    public void Population_rates_draw_once_for_each_step_of_a_field()
    {
        ValueRange[] ranges = [.. Row.Select((_, slot) => new ValueRange(-0.1, 0.1 + slot))];
        PopulationRateEncodingOptions code = new()
        {
            NumSteps = 9,
            NumFields = 4,
            WidthFactor = 4,
            LearnedRanges = [.. ranges],
            Seed = 7,
            ArithmeticFormat = Format,
        };
        AssertDraws(code, slot => ranges[slot]);
        AssertDraws(code with { Range = new(-0.1, 0.1) }, _ => new(-0.1, 0.1));

        static void AssertDraws(PopulationRateEncodingOptions code, Func<int, ValueRange> range)
        {
            float[] rates = [.. Row.SelectMany((value, slot) => Enumerable.Range(0, 4).Select(field =>
                (float)new GaussianFields(4, 4, range(slot).Lowest, range(slot).Highest).Activation(value, field)))];
            AssertEncodes(code, Row, Trials(rates, ScalarRateEncoding.DrawKey(rates, 7, 0), 9));
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 4)]
    public void Poisson_intervals_are_sums_of_intervals_of_at_most_16(double gain, double milliseconds)
    {
        // Mean intervals of 16, 40 and 125 steps, and of 1 step, at a gain of 1.
        float[] rates = [.. Enumerable.Range(0, 37).Select(slot => new[] { 62.5f, 25, 8, 0, 1000 }[slot % 5])];
        PoissonIntervalEncodingOptions code = new()
        {
            NumSteps = 30,
            Gain = gain,
            StepMilliseconds = milliseconds,
            Seed = 7,
            ArithmeticFormat = Format,
        };
        Func<double> units = Units(ScalarRateEncoding.DrawKey(rates, 7, 0));
        float[] expected = new float[30 * rates.Length];
        for (int slot = 0; slot < rates.Length; slot++)
        {
            double mean = 1000 / (rates[slot] * gain * milliseconds);
            for (int time = 0; double.IsFinite(mean) && (time += Interval(mean, 30, units)) <= 30;)
                expected[(time - 1) * rates.Length + slot] = 1;
        }
        AssertEncodes(code, rates, expected);
    }

    [Theory]
    [InlineData(FiringPattern.Uniform)]
    [InlineData(FiringPattern.Poisson)]
    public void Targets_draw_for_one_neuron_after_the_other(FiringPattern pattern)
    {
        RateTargetEncodingOptions code = new()
        {
            NumSteps = 40,
            FirstSpikeTime = 15,
            NumClasses = 5,
            CorrectRate = 0.3,
            IncorrectRate = 0.1,
            FiringPattern = pattern,
            Seed = 7,
            ArithmeticFormat = Format,
        };
        foreach (double incorrect in (double[])[0.1, 0])
        {
            RateTargetEncodingOptions own = code with { IncorrectRate = incorrect };
            AssertEncodes(own, [3, 0], Targets(own, [3, 0]));
        }
    }

    [Theory]
    [InlineData(0.837469, 675, 805)]
    [InlineData(0.520073, 285, 547)]
    public void Regular_targets_drop_a_spike_that_single_precision_rounds_past_the_last_step(double rate, int spike, int step)
    {
        RateTargetEncodingOptions code =
            new() { NumSteps = step + 1, NumClasses = 1, CorrectRate = rate, ArithmeticFormat = Format };
        float[] targets = new float[step + 1];
        RateTargetEncoding.Encode([0], targets, 1, code);
        Assert.Equal((spike, 0), (targets.Sum(), targets[^1]));
    }

    private static float[] Targets(RateTargetEncodingOptions code, float[] labels)
    {
        Func<double> units = Units(ScalarRateEncoding.DrawKey(labels, 7, 0));
        int neurons = labels.Length * 5, steps = code.NumSteps - code.FirstSpikeTime;
        float[] targets = new float[code.NumSteps * neurons];
        for (int neuron = 0; neuron < neurons; neuron++)
        {
            double rate = neuron % 5 == (int)labels[neuron / 5] ? code.CorrectRate : code.IncorrectRate;
            int draws = rate == 0 ? 0
                : code.FiringPattern == FiringPattern.Poisson ? steps : (int)Math.Ceiling(steps / (1 / rate));
            for (int draw = 0; draw < draws; draw++)
            {
                double unit = units();
                if (code.FiringPattern == FiringPattern.Uniform)
                    targets[(int)(code.FirstSpikeTime + unit * steps) * neurons + neuron] = 1;
                else if (unit < rate)
                    targets[(code.FirstSpikeTime + draw) * neurons + neuron] = 1;
            }
        }
        return targets;
    }

    private static int Interval(double mean, int numSteps, Func<double> units)
    {
        int interval = 0;
        for (double rest = mean; rest > 0 && interval <= numSteps; rest -= 16)
        {
            double own = Math.Min(rest, 16), unit = units(), probability = Exponential.Of(-own);
            for (int count = 1; unit >= probability; count++, interval++)
                (unit, probability) = (unit - probability, probability * (own / count));
        }
        return Math.Clamp(interval, 1, numSteps + 1);
    }

    private static float[] Trials(float[] probabilities, ulong key, int numSteps)
    {
        Func<double> units = Units(key);
        return [.. Enumerable.Range(0, numSteps).SelectMany(_ => probabilities.Select(probability =>
            probability > 0 && units() < probability ? 1f : 0))];
    }

    /// <summary>Draws of 53 bits, each from two of the draws of sixteen generators in turn.</summary>
    private static Func<double> Units(ulong key)
    {
        uint[][] lanes = ScalarRateEncoding.Seeded(key);
        int next = 0;
        uint Next() => ScalarRateEncoding.Next(lanes[next++ % 16]);
        return () =>
        {
            ulong high = Next(), low = Next();
            return ((high << 32 | low) >> 11) * Math.ScaleB(1, -53);
        };
    }

    private static void AssertEncodes(SpikeCode code, float[] row, float[] expected)
    {
        EncodedRow encoded = new(code, row.Length);
        EncodedRow.AssertSame(expected, encoded.EncodeAtOnce(row));
        Assert.Equal(expected, encoded.Encode(row));
    }
}
