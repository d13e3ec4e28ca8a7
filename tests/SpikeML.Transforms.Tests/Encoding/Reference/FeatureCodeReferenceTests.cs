namespace SpikeML.Tests.Encoding.Reference;

/// <summary>Kernels and pipelines give what plain loops give, bit by bit.</summary>
public class FeatureCodeReferenceTests
{
    public static TheoryData<PhaseEncodingOptions> PhaseCodes =>
    [
        new PhaseEncodingOptions(), new PhaseEncodingOptions { NumSteps = 1 },
            new PhaseEncodingOptions { NumSteps = 7, Period = 3 }, new PhaseEncodingOptions { NumSteps = 40, Period = 8 },
        new PhaseEncodingOptions { NumSteps = 5, Period = 24 }, new PhaseEncodingOptions { NumSteps = 37, Period = 1 },
            new PhaseEncodingOptions { NumSteps = 24, Period = 24 },
    ];

    [Theory]
    [MemberData(nameof(PhaseCodes))]
    public void Phase(PhaseEncodingOptions options) =>
        AssertSame(options, HardRows.Unit, PlainFeatureCodes.Phase, (row, spikes) => PhaseEncoding.Encode(row, spikes, options));

    public static TheoryData<RegularRateEncodingOptions> RegularRateCodes =>
    [
        new RegularRateEncodingOptions { NumSteps = 1 }, new RegularRateEncodingOptions { NumSteps = 40 },
            new RegularRateEncodingOptions { NumSteps = 33, Gain = 0.13 },
            new RegularRateEncodingOptions { NumSteps = 19, Gain = 2.5 },
        new RegularRateEncodingOptions { NumSteps = 21, InitialPhase = 0.999999999999 },
            new RegularRateEncodingOptions { NumSteps = 16, InitialPhase = 0.3, Gain = 0.7 },
        new RegularRateEncodingOptions { NumSteps = 3, Gain = 1e30 },
            new RegularRateEncodingOptions { NumSteps = 100, Gain = 0.02 },
            new RegularRateEncodingOptions { NumSteps = 17, InitialPhase = 1 - 1.0 / (1L << 53) },
        new RegularRateEncodingOptions { NumSteps = 30, Gain = 1 - 1.0 / (1L << 53) },
            new RegularRateEncodingOptions { NumSteps = 30, Gain = 1 + 1.0 / (1L << 52), InitialPhase = 0.5 },
    ];

    [Theory]
    [MemberData(nameof(RegularRateCodes))]
    public void Regular_rate(RegularRateEncodingOptions options) =>
        AssertSame(options, HardRows.Unit, PlainFeatureCodes.RegularRate, (row, spikes) =>
            RegularRateEncoding.Encode(row, spikes, options));

    public static TheoryData<LifCurrentEncodingOptions> LifCurrentCodes =>
    [
        new LifCurrentEncodingOptions { NumSteps = 1, Gain = 20 }, new LifCurrentEncodingOptions { NumSteps = 40, Gain = 8 },
            new LifCurrentEncodingOptions { NumSteps = 100, Gain = 3 },
        new LifCurrentEncodingOptions { NumSteps = 37, Gain = 5, StepSeconds = 0.01 },
            new LifCurrentEncodingOptions { NumSteps = 30, Gain = -3, LeakPotential = 2, ResetPotential = 0.9 },
        new LifCurrentEncodingOptions { NumSteps = 500, Gain = 1, LeakPotential = 1 - 1e-15 },
            new LifCurrentEncodingOptions { NumSteps = 25, Threshold = 1e-9, ResetPotential = -1 },
        new LifCurrentEncodingOptions { NumSteps = 20, Gain = 1e30, Threshold = 1e300 },
            new LifCurrentEncodingOptions { NumSteps = 2000, Gain = 1, LeakPotential = 1e-12 },
        // Trains of up to 127 steps are encoded apart from longer ones.
        new LifCurrentEncodingOptions { NumSteps = 126, Gain = 200 },
            new LifCurrentEncodingOptions { NumSteps = 127, Gain = 200 },
        new LifCurrentEncodingOptions { NumSteps = 128, Gain = 200 },
            new LifCurrentEncodingOptions { NumSteps = 129, Gain = 2 },
    ];

