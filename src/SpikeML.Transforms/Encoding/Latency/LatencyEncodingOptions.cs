using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>
/// Latency coding: one spike a feature, early for large values and late for small ones (snnTorch's <c>spikegen.latency</c>). The
/// defaults are those of snnTorch's <c>spikegen.latency</c>.
/// </summary>
/// <remarks>The options of <see cref="LatencyEncoding"/>.</remarks>
public sealed record LatencyEncodingOptions : FeatureCode, ISlotCode
{
    /// <summary>
    /// The number of time steps, at least 1. Null takes the last spike time + 1, which an estimator learns from the data that it
    /// is fitted on.
    /// </summary>
    /// <value>100 by default.</value>
    public int? NumSteps { get; init => (field, LargestTime) = (value, value is null ? null : LargestTime); } = 100;

    /// <summary>The membrane potential at which a neuron fires, above 0 and below 1. Smaller features count as this.</summary>
    /// <value>0.01 by default.</value>
    public double Threshold { get; init => (field, LargestTime) = (value, null); } = 0.01;

    /// <summary>
    /// The time constant of the charging membrane in steps, above 0. A linear code with <see cref="Normalize"/> replaces it.
    /// </summary>
    /// <value>1 by default.</value>
    public double Tau { get; init => (field, LargestTime) = (value, null); } = 1;

    /// <summary>The earliest spike time in steps, 0 to NumSteps - 1.</summary>
    /// <value>0 by default.</value>
    public int FirstSpikeTime { get; init => (field, LargestTime) = (value, null); }

    /// <summary>The value at a spike.</summary>
    /// <value>1 by default.</value>
    public double OnTarget { get; init; } = 1;

    /// <summary>The value where there is no spike. Any other makes every slot non-zero, so the column is dense.</summary>
    /// <value>0 by default.</value>
    public double OffTarget { get; init; }

    /// <summary>
    /// Whether features below <see cref="Threshold"/> never fire; false lets them fire at the latest time. As spike times they
    /// become NaN. It removes spikes, not ramps: with <see cref="Interpolate"/> all values stay, as in snnTorch.
    /// </summary>
    /// <value>False by default.</value>
    public bool Clip { get; init => (field, LargestTime) = (value, null); }

    /// <summary>
    /// Whether spike times are stretched so that the latest falls on the last step. The logarithmic code takes the latest time
    /// from the data that the estimator is fitted on; rows beyond it fall on the last step.
    /// </summary>
    /// <value>False by default.</value>
    public bool Normalize { get; init => (field, LargestTime) = (value, null); }

    /// <summary>Whether the spike time falls linearly with the feature instead of logarithmically.</summary>
    /// <value>False by default.</value>
    public bool Linear { get; init => (field, LargestTime) = (value, null); }

    /// <summary>
    /// Whether values rise linearly from <see cref="OffTarget"/> at step 0 to <see cref="OnTarget"/> at the spike.
    /// </summary>
    /// <value>False by default.</value>
    public bool Interpolate { get; init; }

    /// <summary>Whether spikes after the last step are dropped; false makes them an error.</summary>
    /// <value>False by default.</value>
    public bool Bypass { get; init; }

    /// <summary>
    /// Keeps the logarithmic code's features this far above <see cref="Threshold"/>, where the spike time is finite.
    /// </summary>
    /// <value>1e-7 by default.</value>
    public double Epsilon { get; init => (field, LargestTime) = (value, null); } = 1e-7;

    /// <summary>
    /// The latest spike time, in steps, of the data that an estimator was fitted on, where Normalize or NumSteps = null needs it;
    /// null in options that were not fitted, and in a copy with another option that it depends on.
    /// </summary>
    public float? LargestTime { get; internal init; }

    internal override bool IsOpen => LargestTime is null && (NumSteps is null || this is { Normalize: true, Linear: false });

    internal override ICodeLearner? MakeLearner(IExceptionContext host, DataViewSchema.Column column) =>
        IsOpen ? new LatencyLearner(column.Name, this, WithLargestTime) : null;

    internal override int StepsOf(int featureCount) => SeriesCheck.Given(NumSteps, nameof(NumSteps));

    internal override bool ShouldFire => this is { OffTarget: 0, Interpolate: false };

