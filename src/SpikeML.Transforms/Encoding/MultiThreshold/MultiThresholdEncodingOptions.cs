using System.Collections.Immutable;

namespace SpikeML;

/// <summary>Multi-threshold crossing: an on- and an off-neuron for each of several thresholds (Tonic's S-MNIST).</summary>
/// <remarks>The options of <see cref="MultiThresholdEncoding"/>.</remarks>
public sealed record MultiThresholdEncodingOptions : FittedSeriesCode, ISlotCode
{
    /// <summary>
    /// The number of thresholds, 2 to 1024. There are twice as many neurons. Null lets an estimator's <c>Fit</c> choose among 2,
    /// 4, 8, 16 and 32: the fewest of those whose decoded series has the best signal-to-noise ratio, which mostly is 32.
    /// </summary>
    /// <value>8 by default.</value>
    public int? NumThresholds { get; init; } = 8;

    /// <summary>
    /// The lowest threshold, in the series' unit. Null lets an estimator's <c>Fit</c> find the one whose decoded series has the
    /// best signal-to-noise ratio, together with what else is null: among 0 to 20 per cent of the data's range above its least
    /// value, in steps of 2 per cent.
    /// </summary>
    /// <value>Null by default.</value>
    public double? Lowest { get; init; }

    /// <summary>
    /// The highest threshold, above <see cref="Lowest"/>. Null lets an estimator's <c>Fit</c> find it, among 0 to 20 per cent of
    /// the data's range below its greatest value, in steps of 2 per cent.
    /// </summary>
    /// <value>Null by default.</value>
    public double? Highest { get; init; }

    internal override bool IsOpen => NumThresholds is null || Lowest is null || Highest is null;

    // Fitting may find the number of thresholds, and with it that of the neurons.
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

    /// <summary>The thresholds, of which none may be open.</summary>
    internal ThresholdLevels Levels => new(
        SeriesCheck.Given(Lowest, nameof(Lowest)), SeriesCheck.Given(Highest, nameof(Highest)), Channels / 2);

    internal override bool IsCostlyToTry => true;

    internal override DoubleLanes Noise<T>(ReadOnlySpan<T> tile, TrialMemory memory) => LevelNoise.Of(tile, Levels);

    internal override RowEncoder MakeEncoder(RowShape shape) => new SlotRowEncoder<MultiThresholdEncodingOptions>(this, shape);

    /// <summary>Each value but those of the last step crosses every threshold at most once.</summary>
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

    internal override void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<double> first, Span<float> series, int neuronCount) =>
        MultiThresholdEncoding.Restore(spikes, first, series, Levels);

    internal override bool DecodesSparse => true;

    internal override void DecodeSparse(
        in SpikeValues spikes, ReadOnlySpan<double> first, Span<float> series, int neuronCount) =>
        MultiThresholdEncoding.Restore(spikes, first, series, Levels);

    private static int[] PowersOfTwo => [2, 4, 8, 16, 32];

    private static IEnumerable<double> Margins => Enumerable.Range(0, 11).Select(part => part / 50.0);

    /// <summary>
    /// For constant data, or data all on the other side of the threshold that is given. What lies beyond the outermost threshold
    /// is
    /// decoded as that threshold, so that a threshold at the constant restores it.
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
