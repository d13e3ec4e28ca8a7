namespace SpikeML;

/// <summary>How a code draws its spikes at random.</summary>
internal readonly record struct CodeDraws
{
    /// <summary>
    /// The seed of the draws. Null takes one from the <c>MLContext</c> when the estimator is made; it is saved with the model
    /// either way. Equal seed and equal row give equal spikes. Decoding does not need it.
    /// </summary>
    /// <value>Null by default.</value>
    public int? Seed { get; init; }

    /// <summary>
    /// A column whose value is mixed into the seed, so that equal rows with different keys get different trains: an id of type
    /// key, integer, Boolean, Single, Double or text. Null gives equal rows equal trains.
    /// </summary>
    /// <value>Null by default.</value>
    public string? RowKeyColumnName { get; init; }

    /// <summary>The same with a seed, which is drawn where there is none.</summary>
    public CodeDraws Seeded(Random random) => this with { Seed = Seed ?? random.Next() };

    /// <summary>Draws of their own for each epoch; epoch 0 has those of the seed itself.</summary>
    public CodeDraws InEpoch(int epoch) => this with { Seed = unchecked(Seed!.Value + (epoch * (int)0x9E3779B9)) };

    public void Validate() => OptionCheck.ColumnName(RowKeyColumnName, nameof(RowKeyColumnName));

    public static CodeDraws Load(BinaryReader reader) => new()
    {
        Seed = reader.ReadInt32(),
        RowKeyColumnName = reader.ReadColumnName()
    };

    public void Save(BinaryWriter writer)
    {
        // An estimator's code always has a seed; where decoders were given options without one, any will do.
        writer.Write(Seed ?? 0);
        writer.WriteColumnName(RowKeyColumnName);
    }
}
