using System.Collections.Immutable;

namespace SpikeML;

/// <summary>A code turned round: spikes become the values that they were made from.</summary>
public sealed record SpikeDecodingOptions : SpikeCode
{
    /// <summary>The code that the spikes were made with, with all that was learned. Its seed does not matter.</summary>
    public required SpikeCode Code { get; init; }

    /// <summary>What decoded series of codes of changes start at, unless <see cref="InitialValueColumnName"/> is given.</summary>
    /// <value>0 by default.</value>
    public float InitialValue { get; init; }

    /// <summary>The column of what each row's decoded series start at.</summary>
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
                $"{Code.GetType().Name} is decoded without initial values: leave the column out.",
                "initialValueColumnName");
    }

    internal override void Save(BinaryWriter writer)
    {
        SpikeCodes.WriteNamed(writer, Code);
        writer.Write(InitialValue);
        writer.WriteColumnName(InitialValueColumnName);
    }

    internal static SpikeDecodingOptions Load(CodeReader reader)
    {
        SpikeDecodingOptions options = new() { Code = SpikeCodes.ReadNamed(reader), InitialValue = reader.ReadSingle() };
        if (reader.Format >= ModelFormat.Second)
            options = options with { InitialValueColumnName = reader.ReadColumnName() };
        // The second format has what the code learned here; the third has it with the code.
        if (reader.Format == ModelFormat.Second)
            options = options with { Code = options.Code.WithLearned(reader) };
        return options.Validated();
    }
}
