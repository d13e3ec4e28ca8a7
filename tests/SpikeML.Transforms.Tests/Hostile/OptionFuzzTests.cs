using Microsoft.ML;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Hostile;

/// <summary>Options of any value: refused by name, or they encode what they say.</summary>
public class OptionFuzzTests
{
    private const int Inputs = 8_000;

    private static readonly int[] Integers = [int.MinValue, -1, 0, 1, 2, 7, 100, 5000, int.MaxValue];
    private static readonly double[] Numbers =
        [double.NaN, double.PositiveInfinity, double.NegativeInfinity, -1, 0, double.Epsilon, 1e-40, 1e-7, 0.01, 0.5,
            0.999999999, 1, 1.5, 100, 1e38, 1e300, double.MaxValue];

    private static readonly float[] Features = [0, 0.004f, 0.01f, 0.3f, 0.5f, 0.97f, 1];

    [Fact]
    public void Latency_options_are_refused_by_name_or_place_one_spike_a_feature()
    {
        Fuzz("latency options", random => new LatencyEncodingOptions
        {
            NumSteps = random.Next(6) == 0 ? null : Pick(random, Integers, 100),
            Threshold = Pick(random, Numbers, 0.01),
            Tau = Pick(random, Numbers, 1),
            FirstSpikeTime = Pick(random, Integers, 0),
            OnTarget = Pick(random, Numbers, 1),
            OffTarget = Pick(random, Numbers, 0),
            Epsilon = Pick(random, Numbers, 1e-7),
            Clip = random.Next(2) == 0,
            Normalize = random.Next(2) == 0,
            Linear = random.Next(2) == 0,
            Bypass = random.Next(2) == 0,
        },
        (spikes, options) => spikes.EncodeLatency("Spikes", "Features", options),
        (values, options) =>
        {
            float on = (float)options.OnTarget, off = (float)options.OffTarget;
            Assert.All(values, value => Assert.True(value == on || value == off));
            for (int neuron = 0; on != off && neuron < Features.Length; neuron++)
                Assert.InRange(values.Where((value, slot) => slot % Features.Length == neuron && value == on).Count(),
                    options.Clip || options.Bypass ? 0 : 1, 1);
        });
    }

    [Fact]
    public void Rate_options_are_refused_by_name_or_heed_certain_probabilities()
    {
        Fuzz("rate options", random => new RateEncodingOptions
        {
            NumSteps = Pick(random, Integers, 100),
            Gain = Pick(random, Numbers, 1),
            Offset = Pick(random, Numbers, 0),
            FirstSpikeTime = Pick(random, Integers, 0),
            Seed = Pick(random, Integers, 0),
        },
        (spikes, options) => spikes.EncodeRate("Spikes", "Features", options),
        (values, options) =>
        {
            for (int slot = 0; slot < values.Length; slot++)
            {
                float probability = Features[slot % Features.Length] * (float)options.Gain + (float)options.Offset;
                float expected = slot / Features.Length < options.FirstSpikeTime || probability <= 0 ? 0 : probability >= 1
                    ? 1 : values[slot];
                Assert.Equal(expected, values[slot]);
                Assert.True(values[slot] is 0 or 1);
            }
        });
    }

    [Fact]
    public void Delta_options_are_refused_by_name_or_heed_the_threshold()
    {
        Fuzz("delta options", random => new DeltaEncodingOptions
        {
            Threshold = Pick(random, Numbers, 0.1),
            Padding = random.Next(2) == 0,
            OffSpike = random.Next(2) == 0,
        },
        (spikes, options) => spikes.EncodeDelta("Spikes", "Features", options),
        (values, options) =>
        {
            float last = options.Padding ? Features[0] : 0;
            for (int step = 0; step < values.Length; last = Features[step++])
            {
                float change = Features[step] - last, threshold = (float)options.Threshold;
                Assert.Equal((change >= threshold ? 1 : 0) - (options.OffSpike && change <= -threshold ? 1 : 0), values[step]);
            }
        });
    }

    private static void Fuzz<TOptions>(string kind, Func<Random, TOptions> make, Func<SpikeCatalog, TOptions,
        IEstimator<ITransformer>> encode, Action<float[], TOptions> check)
    {
        MLContext context = new(seed: 1);
        IDataView data = OneColumn.Of(context, [Features.Length], Features);
        FuzzBudget budget = new(Inputs);
        foreach (Random random in budget.Inputs())
        {
            TOptions options = make(random);
            try
            {
                check(OneColumn.Read(encode(context.Transforms.Spikes, options).Fit(data).Transform(data), "Spikes")[0], options);
                budget.Count("encoded right");
            }
            catch (ArgumentOutOfRangeException error)
            {
                Assert.False(string.IsNullOrEmpty(error.ParamName));
                budget.Count("refused");
            }
            catch (InvalidOperationException error)
            {
                Assert.Matches("after the last step|lower Tau", error.Message);
                budget.Count("spikes too late");
            }
        }
        budget.Report(kind);
    }

    /// <summary>Mostly a sensible value, so that more than one option has its turn.</summary>
    private static T Pick<T>(Random random, T[] values, T sensible) =>
        random.Next(3) > 0 ? sensible : values[random.Next(values.Length)];
}
