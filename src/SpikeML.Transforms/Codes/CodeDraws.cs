namespace SpikeML;

/// <summary>Options of codes that draw spikes at random.</summary>
internal readonly record struct CodeDraws
{
    /// <summary>
    /// The seed of the random draws. If null, it is taken from the <c>MLContext</c> when the estimator is created. It is saved
    /// with the model either way: equal seeds and equal rows give equal spikes. Decoding does not need it.
    /// </summary>
    /// <value>Null by default.</value>
    public int? Seed { get; init; }

    /// <summary>
    /// A column whose value is mixed into the seed, so equal rows with different keys get different spikes: a scalar of type key,
    /// integer, Boolean, Single, Double or text. If null, equal rows get equal spikes.
    /// </summary>
    /// <value>Null by default.</value>
    public string? RowKeyColumnName { get; init; }

    /// <summary>
    /// What ML.NET's <c>ConvertToOnnx</c> does: it throws, or the ONNX runtime draws other spikes with the same probabilities.
    /// </summary>
    /// <value><see cref="SpikeML.OnnxDraws.Refuse"/> by default.</value>
    public OnnxDraws OnnxDraws { get; init; }

    /// <summary>The same draws with a seed, which is drawn if there is none.</summary>
    public CodeDraws Seeded(Random random) => this with { Seed = Seed ?? random.Next() };

    /// <summary>Different draws for each epoch; epoch 0 uses the seed itself.</summary>
    public CodeDraws InEpoch(int epoch) => this with { Seed = unchecked(Seed!.Value + (epoch * (int)0x9E3779B9)) };

    /// <summary>The oldest model format that holds everything.</summary>
    public uint Format => OnnxDraws == OnnxDraws.Refuse ? ModelFormat.Third : ModelFormat.Fourth;

    public void Validate()
    {
        OptionCheck.ColumnName(RowKeyColumnName, nameof(RowKeyColumnName));
        OptionCheck.Require(Enum.IsDefined(OnnxDraws), OnnxDraws, nameof(OnnxDraws), "OnnxDraws must be Refuse or Runtime.");
    }

    public static CodeDraws Load(BinaryReader reader) => new()
    {
        Seed = reader.ReadInt32(),
        RowKeyColumnName = reader.ReadColumnName(),
        OnnxDraws = reader is CodeReader { Format: >= ModelFormat.Fourth } ? reader.ReadByteEnum<OnnxDraws>() : OnnxDraws.Refuse,
    };

    public void Save(BinaryWriter writer)
    {
        // An estimator's code always has a seed; for decoders that were given options without one, any seed will do.
        writer.Write(Seed ?? 0);
        writer.WriteColumnName(RowKeyColumnName);
        if (writer is CodeWriter { Format: >= ModelFormat.Fourth })
            writer.Write((byte)OnnxDraws);
    }
}