    internal override string SilenceRemedy =>
        "All values lie below Threshold, and Clip drops them: lower Threshold, or scale the column with "
            + "mlContext.Transforms.Spikes.Scale.";

    internal override RowEncoder MakeEncoder(RowShape shape) => this is { OffTarget: 0, Interpolate: false }
        ? new SlotRowEncoder<LatencyEncodingOptions>(this, shape)
        : base.MakeEncoder(shape);

    int ISlotCode.RoomForSlots(in RowInput row) => row.Values.Length;

    float? ISlotCode.SpikeValue => (float)OnTarget;

    bool ISlotCode.TryEncodeSlots(in RowInput row, Span<int> slots, Span<float> values, out int count)
    {
        count = LatencyEncoding.EncodeRowSlots(row.Values, slots, row.Shape.OutputSteps, this);
        return true;
    }

    internal override void Encode(ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        LatencyEncoding.EncodeRow(features, spikes, StepsOf(features.Length), this);

    internal override bool DecodesSparse => OffTarget == 0;

    internal override void Decode(in SpikeValues spikes, Span<float> features) =>
        LatencyDecoding.DecodeRow(spikes, features, this);

    internal override void CheckDecodable()
    {
        Validate();
        LatencyDecoding.CheckLearned(this);
        base.CheckDecodable();
    }

    /// <summary>The options with what was learned of a column; a learned number of steps takes the place of null.</summary>
    internal LatencyEncodingOptions WithLargestTime(float largestTime) =>
        this with { LargestTime = largestTime, NumSteps = NumSteps ?? (int)MathF.Round(largestTime) + 1 };

    internal override void SaveLearned(BinaryWriter writer) => writer.Write(LargestTime ?? float.NaN);

    internal override SpikeCode WithLearned(BinaryReader reader) =>
        reader.ReadSingle() is var largestTime && float.IsNaN(largestTime) ? this : WithLargestTime(largestTime).Validated();

    internal override void Validate()
    {
        if (NumSteps is int numSteps)
            OptionCheck.AtLeast(1, numSteps, nameof(NumSteps));
        OptionCheck.Require(NumSteps is not null || !Normalize, NumSteps, nameof(NumSteps),
            "NumSteps must be given when Normalize is set.");
        OptionCheck.Require((float)Threshold is > 0 and < 1, Threshold, nameof(Threshold),
            "Threshold must be above 0 and below 1.");
        OptionCheck.Positive(Tau, nameof(Tau));
        OptionCheck.FirstSpikeTime(FirstSpikeTime, NumSteps);
        OptionCheck.Positive(Epsilon, nameof(Epsilon));
        OptionCheck.Require(Linear || (float)(Threshold + Epsilon) > (float)Threshold, Epsilon, nameof(Epsilon),
            $"Epsilon must be large enough that Threshold + Epsilon is above Threshold ({Threshold}) in single precision.");
        OptionCheck.Finite(OnTarget, nameof(OnTarget));
        OptionCheck.Finite(OffTarget, nameof(OffTarget));
        OptionCheck.Require(!Interpolate || OnTarget >= OffTarget, OnTarget, nameof(OnTarget),
            $"OnTarget must be at least OffTarget ({OffTarget}) when Interpolate is set.");
    }

    internal static LatencyEncodingOptions Load(BinaryReader reader) => new LatencyEncodingOptions
    {
        NumSteps = reader.ReadNullableInt32(),
        Threshold = reader.ReadDouble(),
        Tau = reader.ReadDouble(),
        FirstSpikeTime = reader.ReadInt32(),
        OnTarget = reader.ReadDouble(),
        OffTarget = reader.ReadDouble(),
        Clip = reader.ReadBoolean(),
        Normalize = reader.ReadBoolean(),
        Linear = reader.ReadBoolean(),
        Interpolate = reader.ReadBoolean(),
        Bypass = reader.ReadBoolean(),
        Epsilon = reader.ReadDouble(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.WriteNullable(NumSteps);
        writer.Write(Threshold);
        writer.Write(Tau);
        writer.Write(FirstSpikeTime);
        writer.Write(OnTarget);
        writer.Write(OffTarget);
        writer.Write(Clip);
        writer.Write(Normalize);
        writer.Write(Linear);
        writer.Write(Interpolate);
        writer.Write(Bypass);
        writer.Write(Epsilon);
    }
}
