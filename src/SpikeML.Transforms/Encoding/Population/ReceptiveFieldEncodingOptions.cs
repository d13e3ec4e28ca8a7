namespace SpikeML;

/// <summary>
/// Receptive-field coding: each feature drives a group of neurons with Gaussian receptive fields; neurons that are driven more
/// fire earlier (Bohte et al. 2002). The defaults are those of Bohte et al. 2002.
/// </summary>
/// <remarks>The options of <see cref="ReceptiveFieldEncoding"/>.</remarks>
public sealed record ReceptiveFieldEncodingOptions : PopulationCode, IOnnxCode, IOnnxDecoder
{
    /// <summary>The distance between two centres divided by a field's width, above 0.</summary>
    /// <value>1.5 by default.</value>
    public double WidthFactor { get; init; } = 1.5;

    internal override RowEncoder MakeEncoder(RowShape shape)
    {
        ValueRange range = Range.GetValueOrDefault();
        ReadOnlySpan<ValueRange> ranges = Range is null ? LearnedRanges.AsSpan() : new(in range);
        return new TimeRowEncoder<ReceptiveFieldTimes>(new(ranges, this, shape), shape);
    }

    private protected override void Encode(
        in ColumnValues features, ulong rowKey, Span<float> spikes, ReadOnlySpan<ValueRange> ranges)
    {
        using PooledSpan<GaussianFields> fields = new(ranges.Length);
        ReceptiveFieldEncoding.ToFields(ranges, NumFields, WidthFactor, fields.Span);
        if (features.AreDoubles)
            ReceptiveFieldEncoding.EncodeDense(features.Doubles, spikes, fields.Span, this);
        else
            ReceptiveFieldEncoding.EncodeDense(features.Singles, spikes, fields.Span, this);
    }

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows)
    {
        ValueRange range = Range.GetValueOrDefault();
        return ReceptiveFieldOnnx.Spikes(rows.Numbers, RangesOf(in range), this);
    }

    OnnxTensor IOnnxDecoder.WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first)
    {
        ValueRange range = Range.GetValueOrDefault();
        return CentreMeanOnnx.Features(rows, RangesOf(in range), this, ReceptiveFieldEncoding.WeightOfStep);
    }

    private protected override void Decode(in SpikeValues spikes, Span<float> features, ReadOnlySpan<ValueRange> ranges)
    {
        ReceptiveFieldEncoding.DecodeRow(spikes, features, ranges, this);
    }

    internal override void Validate()
    {
        base.Validate();
        OptionCheck.Positive(WidthFactor, nameof(WidthFactor));
    }

    internal static ReceptiveFieldEncodingOptions Load(BinaryReader reader) => new ReceptiveFieldEncodingOptions
    {
        NumSteps = reader.ReadInt32(),
        NumFields = reader.ReadInt32(),
        WidthFactor = reader.ReadDouble(),
        Range = reader.ReadRange(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
        writer.Write(NumFields);
        writer.Write(WidthFactor);
        writer.WriteRange(Range);
    }
}
