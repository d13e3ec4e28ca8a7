using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>
/// Latency coding: one spike per feature, early for large values and late for small ones (snnTorch's <c>spikegen.latency</c>).
/// The defaults are those of snnTorch's <c>spikegen.latency</c>.
/// </summary>
/// <remarks>The options of <see cref="LatencyEncoding"/>.</remarks>
public sealed record LatencyEncodingOptions : FeatureCode, ISlotCode, IOnnxCode, IOnnxDecoder
{
    /// <summary>The number of time steps, at least 1. If null, it is fitted: the latest spike time of the data + 1.</summary>
    /// <value>100 by default.</value>
    public int? NumSteps { get; init => (field, LargestTime) = (value, value is null ? null : LargestTime); } = 100;

    /// <summary>The membrane potential at which a neuron fires, above 0 and below 1. Smaller features are raised to it.</summary>
    /// <value>0.01 by default.</value>
    public double Threshold { get; init => (field, LargestTime) = (value, null); } = 0.01;

    /// <summary>
    /// The time constant of the charging membrane in steps, above 0. It has no effect on a linear code with
    /// <see cref="Normalize"/>.
    /// </summary>
    /// <value>1 by default.</value>
    public double Tau { get; init => (field, LargestTime) = (value, null); } = 1;

    /// <summary>The earliest spike time in steps, 0 to NumSteps - 1.</summary>
    /// <value>0 by default.</value>
    public int FirstSpikeTime { get; init => (field, LargestTime) = (value, null); }

    /// <summary>The value at a spike.</summary>
    /// <value>1 by default.</value>
    public double OnTarget { get; init; } = 1;

    /// <summary>The value where there is no spike. A value other than 0 makes the column dense.</summary>
    /// <value>0 by default.</value>
    public double OffTarget { get; init; }

    /// <summary>
    /// Whether features below <see cref="Threshold"/> never fire; otherwise they fire at the latest time. In spike times they
    /// become NaN. Clip removes spikes, not ramps: with <see cref="Interpolate"/>, all values stay, as in snnTorch.
    /// </summary>
    /// <value>False by default.</value>
    public bool Clip { get; init => (field, LargestTime) = (value, null); }

    /// <summary>
    /// Whether spike times are stretched so that the latest falls on the last step. For the logarithmic code, the latest time is
    /// fitted to the data; later times in other rows fall on the last step.
    /// </summary>
    /// <value>False by default.</value>
    public bool Normalize { get; init => (field, LargestTime) = (value, null); }

    /// <summary>Whether the spike time decreases linearly with the feature instead of logarithmically.</summary>
    /// <value>False by default.</value>
    public bool Linear { get; init => (field, LargestTime) = (value, null); }

    /// <summary>
    /// Whether values rise linearly from <see cref="OffTarget"/> at step 0 to <see cref="OnTarget"/> at the spike.
    /// </summary>
    /// <value>False by default.</value>
    public bool Interpolate { get; init; }

    /// <summary>Whether spikes after the last step are dropped; otherwise they are an error.</summary>
    /// <value>False by default.</value>
    public bool Bypass { get; init; }

    /// <summary>
    /// The smallest distance of a feature above <see cref="Threshold"/> in the logarithmic code, which keeps spike times finite.
    /// </summary>
    /// <value>1e-7 by default.</value>
    public double Epsilon { get; init => (field, LargestTime) = (value, null); } = 1e-7;

    /// <summary>
    /// The latest spike time of the fitted data in steps, if Normalize or NumSteps = null needs it. Null in options that have not
    /// been fitted, and in a copy in which an option that it depends on was changed.
    /// </summary>
    public float? LargestTime { get; internal init; }

    internal override bool IsOpen => LargestTime is null && (NumSteps is null || this is { Normalize: true, Linear: false });

    internal override ICodeLearner? MakeLearner(IExceptionContext host, DataViewSchema.Column column) =>
        IsOpen ? new LatencyLearner(column.Name, this, WithLargestTime) : null;

    internal override int StepsOf(int featureCount) => SeriesCheck.Given(NumSteps, nameof(NumSteps));

    internal override bool ShouldFire => this is { OffTarget: 0, Interpolate: false };

    internal override string SilenceRemedy =>
        "All values are below Threshold, and Clip drops them: lower Threshold, or scale the column with "
            + "mlContext.Transforms.Spikes.Scale.";

    internal override RowEncoder MakeEncoder(RowShape shape) => ((float)OffTarget, Interpolate) switch
    {
        (0, false) => new SlotRowEncoder<LatencyEncodingOptions>(this, shape),
        (0, true) when (float)OnTarget > 0 => new LatencyRampEncoder(this, shape),
        // One value of a neuron is its spike, and all others are the off-target.
        (not 0, false) when shape.OutputSteps > 2 => new DenseRowEncoder(this, shape, isAlwaysDense: true),
        _ => base.MakeEncoder(shape),
    };

    int ISlotCode.RoomForSlots(in RowInput row) => row.Values.Length;

    float? ISlotCode.SpikeValue => (float)OnTarget;

    bool ISlotCode.TryEncodeSlots(in RowInput row, Span<int> slots, Span<float> values, out int count)
    {
        count = LatencyEncoding.EncodeRowSlots(row.Values, slots, row.Shape.OutputSteps, this);
        return true;
    }

    internal override void Encode(ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        LatencyEncoding.EncodeRow(features, spikes, StepsOf(features.Length), this);

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) => LatencyOnnx.Spikes(rows.Singles, rows.Shape.OutputSteps, this);

    internal override bool DecodesSparse => OffTarget == 0;

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first) => LatencyOnnx.Features(rows, this);

    internal override void Decode(in SpikeValues spikes, Span<float> features) =>
        LatencyDecoding.DecodeRow(spikes, features, this);

    internal override void CheckDecodable()
    {
        LatencyDecoding.CheckLearned(this);
        base.CheckDecodable();
    }

    /// <summary>The options with what was fitted to a column; a fitted number of steps replaces null.</summary>
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
            "NumSteps must be set if Normalize is set.");
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
            $"OnTarget must be at least OffTarget ({OffTarget}) if Interpolate is set.");
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
