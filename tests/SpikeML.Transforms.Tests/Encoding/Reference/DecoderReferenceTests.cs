namespace SpikeML.Tests.Encoding.Reference;

/// <summary>Decoders give what plain loops give, bit by bit, for trains that encoders make and for any others.</summary>
public class DecoderReferenceTests
{
    private static readonly LatencyEncodingOptions Linear = new() { NumSteps = 30, Linear = true, Normalize = true };

    public static TheoryData<FeatureCode> Codes =>
    [
        new PhaseEncodingOptions { NumSteps = 11, Period = 5 }, new PhaseEncodingOptions { NumSteps = 3 },
        new LifCurrentEncodingOptions { NumSteps = 40, Gain = 8 },
            new LifCurrentEncodingOptions { NumSteps = 9, Gain = -2, StepSeconds = 0.01 },
        new LogLatencyEncodingOptions { NumSteps = 1 }, new LogLatencyEncodingOptions { NumSteps = 40 },
        new RankOrderEncodingOptions { NumSteps = 20 }, new RankOrderEncodingOptions { NumSteps = 4, Modulation = 0.3 },
        new ReceptiveFieldEncodingOptions { NumSteps = 20, Range = ValueRange.Unit },
        new ReceptiveFieldEncodingOptions { NumSteps = 7, NumFields = 5, Range = new ValueRange(0.25f, 0.25f) },
        new ReceptiveFieldEncodingOptions { NumSteps = 2, NumFields = 64, Range = new ValueRange(-3, 7) },
        new ReceptiveFieldEncodingOptions { NumSteps = 2, NumFields = 131, Range = ValueRange.Unit },
        Linear, Linear with { Clip = true, OnTarget = 0.5, OffTarget = -0.25, Interpolate = true },
        new LatencyEncodingOptions { NumSteps = 40, Tau = 5 },
            new LatencyEncodingOptions { NumSteps = 40, Tau = 5, Bypass = true, FirstSpikeTime = 3 },
        new LatencyEncodingOptions { NumSteps = 25, Normalize = true, LargestTime = 7.5f },
            new LatencyEncodingOptions { NumSteps = 1, Linear = true },
    ];

    public static TheoryData<FeatureCode> SparseCodes =>
    [
        .. Codes.Select(row => row.Data).Where(code => code.DecodesSparse),
        new RateEncodingOptions { NumSteps = 30, Seed = 1, Gain = 0.5, FirstSpikeTime = 4 },
        new RegularRateEncodingOptions { NumSteps = 30 }, new SignedRateEncodingOptions { NumSteps = 30, Seed = 1, Gain = -2 },
        new BurstEncodingOptions { NumSteps = 40 },
        new PoissonIntervalEncodingOptions { NumSteps = 60, Seed = 1, Gain = 400 },
        new PoissonIntervalEncodingOptions
        {
            NumSteps = 60, Seed = 1, Gain = 400, Intervals = PoissonIntervalDistribution.Exponential,
        },
        new BinEncodingOptions { NumSteps = 12, NumFields = 5, Seed = 1, Range = ValueRange.Unit },
        new PopulationRateEncodingOptions { NumSteps = 12, NumFields = 5, Seed = 1, Range = ValueRange.Unit },
    ];

    [Fact]
    public void Every_code_of_features_whose_silence_is_zero_decodes_sparse_rows() =>
        Assert.Equal([typeof(RankOrderEncodingOptions)], SpikeCodes.Encoders.Select(entry => entry.Default)
            .OfType<FeatureCode>().Where(code => !code.DecodesSparse).Select(code => code.GetType()));

    [Theory]
    [MemberData(nameof(SparseCodes))]
    public void Sparse_rows_decode_as_dense_ones_do(FeatureCode code)
    {
        Random random = new(6);
        foreach (int width in HardRows.Widths)
        {
            foreach (float[] spikes in Trains(random, code, width))
            {
                // A value that is listed may be 0.
                int[] slots = [.. Enumerable.Range(0, spikes.Length).Where(slot => spikes[slot] != 0 || random.Next(9) == 0)];
                float[] expected = new float[width], decoded = new float[width];
                Array.Fill(decoded, float.NaN);
                code.Decode(new SpikeValues(spikes), expected);
                code.Decode(new SpikeValues(slots, [.. slots.Select(slot => spikes[slot])]), decoded);
                EncodedRow.AssertSame(expected, decoded);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Decode_gives_what_a_plain_loop_does(FeatureCode code)
    {
        Random random = new(5);
        foreach (int width in HardRows.Widths)
        {
            foreach (float[] spikes in Trains(random, code, width))
            {
                float[] decoded = new float[width];
                Array.Fill(decoded, float.NaN);
                code.Decode(new SpikeValues(spikes), decoded);
                EncodedRow.AssertSame(Plain(spikes, width, code), decoded);
            }
        }
    }

    [Fact]
    public void Times_decode_as_a_plain_loop_does()
    {
        Random random = new(5);
        LatencyEncodingOptions[] codes = [new() { Tau = 5, Clip = true }, Linear,
            new() { NumSteps = 25, Normalize = true, LargestTime = 7.5f }];
        foreach (LatencyEncodingOptions options in codes)
        {
            foreach (int width in HardRows.Widths)
            {
                float[] times = [.. Enumerable.Range(0, width).Select(_ =>
                    random.Next(9) == 0 ? float.NaN : random.NextSingle() * 60 - 5)];
                float[] decoded = new float[width];
                LatencyDecoding.DecodeTimes(times, decoded, options);
                EncodedRow.AssertSame(PlainDecoders.Times(times, options), decoded);
            }
        }
    }

    private static IEnumerable<float[]> Trains(Random random, FeatureCode code, int width)
    {
        int length = code.StepsOf(width) * width * code.Channels;
        foreach (float[] row in HardRows.Unit(random, width).Take(4))
        {
            float[] spikes = new float[length];
            // Features that fire too late have no train.
            if (Record.Exception(() => code.Encode(row, 0, spikes)) is null)
                yield return spikes;
        }
        foreach (double density in (double[])[0.02, 0.3, 0.9])
            yield return [.. Enumerable.Range(0, length).Select(_ =>
                random.NextDouble() >= density ? 0 : random.Next(3) == 0 ? -0.5f : 1)];
    }

    private static float[] Plain(float[] spikes, int width, FeatureCode code) => code switch
    {
        PhaseEncodingOptions options => PlainDecoders.Phase(spikes, width, options),
        LifCurrentEncodingOptions options => PlainDecoders.LifCurrent(spikes, width, options),
        LogLatencyEncodingOptions options => PlainDecoders.LogLatency(spikes, width, options),
        RankOrderEncodingOptions options => PlainDecoders.RankOrder(spikes, width, options),
        ReceptiveFieldEncodingOptions options => PlainDecoders.ReceptiveField(spikes, width, options),
        _ => PlainDecoders.Latency(spikes, width, (LatencyEncodingOptions)code),
    };
}
