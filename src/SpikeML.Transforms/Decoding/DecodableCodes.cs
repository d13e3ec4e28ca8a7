namespace SpikeML;

/// <summary>How the options of the codes that can be decoded are told apart in model files.</summary>
internal static class DecodableCodes
{
    /// <summary>By the name in the file. A name may never change.</summary>
    private static readonly Dictionary<string, (Type Type, Func<BinaryReader, DecodableOptions> Load)> Codes = new()
    {
        ["delta"] = (typeof(DeltaEncodingOptions), DeltaEncodingOptions.Load),
        ["step-forward"] = (typeof(StepForwardEncodingOptions), StepForwardEncodingOptions.Load),
        ["threshold-based"] = (typeof(ThresholdBasedEncodingOptions), ThresholdBasedEncodingOptions.Load),
        ["moving-window"] = (typeof(MovingWindowEncodingOptions), MovingWindowEncodingOptions.Load),
        ["bsa"] = (typeof(BsaEncodingOptions), BsaEncodingOptions.Load),
        ["residue"] = (typeof(ResidueEncodingOptions), ResidueEncodingOptions.Load),
        ["multi-threshold"] = (typeof(MultiThresholdEncodingOptions), MultiThresholdEncodingOptions.Load),
        ["phase"] = (typeof(PhaseEncodingOptions), PhaseEncodingOptions.Load),
        ["regular-rate"] = (typeof(RegularRateEncodingOptions), RegularRateEncodingOptions.Load),
        ["log-latency"] = (typeof(LogLatencyEncodingOptions), LogLatencyEncodingOptions.Load),
        ["rate"] = (typeof(RateEncodingOptions), RateEncodingOptions.Load),
        ["latency"] = (typeof(LatencyEncodingOptions), LatencyEncodingOptions.Load),
        ["spike-times"] = (typeof(SpikeTimeDecodingOptions), SpikeTimeDecodingOptions.Load),
        ["signed-rate"] = (typeof(SignedRateEncodingOptions), SignedRateEncodingOptions.Load),
        ["poisson-intervals"] = (typeof(PoissonIntervalEncodingOptions), PoissonIntervalEncodingOptions.Load),
        ["burst"] = (typeof(BurstEncodingOptions), BurstEncodingOptions.Load),
        ["rank-order"] = (typeof(RankOrderEncodingOptions), RankOrderEncodingOptions.Load),
        ["lif-current"] = (typeof(LifCurrentEncodingOptions), LifCurrentEncodingOptions.Load),
        ["population-rate"] = (typeof(PopulationRateEncodingOptions), PopulationRateEncodingOptions.Load),
        ["receptive-fields"] = (typeof(ReceptiveFieldEncodingOptions), ReceptiveFieldEncodingOptions.Load),
    };

    public static string Name(DecodableOptions options) => Codes.Single(code => code.Value.Type == options.GetType()).Key;

    public static void Save(BinaryWriter writer, DecodableOptions options)
    {
        writer.Write(Name(options));
        options.Save(writer);
    }

    public static DecodableOptions Load(BinaryReader reader) =>
        Codes.TryGetValue(reader.ReadString(), out var code) ? code.Load(reader) : throw new EndOfStreamException();
}
