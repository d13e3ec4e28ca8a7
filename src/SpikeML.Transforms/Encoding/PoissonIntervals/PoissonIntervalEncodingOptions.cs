namespace SpikeML;

/// <summary>
/// Poisson interval coding: the intervals between spikes are Poisson-distributed around 1 / rate (BindsNET). The defaults are
/// those of BindsNET's <c>poisson</c>, which does not give a Poisson process; set <see cref="Intervals"/> to get one.
/// </summary>
/// <remarks>The options of <see cref="PoissonIntervalEncoding"/>.</remarks>
public sealed record PoissonIntervalEncodingOptions : FeatureCode, ISlotCode, IOnnxDecoder
{
    /// <summary>The number of time steps, at least 1.</summary>
    /// <value>100 by default.</value>
    public int NumSteps { get; init; } = 100;

    /// <summary>The length of a step in milliseconds, above 0.</summary>
    /// <value>1 by default.</value>
    public double StepMilliseconds { get; init; } = 1;

    /// <summary>The rate for a feature of 1 in spikes per second, above 0.</summary>
    /// <value>1 by default.</value>
    public double Gain { get; init; } = 1;

    /// <summary>
    /// The distribution of the intervals. BindsNET's Poisson numbers are almost regular at low rates: at 1 spike per second and
    /// steps of 1 ms, their coefficient of variation is 0.03, and a rate whose mean interval is much longer than the train gives
    /// no spikes. Exponential intervals give a Poisson process.
    /// </summary>
    /// <value><see cref="PoissonIntervalDistribution.Poisson"/> by default.</value>
    public PoissonIntervalDistribution Intervals { get; init; }

    /// <inheritdoc cref="CodeDraws.Seed"/>
    public int? Seed { get => OwnDraws.Seed; init => OwnDraws = OwnDraws with { Seed = value }; }

    /// <inheritdoc cref="CodeDraws.RowKeyColumnName"/>
    public string? RowKeyColumnName
    {
        get => OwnDraws.RowKeyColumnName; init =>
        OwnDraws = OwnDraws with { RowKeyColumnName = value };
    }

    /// <summary>The rate for a feature of 1 in spikes per step.</summary>
    internal double SpikesPerStep => Gain * StepMilliseconds / 1000;

    private CodeDraws OwnDraws { get; init; }

    internal override CodeDraws? Draws => OwnDraws;

    internal override SpikeCode WithDraws(CodeDraws draws) => this with { OwnDraws = draws };

    internal override int StepsOf(int featureCount) => NumSteps;

    internal override ValueLimits? Limits => new(0, 1 / SpikesPerStep, "such neurons fire at every step");

    internal override bool HasGain => true;

    internal override RowEncoder MakeEncoder(RowShape shape) =>
        this is { IsSecondFormat: true, Intervals: PoissonIntervalDistribution.Poisson }
            ? base.MakeEncoder(shape)
            : new SlotRowEncoder<PoissonIntervalEncodingOptions>(this, shape);

    int ISlotCode.RoomForSlots(in RowInput row) => PoissonIntervalEncoding.RoomForSlots(row.Values, this);

    bool ISlotCode.TryEncodeSlots(in RowInput row, Span<int> slots, Span<float> values, out int count) =>
        PoissonIntervalEncoding.TryEncodeSlots(row.Values, slots, this, row.Key, out count);

    internal override void Encode(ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        PoissonIntervalEncoding.EncodeRow(features, spikes, this, rowKey);

    internal override bool DecodesSparse => true;

    string? IOnnxDecoder.OnnxDecoderObstacle => Intervals == PoissonIntervalDistribution.Exponential ? null
        : "the decoder of Poisson-distributed intervals solves an equation in as many steps as it takes";

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first) =>
        DecodingOnnx.Look(DecodingOnnx.Counts(rows), PoissonIntervalEncoding.FeaturesOfCounts(this));

    internal override void Decode(in SpikeValues spikes, Span<float> features) =>
        PoissonIntervalEncoding.DecodeRow(spikes, features, this);

    internal override void Validate()
    {
        OptionCheck.AtLeast(1, NumSteps, nameof(NumSteps));
        OwnDraws.Validate();
        OptionCheck.Positive(StepMilliseconds, nameof(StepMilliseconds));
        OptionCheck.Positive(Gain, nameof(Gain));
        OptionCheck.Require(Enum.IsDefined(Intervals), Intervals, nameof(Intervals), "Intervals must be Poisson or Exponential.");
    }

    internal static PoissonIntervalEncodingOptions Load(CodeReader reader) => new PoissonIntervalEncodingOptions
    {
        NumSteps = reader.ReadInt32(),
        StepMilliseconds = reader.ReadDouble(),
        Gain = reader.ReadDouble(),
        OwnDraws = CodeDraws.Load(reader),
        Intervals = reader.Format >= ModelFormat.Third
            ? (PoissonIntervalDistribution)reader.ReadInt32()
            : PoissonIntervalDistribution.Poisson,
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
        writer.Write(StepMilliseconds);
        writer.Write(Gain);
        OwnDraws.Save(writer);
        writer.Write((int)Intervals);
    }
}
