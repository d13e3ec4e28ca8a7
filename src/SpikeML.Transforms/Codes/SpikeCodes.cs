using System.Collections.Immutable;

namespace SpikeML;

/// <summary>The list of all codes. Its names and signatures are part of the model format and must never change.</summary>
internal static class SpikeCodes
{
    public static ImmutableArray<SpikeCodeEntry> All { get; } =
    [
        Encoder("rate", "SPKRATE ", "SpikeRateEncoding", RateEncodingOptions.Load),
        Encoder("latency", "SPKLATCY", "SpikeLatencyEncoding", LatencyEncodingOptions.Load),
        Encoder("log-latency", "SPKLOGLT", "SpikeLogLatency", LogLatencyEncodingOptions.Load),
        Encoder("rank-order", "SPKRANKO", "SpikeRankOrder", RankOrderEncodingOptions.Load),
        Encoder("burst", "SPKBURST", "SpikeBurst", BurstEncodingOptions.Load),
        Encoder("phase", "SPKPHASE", "SpikePhase", PhaseEncodingOptions.Load),
        Encoder("regular-rate", "SPKREGRT", "SpikeRegularRate", RegularRateEncodingOptions.Load),
        Encoder("signed-rate", "SPKSIGNR", "SpikeSignedRate", SignedRateEncodingOptions.Load),
        Encoder("poisson-intervals", "SPKPOISI", "SpikePoissonInterval", PoissonIntervalEncodingOptions.Load),
        Encoder("lif-current", "SPKLIFCU", "SpikeLifCurrent", LifCurrentEncodingOptions.Load),
        Encoder("receptive-fields", "SPKFIELD", "SpikeReceptiveField", ReceptiveFieldEncodingOptions.Load),
        Encoder("population-rate", "SPKPOPRT", "SpikePopulationRate", PopulationRateEncodingOptions.Load),
        Encoder("bins", "SPKBINS ", "SpikeBins", BinEncodingOptions.Load),
        Encoder("delta", "SPKDELTA", "SpikeDeltaEncoding", DeltaEncodingOptions.Load),
        Fitted("step-forward", "SPKSTEPF", "SpikeStepForward", StepForwardEncodingOptions.Load),
        Fitted("threshold-based", "SPKTHRSH", "SpikeThresholdBased", ThresholdBasedEncodingOptions.Load),
        Fitted("moving-window", "SPKMOVWD", "SpikeMovingWindow", MovingWindowEncodingOptions.Load),
        Fitted("bsa", "SPKBSA  ", "SpikeBsa", BsaEncodingOptions.Load),
        Fitted("residue", "SPKRESID", "SpikeResidue", ResidueEncodingOptions.Load),
        Fitted("multi-threshold", "SPKMULTI", "SpikeMultiThreshold", MultiThresholdEncodingOptions.Load),
        Encoder("pulse-width", "SPKPULSE", "SpikePulseWidth", PulseWidthEncodingOptions.Load),
        Encoder("spike-times", "SPKTIMES", "SpikeTimesEncoding", SpikeTimesEncodingOptions.Load),
        Encoder("rate-targets", "SPKTGTRT", "SpikeRateTarget", RateTargetEncodingOptions.Load),
        Encoder("latency-targets", "SPKTGTLT", "SpikeLatencyTarget", LatencyTargetEncodingOptions.Load),
        Other("join", "SPKJOIN ", "SpikeJoin", JoinOptions.Load),
        Other("reshape", "SPKRESHP", "SpikeReshape", ReshapeOptions.Load),
        Other("flatten", "SPKFLATN", "SpikeFlatten", FlattenOptions.Load),
        Other("transpose", "SPKTRANS", "SpikeTranspose", TransposeOptions.Load),
        Other("scale", "SPKSCALE", "SpikeScale", ScaleOptions.Load),
        Other("readout", "SPKREADO", "SpikeReadout", SpikeReadoutOptions.Load),
        Other("decode", "SPKDECOD", "SpikeDecoding", SpikeDecodingOptions.Load),
        Other("to-events", "SPKEVENT", "SpikeToEvents", SpikeEventsOptions.Load),
        Other("from-events", "SPKDENSE", "SpikeFromEvents", DenseSpikesOptions.Load),
        Other("crop-events", "SPKEVCRP", "SpikeCropEvents", CropEventsOptions.Load),
        Other("crop-event-times", "SPKEVCRT", "SpikeCropEventTimes", CropEventTimesOptions.Load),
        Other("resize-events", "SPKEVRSZ", "SpikeResizeEvents", ResizeEventsOptions.Load),
        Other("scale-event-times", "SPKEVSCT", "SpikeScaleEventTimes", ScaleEventTimesOptions.Load),
        Other("filter-refractory", "SPKEVREF", "SpikeFilterRefractory", FilterRefractoryOptions.Load),
        Other("denoise-events", "SPKEVDEN", "SpikeDenoiseEvents", DenoiseEventsOptions.Load),
        Other("drop-events", "SPKEVDRP", "SpikeDropEvents", DropEventsOptions.Load),
        Other("jitter-events", "SPKEVJIT", "SpikeJitterEvents", JitterEventsOptions.Load),
        Other("flip-events", "SPKEVFLP", "SpikeFlipEvents", FlipEventsOptions.Load),
        Other("merge-polarities", "SPKEVMRG", "SpikeMergePolarities", MergePolaritiesOptions.Load),
        Other("remove-hot-pixels", "SPKEVHOT", "SpikeRemoveHotPixels", RemoveHotPixelsOptions.Load),
        Other("event-spikes", "SPKEVBIN", "SpikeEventSpikes", EventSpikesOptions.Load),
        Other("time-surfaces", "SPKEVSRF", "SpikeTimeSurfaces", TimeSurfacesOptions.Load),
        Other("voxel-grid", "SPKEVVOX", "SpikeVoxelGrid", VoxelGridOptions.Load),
    ];

