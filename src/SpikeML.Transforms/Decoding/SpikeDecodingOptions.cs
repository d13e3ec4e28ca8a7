using System.Collections.Immutable;

namespace SpikeML;

/// <summary>Decoding: spikes become the values that they were encoded from.</summary>
public sealed record SpikeDecodingOptions : SpikeCode, IOnnxCode
{
    /// <summary>The code that made the spikes, with everything that was fitted. Its seed is ignored.</summary>
    public required SpikeCode Code { get; init; }

    /// <summary>
    /// The first value of decoded series for codes of changes, unless <see cref="InitialValueColumnName"/> is set.
    /// </summary>
    /// <value>0 by default.</value>
    public float InitialValue { get; init; }

    /// <summary>The column with the first values of each row's decoded series.</summary>
    /// <value>Null by default.</value>
    public string? InitialValueColumnName { get; init; }

    internal override InputKind Input => Code.DecodedInput;

    internal override bool ReadsSparse => Code.DecodesSparse;

    internal override bool KeepsScalars => Code.KeepsScalars && !IsSecondFormat;

    internal override string? InitialValueColumn => InitialValueColumnName;

    internal override bool ReadsSpikes => Code.Notes.AreSpikes;

    internal override ColumnNotes Notes => Code.DecodedNotes;

    internal override string? Refusal(ImmutableArray<int> inputDimensions) =>
        Code.DecodedDimensions(inputDimensions) is null ? $"spikes of {Code.Entry.Name} coding with the same options" : null;

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) =>
        Code.DecodedDimensions(inputDimensions)!.Value;

    internal override void Encode(in RowInput row, Span<float> output)
    {
        double initialValue = InitialValue;
        Code.Decode(row.Spikes, row.Shape.InputDimensions, InitialValueColumnName is null
            ? new(in initialValue) : row.InitialValues, output);
    }

    string? IOnnxCode.OnnxObstacle => Code is IOnnxDecoder decoder ? decoder.OnnxDecoderObstacle
        : $"the decoder of {Code.Entry.Name} is not written as ONNX operations";

    OnnxTensor IOnnxCode.WriteOnnx(OnnxRows rows) =>
        ((IOnnxDecoder)Code).WriteOnnxDecoder(rows, () => FirstValues(rows));

    /// <summary>The first values of series, [rows, 1, neurons].</summary>
    private OnnxTensor FirstValues(OnnxRows rows)
    {
        int neurons = Dimensions.Count(rows.Shape.OutputDimensions.RemoveAt(0));
        OnnxTensor zeros = rows.Series.Slice(1, 0, 1).Slice(2, 0, neurons).As(OnnxType.Double) * 0;
        return zeros + (InitialValueColumnName is string name
            ? rows.Other(name, KeepsDigits).Unsqueeze(1) : zeros.Same(InitialValue));
    }

    internal override void Validate()
    {
        ArgumentNullException.ThrowIfNull(Code, "code");
        Code.CheckDecodable();
        OptionCheck.Finite(InitialValue, "initialValue");
        if (InitialValueColumnName is null)
            return;
        ArgumentException.ThrowIfNullOrEmpty(InitialValueColumnName, "initialValueColumnName");
        if (!Code.StartsAtInitialValue)
            throw new ArgumentException(
                $"{Code.GetType().Name} is decoded without initial values: omit the column.",
                "initialValueColumnName");
    }

    internal override void Save(BinaryWriter writer)
    {
        // Draws have no part in decoding, and only a transformer that draws may have a newer format.
        SpikeCodes.WriteNamed(writer,
            Code.Draws is { } draws ? Code.WithDraws(draws with { OnnxDraws = OnnxDraws.Refuse }) : Code);
        writer.Write(InitialValue);
        writer.WriteColumnName(InitialValueColumnName);
    }

    internal static SpikeDecodingOptions Load(CodeReader reader)
    {
        SpikeDecodingOptions options = new() { Code = SpikeCodes.ReadNamed(reader), InitialValue = reader.ReadSingle() };
        if (reader.Format >= ModelFormat.Second)
            options = options with { InitialValueColumnName = reader.ReadColumnName() };
        // The second format stores the fitted values here; the third stores them with the code.
        if (reader.Format == ModelFormat.Second)
            options = options with { Code = options.Code.WithLearned(reader) };
        return options.Validated();
    }
}
