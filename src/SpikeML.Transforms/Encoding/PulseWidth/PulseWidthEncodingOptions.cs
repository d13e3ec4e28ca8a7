using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpikeML;

/// <summary>
/// Pulse-width coding: spikes where a series crosses a sawtooth carrier, so a spike's position in its period encodes the
/// value (Spike-Encoding).
/// </summary>
/// <remarks>The options of <see cref="PulseWidthEncoding"/>.</remarks>
public sealed record PulseWidthEncodingOptions : FittedSeriesCode, IStepCode, IOnnxCode, IOnnxDecoder
{
    /// <summary>
    /// The number of steps in which the carrier rises from 0 to 1, 2 to 1,000,000. If null, it is fitted: of 4, 8, 16, 32 and 64,
    /// the value whose decoded series has the best signal-to-noise ratio.
    /// </summary>
    /// <value>10 by default.</value>
    public int? Period { get; init; } = 10;

    /// <summary>Whether a value also gives an off-spike, -1, where the carrier reaches 1 minus the value.</summary>
    /// <value>True by default, as in the reference.</value>
    public bool OffSpike { get; init; } = true;

    /// <summary>The value that is scaled to 0, in the series' unit. If null, it is fitted: the minimum of the data.</summary>
    /// <value>Null by default.</value>
    public double? Lowest { get; init; }

    /// <summary>
    /// The value that is scaled to 1, above <see cref="Lowest"/>. If null, it is fitted: the maximum of the data.
    /// </summary>
    /// <value>Null by default.</value>
    public double? Highest { get; init; }

    internal override bool IsOpen => Period is null || Lowest is null || Highest is null;

    internal override bool StartsAtInitialValue => false;

    internal override IEnumerable<FittedSeriesCode> Candidates(SeriesStatistics data)
    {
        double lowest = Lowest ?? data.Lowest, highest = Highest ?? data.Highest;
        if (!data.AreApart(lowest, highest))
            (lowest, highest) = Around(lowest, highest);
        return (Period is int given ? [given] : PowersOfTwo).Select(period =>
            this with { Period = period, Lowest = lowest, Highest = highest });
    }

    internal override bool IsCostlyToTry => true;

    // What is decoded has all digits where the series is of Double.
    [MethodImpl(KernelCompilation.AtOnce)]
    internal override DoubleLanes Noise<T>(ReadOnlySpan<T> tile, TrialMemory memory)
    {
        Span<double> room = memory.Numbers(2 * tile.Length);
        Span<T> decoded = MemoryMarshal.Cast<double, T>(room[..tile.Length])[..tile.Length];
        Span<float> spikes = MemoryMarshal.Cast<double, float>(room[tile.Length..])[..tile.Length];
        PulseWidthEncoding.Modulation modulation = PulseWidthEncoding.Modulation.Of(this);
        Encode(tile, spikes, DoubleLanes.Count);
        for (int lane = 0; lane < DoubleLanes.Count; lane++)
            PulseWidthEncoding.DecodeNeuron(spikes[lane..], decoded[lane..], DoubleLanes.Count, modulation);
        DoubleLanes noise = DoubleLanes.Zero;
        for (int at = 0; at < tile.Length; at += DoubleLanes.Count)
            noise = TrialNoise.Add(noise, tile, at, ValueLanes.Load<T>(decoded, at));
        return noise;
    }

    internal override void Encode<T>(ReadOnlySpan<T> series, Span<float> spikes, int neuronCount) =>
        PulseWidthEncoding.EncodeSeries(series, spikes, neuronCount, this);

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) =>
        PulseWidthOnnx.Spikes(rows.Series, rows.NumSteps, PulseWidthEncoding.Modulation.Of(this));

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first) =>
        PulseWidthOnnx.Series(rows, PulseWidthEncoding.Modulation.Of(this));

    internal override void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<double> first, Span<float> series, int neuronCount) =>
        PulseWidthEncoding.Restore(spikes, series, neuronCount, this);

    internal override RowEncoder MakeEncoder(RowShape shape) => new StepRowEncoder<PulseWidthEncodingOptions>(this, shape);

    int IStepCode.StateLength(RowShape shape) => (shape.NeuronCount + 1) / 2;

    void IStepCode.Begin(in RowInput row, Span<double> state)
    {
        FeatureCheck.AllFinite(row.Values);
        state.Clear();
    }

    void IStepCode.EncodeSteps(in RowInput row, int firstStep, Span<double> state, Span<float> spikes)
    {
        Span<float> widths = MemoryMarshal.Cast<double, float>(state)[..row.Shape.NeuronCount];
        if (row.HasDoubles)
            PulseWidthEncoding.EncodeSteps(row.Doubles, firstStep, widths, spikes, PulseWidthEncoding.Modulation.Of(this));
        else
            PulseWidthEncoding.EncodeSteps(row.Values, firstStep, widths, spikes, PulseWidthEncoding.Modulation.Of(this));
    }

    internal override void Validate()
    {
        base.Validate();
        OptionCheck.Require(Period is null or (>= 2 and <= 1_000_000), Period, nameof(Period), "Period must be 2 to 1,000,000.");
        OptionCheck.Finite(Lowest ?? 0, nameof(Lowest));
        OptionCheck.Finite(Highest ?? 0, nameof(Highest));
        OptionCheck.Require(Lowest is null || Highest is null || Lowest < Highest, Highest, nameof(Highest),
            $"Highest must be above Lowest ({Lowest}).");
    }

    internal override void Save(BinaryWriter writer)
    {
        writer.WriteNullable(Period);
        writer.Write(OffSpike);
        writer.WriteNullable(Lowest);
        writer.WriteNullable(Highest);
    }

    internal static PulseWidthEncodingOptions Load(BinaryReader reader) => new PulseWidthEncodingOptions
    {
        Period = reader.ReadNullableInt32(),
        OffSpike = reader.ReadBoolean(),
        Lowest = reader.ReadNullableDouble(),
        Highest = reader.ReadNullableDouble(),
    }.Validated();

    private static int[] PowersOfTwo => [4, 8, 16, 32, 64];

    /// <summary>A range for constant data, or for data that lies entirely beyond the given end.</summary>
    private (double Lowest, double Highest) Around(double lowest, double highest)
    {
        double room = Math.Max(1, Math.Abs(highest));
        return (Lowest is null ? highest - room : lowest, Highest is null ? lowest + room : highest);
    }
}