    private static readonly Dictionary<Type, SpikeCodeEntry> ByType = All.ToDictionary(entry => entry.CodeType);

    private static readonly Dictionary<string, SpikeCodeEntry> ByName = All.ToDictionary(entry => entry.Name);

    /// <summary>The codes that turn values into spikes, spike times or targets.</summary>
    public static IEnumerable<SpikeCodeEntry> Encoders => All.Where(entry => entry.Default is not null);

    public static SpikeCodeEntry Of(SpikeCode code) => ByType[code.GetType()];

    /// <summary>Writes a code, preceded by its name, inside another object's state.</summary>
    public static void WriteNamed(BinaryWriter writer, SpikeCode code)
    {
        writer.Write(Of(code).Name);
        SpikeCodeEntry.Write(writer, code);
    }

    /// <summary>Reads what <see cref="WriteNamed"/> wrote; formats before 3 only have the code's options there.</summary>
    public static SpikeCode ReadNamed(CodeReader reader) => ByName.TryGetValue(reader.ReadString(), out SpikeCodeEntry? entry)
        ? reader.Format >= ModelFormat.Third ? entry.Read(reader) : entry.Load(reader)
        : throw new EndOfStreamException();

    private static SpikeCodeEntry<TCode> Encoder<TCode>(string name, string modelSignature, string loaderSignature,
        Func<CodeReader, TCode> load)
        where TCode : SpikeCode, new() => new(name, modelSignature, loaderSignature, load, new TCode());

    /// <summary>A code whose models have had options per column since the first format instead of the third.</summary>
    private static SpikeCodeEntry<TCode> Fitted<TCode>(string name, string modelSignature, string loaderSignature,
        Func<CodeReader, TCode> load)
        where TCode : SpikeCode, new() => new(name, modelSignature, loaderSignature, load, new TCode(), isPerColumn: true);

    private static SpikeCodeEntry<TCode> Other<TCode>(string name, string modelSignature, string loaderSignature,
        Func<CodeReader, TCode> load)
        where TCode : SpikeCode => new(name, modelSignature, loaderSignature, load);
}
