namespace SpikeML.Tests.Encoding;

/// <summary>Calls a public kernel: from features or series to spikes, or back.</summary>
internal delegate void KernelCall(ReadOnlySpan<float> from, Span<float> to, SpikeCode? options);

/// <summary>The public kernels of one code, for rows of two features or of two steps of two neurons.</summary>
/// <param name="Options">Options that both kernels take.</param>
/// <param name="Refused">Options out of range.</param>
/// <param name="Encode">The encoder.</param>
/// <param name="Decode">The decoder, or null if the code has none of its own.</param>
internal sealed record PublicKernel(SpikeCode Options, SpikeCode Refused, KernelCall Encode, KernelCall? Decode)
{
    private static readonly ValueRange[] Unit = [ValueRange.Unit];

    /// <summary>Values that every code takes.</summary>
    public float[] Row => Options is SeriesCode ? [0.25f, 0.5f, 0.75f, 0.5f] : [0.25f, 0.5f];

    public int SpikeCount => Options switch
    {
        SeriesCode series => Row.Length * series.Channels,
        FeatureCode feature => Row.Length * feature.StepsOf(Row.Length) * feature.Channels,
        _ => 0,
    };

    public static IReadOnlyList<PublicKernel> OfFeatures { get; } =
    [
        new(new BurstEncodingOptions { NumSteps = 40 }, new BurstEncodingOptions { MaxSpikes = 0 },
            (from, to, options) => BurstEncoding.Encode(from, to, (BurstEncodingOptions)options!),
            (from, to, options) => BurstEncoding.Decode(from, to, (BurstEncodingOptions)options!)),
        new(new LatencyEncodingOptions { NumSteps = 9 }, new LatencyEncodingOptions { NumSteps = 0 },
            (from, to, options) => LatencyEncoding.Encode(from, to, (LatencyEncodingOptions)options!),
            (from, to, options) => LatencyDecoding.Decode(from, to, (LatencyEncodingOptions)options!)),
        new(new LifCurrentEncodingOptions { NumSteps = 9, Gain = 8 }, new LifCurrentEncodingOptions { NumSteps = 0 },
            (from, to, options) => LifCurrentEncoding.Encode(from, to, (LifCurrentEncodingOptions)options!),
            (from, to, options) => LifCurrentEncoding.Decode(from, to, (LifCurrentEncodingOptions)options!)),
        new(new LogLatencyEncodingOptions { NumSteps = 9 }, new LogLatencyEncodingOptions { NumSteps = 0 },
            (from, to, options) => LogLatencyEncoding.Encode(from, to, (LogLatencyEncodingOptions)options!),
            (from, to, options) => LogLatencyEncoding.Decode(from, to, (LogLatencyEncodingOptions)options!)),
        new(new PhaseEncodingOptions(), new PhaseEncodingOptions { NumSteps = 0 },
            (from, to, options) => PhaseEncoding.Encode(from, to, (PhaseEncodingOptions)options!),
            (from, to, options) => PhaseEncoding.Decode(from, to, (PhaseEncodingOptions)options!)),
        new(new PoissonIntervalEncodingOptions { NumSteps = 9, Seed = 1 },
            new PoissonIntervalEncodingOptions { NumSteps = 0, Seed = 1 },
            (from, to, options) => PoissonIntervalEncoding.Encode(from, to, (PoissonIntervalEncodingOptions)options!),
            (from, to, options) => PoissonIntervalEncoding.Decode(from, to, (PoissonIntervalEncodingOptions)options!)),
        new(new RankOrderEncodingOptions { NumSteps = 9 }, new RankOrderEncodingOptions { NumSteps = 0 },
            (from, to, options) => RankOrderEncoding.Encode(from, to, (RankOrderEncodingOptions)options!),
            (from, to, options) => RankOrderEncoding.Decode(from, to, (RankOrderEncodingOptions)options!)),
        new(new RateEncodingOptions { NumSteps = 9, Seed = 1 }, new RateEncodingOptions { NumSteps = 0, Seed = 1 },
            (from, to, options) => RateEncoding.Encode(from, to, (RateEncodingOptions)options!),
            (from, to, options) => RateDecoding.Decode(from, to, (RateEncodingOptions)options!)),
        new(new RegularRateEncodingOptions { NumSteps = 9 }, new RegularRateEncodingOptions { NumSteps = 0 },
            (from, to, options) => RegularRateEncoding.Encode(from, to, (RegularRateEncodingOptions)options!),
            (from, to, options) => RegularRateEncoding.Decode(from, to, (RegularRateEncodingOptions)options!)),
        new(new SignedRateEncodingOptions { NumSteps = 9, Seed = 1 }, new SignedRateEncodingOptions { NumSteps = 0, Seed = 1 },
            (from, to, options) => SignedRateEncoding.Encode(from, to, (SignedRateEncodingOptions)options!),
            (from, to, options) => SignedRateEncoding.Decode(from, to, (SignedRateEncodingOptions)options!)),
        new(new BinEncodingOptions { NumSteps = 9, Seed = 1 }, new BinEncodingOptions { NumSteps = 0, Seed = 1 },
            (from, to, options) => BinEncoding.Encode(from, to, Unit, (BinEncodingOptions)options!),
            (from, to, options) => BinEncoding.Decode(from, to, Unit, (BinEncodingOptions)options!)),
        new(new PopulationRateEncodingOptions { NumSteps = 9, Seed = 1 },
            new PopulationRateEncodingOptions { NumSteps = 0, Seed = 1 },
            (from, to, options) => PopulationRateEncoding.Encode(from, to, Unit, (PopulationRateEncodingOptions)options!),
            (from, to, options) => PopulationRateEncoding.Decode(from, to, Unit, (PopulationRateEncodingOptions)options!)),
        new(new ReceptiveFieldEncodingOptions { NumSteps = 9 }, new ReceptiveFieldEncodingOptions { NumSteps = 0 },
            (from, to, options) => ReceptiveFieldEncoding.Encode(from, to, Unit, (ReceptiveFieldEncodingOptions)options!),
            (from, to, options) => ReceptiveFieldEncoding.Decode(from, to, Unit, (ReceptiveFieldEncodingOptions)options!)),
    ];

