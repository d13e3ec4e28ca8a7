using System.Collections.Immutable;

namespace SpikeML;

/// <summary>Multi-threshold coding: an on-neuron and an off-neuron for each of several thresholds (Tonic's S-MNIST).</summary>
/// <remarks>The options of <see cref="MultiThresholdEncoding"/>.</remarks>
public sealed record MultiThresholdEncodingOptions : FittedSeriesCode, ISlotCode, IOnnxCode, IOnnxDecoder
{
    /// <summary>
    /// The number of thresholds, 2 to 1024. There are twice as many neurons. If null, it is fitted: of 2, 4, 8, 16 and 32, the
    /// number whose decoded series has the best signal-to-noise ratio (of equals the smallest), usually 32.
    /// </summary>
    /// <value>8 by default.</value>
    public int? NumThresholds { get; init; } = 8;

    /// <summary>
    /// The lowest threshold, in the series' unit. If null, it is fitted together with the other options that are null: of 0 to 20
    /// percent of the data's range above its minimum, in steps of 2 percent, the value whose decoded series has the best
    /// signal-to-noise ratio.
    /// </summary>
    /// <value>Null by default.</value>
    public double? Lowest { get; init; }

    /// <summary>
    /// The highest threshold, above <see cref="Lowest"/>. If null, it is fitted in the same way, of 0 to 20 percent of the data's
    /// range below its maximum, in steps of 2 percent.
    /// </summary>
    /// <value>Null by default.</value>
    public double? Highest { get; init; }

    internal override bool IsOpen => NumThresholds is null || Lowest is null || Highest is null;

    // Fitting may determine the number of thresholds, and with it the number of neurons.
    internal override ColumnNotes Notes => ColumnNotes.Spikes;

    internal override ColumnNotes DecodedNotes => ColumnNotes.None;

    internal override int Channels => 2 * SeriesCheck.Given(NumThresholds, nameof(NumThresholds));

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) => inputDimensions.Add(Channels);

    internal override IEnumerable<FittedSeriesCode> Candidates(SeriesStatistics data) =>
        (from number in NumThresholds is int given ? [given] : PowersOfTwo
         from lowest in Lowest is double own ? [own] : Margins.Select(margin => data.Lowest + margin * data.Range)
         from highest in Highest is double own ? [own] : Margins.Select(margin => data.Highest - margin * data.Range)
         where data.AreApart(lowest, highest)
         select this with { NumThresholds = number, Lowest = lowest, Highest = highest }).DefaultIfEmpty(Beside(data));

    /// <summary>The thresholds; no option may be null.</summary>
    internal ThresholdLevels Levels => new(
        SeriesCheck.Given(Lowest, nameof(Lowest)), SeriesCheck.Given(Highest, nameof(Highest)), Channels / 2);

    internal override bool IsCostlyToTry => true;

    internal override DoubleLanes Noise<T>(ReadOnlySpan<T> tile, TrialMemory memory) => LevelNoise.Of(tile, Levels);

    internal override RowEncoder MakeEncoder(RowShape shape) => new SlotRowEncoder<MultiThresholdEncodingOptions>(this, shape);

    /// <summary>Every value except those of the last step crosses each threshold at most once.</summary>
    int ISlotCode.RoomForSlots(in RowInput row) => (row.Shape.OutputLength - row.Shape.OutputWidth) / 2;

    bool ISlotCode.TryEncodeSlots(in RowInput row, Span<int> slots, Span<float> values, out int count)
    {
        count = row.HasDoubles
            ? MultiThresholdEncoding.EncodeSlots(row.Doubles, slots, row.Shape.NeuronCount, Levels)
            : MultiThresholdEncoding.EncodeSlots(row.Values, slots, row.Shape.NeuronCount, Levels);
        return true;
    }

    internal override void Encode<T>(ReadOnlySpan<T> series, Span<float> spikes, int neuronCount) =>
        MultiThresholdEncoding.EncodeRow(series, spikes, neuronCount, Levels);

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) => MultiThresholdOnnx.Spikes(rows.Series, rows.NumSteps, Levels);

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first) =>
        MultiThresholdOnnx.Series(rows, first(), Levels);

    internal override void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<double> first, Span<float> series, int neuronCount) =>
        MultiThresholdEncoding.Restore(spikes, first, series, Levels);

    internal override bool DecodesSparse => true;

    internal override void DecodeSparse(
        in SpikeValues spikes, ReadOnlySpan<double> first, Span<float> series, int neuronCount) =>
        MultiThresholdEncoding.Restore(spikes, first, series, Levels);

    private static int[] PowersOfTwo => [2, 4, 8, 16, 32];

    private static IEnumerable<double> Margins => Enumerable.Range(0, 11).Select(part => part / 50.0);

    /// <summary>
    /// For constant data, or data that lies entirely beyond the given threshold. Values beyond the outermost threshold decode as
    /// that threshold, so a threshold at the constant restores it.
    /// </summary>
    private MultiThresholdEncodingOptions Beside(SeriesStatistics data)
    {
        double end = Lowest ?? Highest ?? data.Highest, distance = Math.Max(1, Math.Abs(end));
        return this with
        {
            NumThresholds = NumThresholds ?? PowersOfTwo[0],
            Lowest = Lowest is null ? end - distance : end,
            Highest = Lowest is null ? end : end + distance,
        };
    }

    internal override void Validate()
    {
        base.Validate();
        OptionCheck.Require(NumThresholds is null or (>= 2 and <= 1024), NumThresholds, nameof(NumThresholds),
            "NumThresholds must be 2 to 1024.");
        OptionCheck.Finite(Lowest ?? 0, nameof(Lowest));
        OptionCheck.Finite(Highest ?? 0, nameof(Highest));
        OptionCheck.Require(Lowest is null || Highest is null || Lowest < Highest, Highest, nameof(Highest),
            $"Highest must be above Lowest ({Lowest}).");
    }

    internal static MultiThresholdEncodingOptions Load(BinaryReader reader) => new MultiThresholdEncodingOptions
    {
        NumThresholds = reader.ReadInt32(),
        Lowest = reader.ReadNullableDouble(),
        Highest = reader.ReadNullableDouble(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(Channels / 2);
        writer.WriteNullable(Lowest);
        writer.WriteNullable(Highest);
    }
}
