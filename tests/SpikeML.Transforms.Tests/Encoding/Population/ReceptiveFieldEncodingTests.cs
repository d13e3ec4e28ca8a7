using CsCheck;
using Microsoft.ML;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Encoding.Population;

public class ReceptiveFieldEncodingTests
{
    [Fact]
    public void Encode_gives_the_published_vector()
    {
        ReceptiveFieldEncodingOptions options = new() { NumSteps = 10, NumFields = 5 };
        float[] spikes = Encode([0.5f], [ValueRange.Unit], options);
        Assert.Equal([[], [7], [0], [7], []], Enumerable.Range(0, 5).Select(field => FeatureCodes.Times(spikes, 5, field)));
    }

    [Fact]
    public void Decode_stays_within_half_a_fields_distance() =>
        FeatureCodes.Unit.Sample(features =>
        {
            ReceptiveFieldEncodingOptions options = new() { NumSteps = 200, NumFields = 10 };
            float[] decoded = new float[features.Length];
            ReceptiveFieldEncoding.Decode(Encode(features, [ValueRange.Unit], options), decoded, [ValueRange.Unit], options);
            Assert.All(features.Zip(decoded), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 0.5 / 8));
        }, iter: 200);

    [Fact]
    public void Fit_learns_a_range_for_each_slot()
    {
        MLContext context = new(seed: 1);
        IDataView data = OneColumn.Of(context, [2], [-10, 0.1f], [10, 0.3f], [0, 0.2f]);
        SpikeTransformer<ReceptiveFieldEncodingOptions> model =
            context.Transforms.Spikes.EncodeReceptiveFields("S", "Features", new() { NumSteps = 10, NumFields = 5 }).Fit(data);
        Assert.Equal([new ValueRange(-10, 10), new ValueRange(0.1f, 0.3f)], model.Codes[0].LearnedRanges);
        // The middle of either range drives the middle field the most.
        float[] spikes = OneColumn.Read(model.Transform(data), "S")[2];
        Assert.Equal([[7], [0], [7]], Enumerable.Range(1, 3).Select(field => FeatureCodes.Times(spikes, 10, field)));
        Assert.Equal([[7], [0], [7]], Enumerable.Range(6, 3).Select(field => FeatureCodes.Times(spikes, 10, field)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1025)]
    public void NumFields_is_checked(int fields) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Encode([0], [ValueRange.Unit], new() { NumFields = fields }));

    private static float[] Encode(float[] features, ValueRange[] ranges, ReceptiveFieldEncodingOptions options) =>
        FeatureCodes.Encode(features, options.NumSteps * options.NumFields, (from, spikes) =>
            ReceptiveFieldEncoding.Encode(from, spikes, ranges, options));

    [Fact]
    public void Decode_of_silence_gives_the_middle_of_each_range()
    {
        float[] decoded = new float[3];
        ReceptiveFieldEncoding.Decode(new float[3 * 20 * 5], decoded, [new(0, 1), new(2, 4), new(-8, -2)],
            new() { NumSteps = 20, NumFields = 5 });
        Assert.Equal([0.5f, 3, -5], decoded);
    }

    [Fact]
    public void Kernels_refuse_another_number_of_ranges_than_of_features()
    {
        ReceptiveFieldEncodingOptions options = new() { NumSteps = 2, NumFields = 3 };
        PopulationRateEncodingOptions rates = new() { NumSteps = 2, NumFields = 3, Seed = 1 };
        ValueRange[] ranges = [ValueRange.Unit, ValueRange.Unit];
        foreach (Action call in (Action[])[
            () => ReceptiveFieldEncoding.Encode(new float[3], new float[18], ranges, options),
            () => ReceptiveFieldEncoding.Decode(new float[18], new float[3], ranges, options),
            () => PopulationRateEncoding.Encode(new float[3], new float[18], ranges, rates),
            () => PopulationRateEncoding.Decode(new float[18], new float[3], ranges, rates)])
            Assert.StartsWith("There must be a range for each feature (3), or one for all; got 2.",
                Assert.Throws<ArgumentException>("ranges", call).Message, StringComparison.Ordinal);
    }
}