    public static IReadOnlyList<PublicKernel> OfSeries { get; } =
    [
        new(new BsaEncodingOptions { Threshold = 0.5 }, new BsaEncodingOptions { Threshold = double.NaN },
            (from, to, options) => BsaEncoding.Encode(from, to, 2, (BsaEncodingOptions)options!),
            (from, to, options) => BsaEncoding.Decode(from, new float[2], to, (BsaEncodingOptions)options!)),
        new(new DeltaEncodingOptions(), new DeltaEncodingOptions { Threshold = -1 },
            (from, to, options) => DeltaEncoding.Encode(from, to, 2, (DeltaEncodingOptions)options!), null),
        new(new MovingWindowEncodingOptions { Threshold = 0.1, Window = 2 },
            new MovingWindowEncodingOptions { Threshold = -1, Window = 2 },
            (from, to, options) => MovingWindowEncoding.Encode(from, to, 2, (MovingWindowEncodingOptions)options!),
            (from, to, options) => MovingWindowEncoding.Decode(from, new float[2], to, (MovingWindowEncodingOptions)options!)),
        new(new MultiThresholdEncodingOptions { Lowest = 0, Highest = 1 },
            new MultiThresholdEncodingOptions { Lowest = 1, Highest = 0 },
            (from, to, options) => MultiThresholdEncoding.Encode(from, to, 2, (MultiThresholdEncodingOptions)options!),
            (from, to, options) =>
                MultiThresholdEncoding.Decode(from, new float[2], to, (MultiThresholdEncodingOptions)options!)),
        new(new PulseWidthEncodingOptions { Lowest = 0, Highest = 1 }, new PulseWidthEncodingOptions { Lowest = 1, Highest = 0 },
            (from, to, options) => PulseWidthEncoding.Encode(from, to, 2, (PulseWidthEncodingOptions)options!),
            (from, to, options) => PulseWidthEncoding.Decode(from, new float[2], to, (PulseWidthEncodingOptions)options!)),
        new(new ResidueEncodingOptions { Threshold = 0.1 }, new ResidueEncodingOptions { Threshold = -1 },
            (from, to, options) => ResidueEncoding.Encode(from, to, 2, (ResidueEncodingOptions)options!),
            (from, to, options) => ResidueEncoding.Decode(from, new float[2], to, (ResidueEncodingOptions)options!)),
        new(new StepForwardEncodingOptions { Threshold = 0.1 }, new StepForwardEncodingOptions { Threshold = -1 },
            (from, to, options) => StepForwardEncoding.Encode(from, to, 2, (StepForwardEncodingOptions)options!),
            (from, to, options) => StepForwardEncoding.Decode(from, new float[2], to, (StepForwardEncodingOptions)options!)),
        new(new ThresholdBasedEncodingOptions { Threshold = 0.1 }, new ThresholdBasedEncodingOptions { Threshold = -1 },
            (from, to, options) => ThresholdBasedEncoding.Encode(from, to, 2, (ThresholdBasedEncodingOptions)options!),
            (from, to, options) =>
                ThresholdBasedEncoding.Decode(from, new float[2], to, (ThresholdBasedEncodingOptions)options!)),
    ];

    public override string ToString() => Options.GetType().Name;
}
