using CsCheck;
using Microsoft.ML;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Encoding.Bins;

public class BinEncodingTests
{
    private static readonly BinEncodingOptions Regular = new() { NumSteps = 40, NumFields = 3, Width = 0.25, Regular = true };

    [Fact]
    public void Encode_shares_the_rate_among_the_bins()
    {
        // exp(0), exp(-2) and exp(-8), by their sum: rates of 0.8805, 0.1192 and 0.0003.
        Assert.Equal([35, 4, 0], Counts([0], Regular));
        Assert.Equal([0, 4, 35], Counts([1], Regular));
        // Beyond the range is at its end.
        Assert.Equal(Counts([1], Regular), Counts([9], Regular));
        Assert.Equal([17, 2, 0], Counts([0], Regular with { MaxRate = 0.5 }));
    }

    [Fact]
    public void Encode_of_bins_too_narrow_to_respond_fires_the_nearest() =>
        Assert.Equal([0, 40, 0], Counts([0.6f], Regular with { Width = 1e-3 }));

    [Fact]
    public void Encode_draws_at_the_rates()
    {
        BinEncodingOptions options = new() { NumSteps = 20_000, NumFields = 3, Width = 0.25, Seed = 5 };
        double[] counts = Counts([0], options);
        double[] rates = [0.8805, 0.1192, 0.0003];
        for (int field = 0; field < 3; field++)
            Assert.Equal(20_000 * rates[field], counts[field], 5 * Math.Sqrt(20_000 * rates[field]) + 5);
        Assert.NotEqual(Spikes([0], options), Spikes([0], options with { Seed = 6 }));
        Assert.NotEqual(Spikes([0], options), Spikes([0], options, rowKey: 1));
    }

    [Fact]
    public void Decode_restores_features_within_its_bound() =>
        // Six bins of the default width are 2 Width apart.
        Gen.Select(Gen.Int[6, 30], Gen.Double[0, 1]).Sample((fields, share) =>
    {
        BinEncodingOptions options = new() { NumSteps = 400, NumFields = fields, Regular = true };
        float[] decoded = new float[1];
        BinEncoding.Decode(Spikes([(float)share], options), decoded, [ValueRange.Unit], options);
        double end = Math.Min(share, 1 - share) < 2 * options.Width ? 0.8 * options.Width : 0;
        Assert.InRange(decoded[0], share - end - 0.06, share + end + 0.06);
    });

    [Fact]
    public void Decode_gives_the_mean_centre_in_the_range_of_each_feature()
    {
        BinEncodingOptions options = Regular with { NumSteps = 1 };
        ValueRange[] ranges = [ValueRange.Unit, new(10, 30)];
        float[] decoded = new float[2];
        BinEncoding.Decode([0, 0, 1, 0, 1, 1], decoded, ranges, options);
        Assert.Equal([1, 25], decoded);
        // The middle of the range if there is no spike.
        BinEncoding.Decode(new float[6], decoded, ranges, options);
        Assert.Equal([0.5f, 20], decoded);
    }

    [Fact]
    public void Encode_of_doubles_gives_what_their_singles_give()
    {
        float[] spikes = new float[240];
        BinEncoding.Encode((ReadOnlySpan<double>)[0.25, 0.5], spikes, [ValueRange.Unit], Regular);
        Assert.Equal(Spikes([0.25f, 0.5f], Regular), spikes);
        Assert.Throws<ArgumentException>(() =>
            BinEncoding.Encode((ReadOnlySpan<double>)[0.25, 0.5], new float[239], [ValueRange.Unit], Regular));
    }

    [Fact]
    public void Encode_places_each_feature_in_its_own_range()
    {
        ValueRange[] ranges = [new(2, 4), new(10, 30), new(7, 7)];
        float[] spikes = new float[360], wide = new float[360];
        BinEncoding.Encode([2.5f, 30, 7], spikes, ranges, Regular);
        Assert.Equal(Spikes([0.25f, 1, 0.5f], Regular), spikes);
        BinEncoding.Encode((ReadOnlySpan<double>)[2.5, 30, 7], wide, ranges, Regular);
        Assert.Equal(spikes, wide);
    }

    [Fact]
    public void Encode_of_doubles_keeps_the_digits_that_their_range_needs()
    {
        float[] spikes = new float[120];
        BinEncoding.Encode([1e9 + 0.25], spikes, [new(1e9, 1e9 + 1)], Regular);
        Assert.Equal(Spikes([0.25f], Regular), spikes);
    }

    [Fact]
    public void Encode_and_Decode_refuse_ranges_that_are_not_one_for_each_feature()
    {
        ValueRange[] ranges = [ValueRange.Unit, ValueRange.Unit, ValueRange.Unit];
        const string Message = "There must be a range for each feature (2), or one for all; got 3.";
        Assert.StartsWith(Message, Assert.Throws<ArgumentException>("ranges", () =>
            BinEncoding.Encode([0, 1], new float[240], ranges, Regular)).Message, StringComparison.Ordinal);
        Assert.StartsWith(Message, Assert.Throws<ArgumentException>("ranges", () =>
            BinEncoding.Decode(new float[240], new float[2], ranges, Regular)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Encode_and_Decode_of_no_features_give_nothing()
    {
        BinEncoding.Encode((ReadOnlySpan<float>)[], [], [ValueRange.Unit], Regular);
        BinEncoding.Encode((ReadOnlySpan<float>)[], [], [ValueRange.Unit], Regular with { Regular = false, Seed = 1 });
        BinEncoding.Decode([], [], [ValueRange.Unit], Regular);
    }

    [Fact]
    public void Fit_learns_a_range_for_each_slot()
    {
        MLContext context = new(seed: 1);
        IDataView data = OneColumn.Of(context, [2], [-10, 0.1f], [10, 0.3f]);
        BinEncodingOptions code = context.Transforms.Spikes.EncodeBins("S", "Features").Fit(data).Codes[0];
        Assert.Equal([new ValueRange(-10, 10), new ValueRange(0.1f, 0.3f)], code.LearnedRanges);
        Assert.Equal(10, code.NumFields);
    }

    private static float[] Spikes(float[] features, BinEncodingOptions options, ulong rowKey = 0)
    {
        float[] spikes = new float[features.Length * options.NumSteps * options.NumFields];
        Array.Fill(spikes, float.NaN);
        BinEncoding.Encode(features, spikes, [ValueRange.Unit], options, rowKey);
        return spikes;
    }

    private static double[] Counts(float[] features, BinEncodingOptions options) =>
        [.. Enumerable.Range(0, options.NumFields).Select(field =>
            (double)Spikes(features, options).Where((_, at) => at % options.NumFields == field).Sum())];
}
