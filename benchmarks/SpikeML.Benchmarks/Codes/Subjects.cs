namespace SpikeML.Benchmarks.Codes;

/// <summary>All that is measured; fails for an encoder of the one list of codes that it lacks.</summary>
internal static class Subjects
{
    private static readonly Dictionary<string, Func<EncoderSubject[]>> OfEncoders = new()
    {
        ["rate"] = () => [new RateSubject(), new VaryingRateSubject()],
        ["latency"] = () => [new LatencySubject(true), new LatencySubject(isLinear: false), new InterpolatedLatencySubject()],
        ["log-latency"] = () => [new LogLatencySubject()],
        ["rank-order"] = () => [new RankOrderSubject()],
        ["burst"] = () => [new BurstSubject()],
        ["phase"] = () => [new PhaseSubject()],
        ["regular-rate"] = () => [new RegularRateSubject()],
        ["signed-rate"] = () => [new SignedRateSubject()],
        ["poisson-intervals"] = () => [new PoissonIntervalSubject()],
        ["lif-current"] = () => [new LifCurrentSubject()],
        ["receptive-fields"] = () => [new ReceptiveFieldSubject()],
        ["population-rate"] = () => [new PopulationRateSubject()],
        ["bins"] = () => [new BinSubject()],
        ["delta"] = () => [new DeltaSubject()],
        ["step-forward"] = () => [new StepForwardSubject()],
        ["threshold-based"] = () => [new ThresholdBasedSubject(), new FactorBasedSubject()],
        ["moving-window"] = () => [new MovingWindowSubject()],
        ["bsa"] = () => [new BsaSubject()],
        ["pulse-width"] = () => [new PulseWidthSubject()],
        ["residue"] = () => [new ResidueSubject()],
        ["multi-threshold"] = () => [new MultiThresholdSubject()],
        ["spike-times"] = () => [new SpikeTimesSubject()],
        ["rate-targets"] = () => [new RateTargetSubject()],
        ["latency-targets"] = () => [new LatencyTargetSubject()],
    };

    /// <summary>Encoders with their decoders, then what is no encoder; of those, all whose name contains a text.</summary>
    public static IEnumerable<Subject> All(string? filter) =>
        Encoders().Concat(Others())
            .Where(subject => filter is null || subject.Name.Contains(filter, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Subject> Encoders()
    {
        foreach (SpikeCodeEntry entry in SpikeCodes.Encoders)
        {
            if (!OfEncoders.TryGetValue(entry.Name, out Func<EncoderSubject[]>? subjects))
                throw new NotSupportedException($"The code {entry.Name} has no benchmark: add one to {nameof(Subjects)}.");
            foreach (EncoderSubject encoder in subjects())
            {
                yield return encoder;
                if (encoder.Decodes)
                    yield return new DecoderSubject(encoder);
            }
        }
    }

    private static IEnumerable<Subject> Others() =>
    [
        new ScaleSubject(isPerSlot: true), new ScaleSubject(isPerSlot: false),
        .. Enum.GetValues<SpikeReadoutKind>().Select(kind => new ReadoutSubject(kind)),
        new ToEventsSubject(), new FromEventsSubject(), new EventBinningSubject(), new TrainBinningSubject(),
    ];
}
