using System.Collections.Immutable;

namespace SpikeML;

/// <summary>
/// BSA, Ben's spiker algorithm: spikes from which a filter restores the series (Schrauwen and Van Campenhout 2003).
/// </summary>
/// <remarks>The options of <see cref="BsaEncoding"/>.</remarks>
public sealed record BsaEncodingOptions : FittedSeriesCode, IOnnxCode, IOnnxDecoder
{
    /// <summary>The decoder's impulse response, 1 to 4096 finite values. A filter whose sum is 1 fits series in [0, 1].</summary>
    /// <value>The binomial low-pass (1, 8, 28, 56, 70, 56, 28, 8, 1) / 256 by default, whose sum is 1.</value>
    public ImmutableArray<float> Filter { get; init; } = [1 / 256f, 8 / 256f, 28 / 256f, 56 / 256f, 70 / 256f, 56 / 256f,
        28 / 256f, 8 / 256f, 1 / 256f];

    /// <summary>
    /// How much a spike must reduce the error, 0 or above, in the series' unit. If null, it is fitted: of 0 to 0.98 of the
    /// filter's sum, in steps of 0.02, the value whose decoded series has the best signal-to-noise ratio.
    /// </summary>
    /// <value>Null by default.</value>
    public double? Threshold { get; init; }

    /// <summary>Two codes are equal if all their options and filter values are equal.</summary>
    public bool Equals(BsaEncodingOptions? other) =>
        base.Equals(other) && Threshold == other.Threshold && Filter.AsSpan().SequenceEqual(other.Filter.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(base.GetHashCode(), Threshold, Filter.IsDefaultOrEmpty ? 0 : Filter.Length);

    internal override bool StartsAtInitialValue => false;

    /// <summary>Spikes at every step decode to the filter's sum; no decoded series exceeds it.</summary>
    internal override ValueLimits? Limits => Filter.Sum(value => (double)value) is var sum
        ? new(Math.Min(0, sum), Math.Max(0, sum), "the spikes cannot follow the series") : null;

    internal override bool IsOpen => Threshold is null;

    internal override IEnumerable<FittedSeriesCode> Candidates(SeriesStatistics data) =>
        Enumerable.Range(0, 50).Select(part =>
            this with { Threshold = part / 50.0 * Math.Abs(Filter.Sum(value => (double)value)) });

    internal override bool IsCostlyToTry => true;

    internal override DoubleLanes Noise<T>(ReadOnlySpan<T> tile, TrialMemory memory) =>
        BsaNoise.Of(tile, Filter.AsSpan(), SeriesCheck.Given(Threshold, nameof(Threshold)), memory);

    internal override void Encode<T>(ReadOnlySpan<T> series, Span<float> spikes, int neuronCount) =>
        BsaEncoding.EncodeRow(series, spikes, neuronCount, Filter.AsSpan(), SeriesCheck.Given(Threshold, nameof(Threshold)));

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) => BsaOnnx.Spikes(rows.Series, rows.NumSteps, this);

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first) => BsaOnnx.Series(rows, this);

    internal override void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<double> first, Span<float> series, int neuronCount) =>
        BsaEncoding.Restore(spikes, series, neuronCount, Filter.AsSpan());

    internal override bool DecodesSparse => true;

    internal override void DecodeSparse(
        in SpikeValues spikes, ReadOnlySpan<double> first, Span<float> series, int neuronCount) =>
        SparseBsa.Restore(spikes, series, neuronCount, Filter.AsSpan());

    internal override void Validate()
    {
        base.Validate();
        OptionCheck.NotNegative(Threshold ?? 0, nameof(Threshold));
        int length = Filter.IsDefault ? 0 : Filter.Length;
        OptionCheck.Require(length is >= 1 and <= 4096, length, nameof(Filter), "Filter must have 1 to 4096 values.");
        foreach (float value in Filter)
            OptionCheck.Finite(value, nameof(Filter));
    }

    internal static BsaEncodingOptions Load(BinaryReader reader) => new BsaEncodingOptions
    {
        Threshold = reader.ReadNullableDouble(),
        Filter = [.. reader.ReadSingles()],
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.WriteNullable(Threshold);
        writer.Write(Filter.AsSpan());
    }
}