    [Theory]
    [MemberData(nameof(LifCurrentCodes))]
    public void Lif_current(LifCurrentEncodingOptions options) => AssertSame(
        options, options.NumSteps > 100 ? HardRows.Unit : HardRows.Finite, PlainFeatureCodes.LifCurrent,
        (row, spikes) => LifCurrentEncoding.Encode(row, spikes, options));

    public static TheoryData<BurstEncodingOptions> BurstCodes =>
    [
        new BurstEncodingOptions { NumSteps = 40, MaxSpikes = 4, MinGap = 1, MaxGap = 9 },
            new BurstEncodingOptions { NumSteps = 1, MaxSpikes = 1, MinGap = 0, MaxGap = int.MaxValue },
        new BurstEncodingOptions { NumSteps = 30, MaxSpikes = 30, MinGap = 0, MaxGap = 0 }, new BurstEncodingOptions(),
            new BurstEncodingOptions { NumSteps = 2000, MaxSpikes = 40, MinGap = 3, MaxGap = 40 },
        new BurstEncodingOptions { NumSteps = 11, MaxSpikes = 6, MinGap = 1, MaxGap = 1 },
        // Trains of up to 127 steps are encoded apart from longer ones.
        new BurstEncodingOptions { NumSteps = 127, MaxSpikes = 127, MinGap = 0, MaxGap = 0 },
            new BurstEncodingOptions { NumSteps = 128, MaxSpikes = 128, MinGap = 0, MaxGap = 0 },
        new BurstEncodingOptions { NumSteps = 300, MaxSpikes = 127, MinGap = 0, MaxGap = 0 },
            new BurstEncodingOptions { NumSteps = 300, MaxSpikes = 128, MinGap = 0, MaxGap = 0 },
        new BurstEncodingOptions { NumSteps = 300, MaxSpikes = 2, MinGap = 125, MaxGap = 298 },
    ];

    [Theory]
    [MemberData(nameof(BurstCodes))]
    public void Burst(BurstEncodingOptions options) =>
        AssertSame(options, HardRows.Unit, PlainFeatureCodes.Burst, (row, spikes) => BurstEncoding.Encode(row, spikes, options));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(40)]
    [InlineData(100)]
    [InlineData(700)]
    public void Logarithmic_latency(int numSteps)
    {
        LogLatencyEncodingOptions options = new() { NumSteps = numSteps };
        AssertSame(options, HardRows.Unit, PlainFeatureCodes.LogLatency, (row, spikes) =>
            LogLatencyEncoding.Encode(row, spikes, options));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(40)]
    [InlineData(1000)]
    public void Rank_order(int? numSteps)
    {
        RankOrderEncodingOptions options = new() { NumSteps = numSteps };
        AssertSame(options, HardRows.Finite, PlainFeatureCodes.RankOrder, (row, spikes) =>
            RankOrderEncoding.Encode(row, spikes, options));
    }

    private static void AssertSame<TCode>(
        TCode code, Func<Random, int, IEnumerable<float[]>> rows, Func<float[], TCode, float[]> plain, Action<float[],
            float[]> kernel)
        where TCode : FeatureCode
    {
        Random random = new(7);
        foreach (int width in HardRows.Widths)
        {
            EncodedRow pipeline = new(code, width);
            foreach (float[] row in rows(random, width))
            {
                float[] expected = plain(row, code), spikes = new float[expected.Length];
                Array.Fill(spikes, float.NaN);
                kernel(row, spikes);
                EncodedRow.AssertSame(expected, spikes);
                EncodedRow.AssertSame(expected, pipeline.Encode(row));
            }
        }
    }
}
