using Microsoft.ML;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Encoding.Fitting;

/// <summary>Codes that are fitted to series of Double see what single precision would round away.</summary>
public class DoubleFittingTests
{
    private const double Offset = 1e8;

    private static readonly FittedSeriesCode[] Codes =
    [
        new StepForwardEncodingOptions(), new ThresholdBasedEncodingOptions(), new MovingWindowEncodingOptions(),
        new MultiThresholdEncodingOptions { NumThresholds = null }, new PulseWidthEncodingOptions { Period = null },
        new ResidueEncodingOptions(),
    ];

    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<int> AllCodes => [.. Enumerable.Range(0, Codes.Length)];

    [Theory]
    [MemberData(nameof(AllCodes))]
    public void Fit_finds_options_of_the_series_itself_however_far_from_0_it_is(int code)
    {
        SpikeCode near = Fit(code, 0), far = Fit(code, Offset);
        foreach ((double expected, double actual) in Numbers(near, 0).Zip(Numbers(far, Offset)))
            Assert.Equal(expected, actual, 0.05 * Math.Abs(expected) + 1e-6);
        Assert.NotEmpty(Numbers(near, 0));
    }

    [Fact]
    public void Fit_restores_large_series_of_Bsa_as_well_as_small_ones() =>
        Assert.Equal(((BsaEncodingOptions)Fit(new BsaEncodingOptions(), 0, 1f / 256)).Threshold,
            ((BsaEncodingOptions)Fit(new BsaEncodingOptions(), 0.0, 1.0 / 256)).Threshold);

    [Fact]
    public void Compare_measures_what_is_decoded_against_the_doubles()
    {
        IDataView data = OneColumn.Of(_context, "Features", [64], [Series(Offset, 1.0)]);
        SpikeCodeScore score = Assert.Single(_context.SpikeQuality.Compare(data, "Features",
            new StepForwardEncodingOptions { Threshold = 0.5 }).Scores);
        // Decoded columns are of Single, which are 8 apart there.
        Assert.InRange(score.Metrics.RootMeanSquaredError, 0.1, 4);
        Assert.True(score.Metrics.SpikeDensity > 0.1);
    }

    private SpikeCode Fit(int code, double offset) => Fit(Codes[code], offset, 1.0);

    private SpikeCode Fit<T>(FittedSeriesCode code, T offset, T unit)
        where T : System.Numerics.INumber<T> => ((ISpikeTransformer)_context.Transforms.Spikes.Encode(
            [new("S", "Features")], code).Fit(OneColumn.Of(_context, "Features", [64], Series(offset, unit)))).Codes[0];

    /// <summary>A sine of 64ths from 0 to 8.</summary>
    private static T[] Series<T>(T offset, T unit)
        where T : System.Numerics.INumber<T> => [.. Enumerable.Range(0, 64).Select(step =>
            offset + unit * T.CreateChecked(Math.Round(256 + 255 * Math.Sin(step * 0.3)) / 64))];

    private static double[] Numbers(SpikeCode code, double offset) => code switch
    {
        StepForwardEncodingOptions own => [own.Threshold!.Value],
        ThresholdBasedEncodingOptions own => [own.Threshold!.Value],
        MovingWindowEncodingOptions own => [own.Threshold!.Value, own.Window!.Value],
        ResidueEncodingOptions own => [own.Threshold!.Value],
        MultiThresholdEncodingOptions own =>
            [own.NumThresholds!.Value, own.Lowest!.Value - offset, own.Highest!.Value - offset],
        PulseWidthEncodingOptions own => [own.Period!.Value, own.Lowest!.Value - offset, own.Highest!.Value - offset],
        _ => [],
    };
}
