using Microsoft.ML;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Codes;

/// <summary>A fitted code that is copied with another option forgets what was learned for the old one.</summary>
public class ChangedCodeTests
{
    private static readonly MLContext Context = new(seed: 1);

    private static IDataView Data => OneColumn.Of(Context, [3], [0.02f, 0.5f, 0.998f], [0.4f, 0.03f, 0.2f]);

    [Fact]
    public void Latency_forgets_its_largest_time()
    {
        LatencyEncodingOptions fitted = Fit(new LatencyEncodingOptions { Normalize = true, Tau = 2 });
        Assert.NotNull(fitted.LargestTime);
        Assert.NotNull((fitted with { OnTarget = 2, NumSteps = 50 }).LargestTime);
        Assert.All(
            [fitted with { Tau = 10 }, fitted with { Threshold = 0.1 }, fitted with { FirstSpikeTime = 1 },
                fitted with { Clip = true }, fitted with { Epsilon = 1e-3 }, fitted with { Normalize = false, NumSteps = null }],
            changed => Assert.Null(changed.LargestTime));
        LatencyEncodingOptions changed = fitted with { Tau = 10 };
        Assert.Equal(Fit(new LatencyEncodingOptions { Normalize = true, Tau = 10 }), Fit(changed));
    }

    [Fact]
    public void Latency_learns_its_number_of_steps_anew()
    {
        LatencyEncodingOptions fitted = Fit(new LatencyEncodingOptions { NumSteps = null });
        Assert.Equal(Fit(new LatencyEncodingOptions { NumSteps = null, Tau = 3 }), Fit(fitted with { NumSteps = null, Tau = 3 }));
    }

    [Fact]
    public void Scale_forgets_its_ranges()
    {
        ScaleOptions fitted = Fit(new ScaleOptions());
        Assert.Equal(3, (fitted with { Clamp = false }).LearnedRanges.Length);
        Assert.All([fitted with { PerSlot = false }, fitted with { UpperQuantile = 0.5 }, fitted with { LowerQuantile = 0.1 }],
            changed => Assert.Empty(changed.LearnedRanges));
        Assert.Equal(Fit(new ScaleOptions { PerSlot = false }), Fit(fitted with { PerSlot = false }));
    }

    [Fact]
    public void Populations_forget_their_ranges_when_one_is_given()
    {
        ReceptiveFieldEncodingOptions fitted = Fit(new ReceptiveFieldEncodingOptions());
        Assert.Equal(3, (fitted with { NumSteps = 7 }).LearnedRanges.Length);
        Assert.Empty((fitted with { Range = ValueRange.Unit }).LearnedRanges);
    }

    [Fact]
    public void Threshold_based_codes_forget_the_factor_of_another_threshold()
    {
        float[] series = [.. Enumerable.Range(0, 60).Select(step => MathF.Sin(step * 0.3f))];
        ThresholdBasedEncodingOptions fitted = Context.Transforms.Spikes.EncodeThresholdBased("S", "Features")
            .Fit(OneColumn.Of(Context, [60, 1], series)).Codes[0];
        Assert.NotNull(fitted.Threshold);
        Assert.Null((fitted with { Threshold = 77 }).FittedFactor);
    }

    private static TCode Fit<TCode>(TCode code)
        where TCode : SpikeCode =>
        Context.Transforms.Spikes.Encode([new("S", "Features")], code).Fit(Data).Codes[0];
}
