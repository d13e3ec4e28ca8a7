using Microsoft.ML;
using SpikeML.Tests.Encoding.Rate;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Hostile;

/// <summary>
/// Vectors of hostile lengths, fills and values through the whole pipeline: the result is that of the formula written plainly, or
/// an error that names the first value that cannot be encoded.
/// </summary>
public class VectorFuzzTests
{
    private static readonly int[] Lengths = [1, 2, 3, 15, 16, 17, 255, 256, 257, 100_000];
    private static readonly float[] Strange = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue,
        -1e-30f, 1.0000001f];
    private static readonly float[] Small = [float.Epsilon, 1e-40f, -0f, 1e-30f, 0.01f, 0.0100001f, 1f, 0.99999994f];

    [Theory]
    [InlineData("rate")]
    [InlineData("latency")]
    [InlineData("delta")]
    public void Vectors_are_encoded_right_or_refused_by_name(string encoder)
    {
        FuzzBudget budget = new(3_000);
        MLContext context = new(seed: 1);
        foreach (Random random in budget.Inputs())
        {
            float[] features = Features(random);
            bool unit = encoder == "latency";
            int bad = Array.FindIndex(features, value => !float.IsFinite(value) || (unit && value is < 0 or > 1));
            IDataView data = new Conformance.VectorForm(OneColumn.Of(context, [features.Length], features), "Features",
                random.Next(2) == 0);
            int numSteps = features.Length > 1000 ? 3 : random.Next(1, 12);
            try
            {
                float[] spikes = OneColumn.Read(Make(context, encoder, numSteps).Fit(data).Transform(data), "Spikes")[0];
                Assert.True(bad < 0, $"Slot {bad} is {features[Math.Max(bad, 0)]}.");
                Assert.Equal(Expected(encoder, features, numSteps), spikes);
                budget.Count("right");
            }
            catch (InvalidFeatureException error)
            {
                Assert.Equal(("Features", bad), (error.ColumnName, error.Slot));
                budget.Count("refused");
            }
        }
        budget.Report($"{encoder} vectors");
    }

    private static IEstimator<ITransformer> Make(MLContext context, string encoder, int numSteps) => encoder switch
    {
        "rate" => context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = numSteps, Seed = 5 }),
        "latency" => context.Transforms.Spikes.EncodeLatency("Spikes", "Features",
            new() { NumSteps = numSteps, Linear = true, Normalize = true }),
        _ => context.Transforms.Spikes.EncodeDelta("Spikes", "Features", new() { Threshold = 0.25, OffSpike = true }),
    };

    private static float[] Expected(string encoder, float[] features, int numSteps) => encoder switch
    {
        "rate" => ScalarRateEncoding.Encode(features, numSteps, seed: 5, rowKey: 0),
        "latency" => Latency(features, numSteps),
        _ => [.. features.Select((value, i) => value - (i == 0 ? 0 : features[i - 1])).Select(change =>
            change >= 0.25f ? 1f : change <= -0.25f ? -1f : 0)],
    };

    private static float[] Latency(float[] features, int numSteps)
    {
        float[] spikes = new float[numSteps * features.Length];
        float tau = numSteps - 1, latest = (float)(-(numSteps - 1) * (0.01 - 1));
        for (int slot = 0; slot < features.Length; slot++)
            spikes[(int)MathF.Round(MathF.Min((features[slot] - 1) * -tau, latest)) * features.Length + slot] = 1;
        return spikes;
    }

    /// <summary>
    /// A vector of any fill from empty to full; one in three has a value that no encoder, or not every encoder, takes.
    /// </summary>
    private static float[] Features(Random random)
    {
        float[] features = new float[Lengths[random.Next(random.Next(8) == 0 ? Lengths.Length : Lengths.Length - 1)]];
        double fill = random.Next(4) switch { 0 => 0, 1 => 1, _ => random.NextDouble() };
        for (int slot = 0; slot < features.Length; slot++)
        {
            if (random.NextDouble() < fill)
                features[slot] = random.Next(10) == 0 ? Small[random.Next(Small.Length)] : random.NextSingle();
        }
        if (random.Next(3) == 0)
            features[random.Next(features.Length)] = Strange[random.Next(Strange.Length)];
        return features;
    }
}
