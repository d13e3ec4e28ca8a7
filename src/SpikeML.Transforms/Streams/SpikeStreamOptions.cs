namespace SpikeML;

/// <summary>How rows follow each other in a stream of which each row is one time step.</summary>
public sealed record SpikeStreamOptions
{
    /// <summary>
    /// A column that tells several streams apart, such as a sensor's id: a key, integer, Boolean, Single, Double or text. Text is
    /// told apart by a 64-bit hash. Null: all rows are one stream.
    /// </summary>
    /// <value>Null by default.</value>
    public string? PartitionColumnName { get; init; }

    /// <summary>
    /// A column of which streams follow the order, a number, a date or a time span; <see cref="OutOfOrder"/> says what happens to
    /// rows that lie otherwise. Null: the order of the rows is taken as it is.
    /// </summary>
    /// <value>Null by default.</value>
    public string? OrderColumnName { get; init; }

    /// <summary>
    /// What happens to rows whose order column goes back within a stream: they are an error, or all rows are sorted. An engine
    /// cannot
    /// wait for rows that come late; there they are always an error, which moves no stream.
    /// </summary>
    /// <value><see cref="OutOfOrderPolicy.Error"/> by default.</value>
    public OutOfOrderPolicy OutOfOrder { get; init; }

    /// <summary>
    /// The most rows that are sorted, at least 1; one more is an error. Sorting reads the data once before its first row is
    /// given, and
    /// takes up to 64 bytes a row and 12 for each slot of it, of a Double column 24, of which the spikes, a byte a slot, are kept
    /// for as long as the data view.
    /// </summary>
    /// <value>10,000,000 by default.</value>
    public int MaxSortedRows { get; init; } = 10_000_000;

    /// <summary>
    /// The most streams that are kept, at least 1; one more is an error. Each takes up to 80 bytes and 16 for each slot.
    /// </summary>
    /// <value>100,000 by default.</value>
    public int MaxPartitions { get; init; } = 100_000;

    internal SpikeStreamOptions Validated()
    {
        OptionCheck.ColumnName(PartitionColumnName, nameof(PartitionColumnName));
        OptionCheck.ColumnName(OrderColumnName, nameof(OrderColumnName));
        OptionCheck.AtLeast(1, MaxPartitions, nameof(MaxPartitions));
        OptionCheck.Require(Enum.IsDefined(OutOfOrder), OutOfOrder, nameof(OutOfOrder), "OutOfOrder must be Error or Sort.");
        OptionCheck.Require(OutOfOrder != OutOfOrderPolicy.Sort || OrderColumnName is not null, OutOfOrder, nameof(OutOfOrder),
            "To sort, OrderColumnName must name the column to sort by.");
        OptionCheck.AtLeast(1, MaxSortedRows, nameof(MaxSortedRows));
        return this;
    }

    internal static SpikeStreamOptions Load(BinaryReader reader) => new SpikeStreamOptions
    {
        PartitionColumnName = reader.ReadString() is { Length: > 0 } partition ? partition : null,
        OrderColumnName = reader.ReadString() is { Length: > 0 } order ? order : null,
        MaxPartitions = reader.ReadInt32(),
    }.Validated();

    /// <summary>The fields of the second format, which lie at the end of a model's payload.</summary>
    internal SpikeStreamOptions WithOrder(BinaryReader reader) => (this with
    {
        OutOfOrder = (OutOfOrderPolicy)reader.ReadInt32(),
        MaxSortedRows = reader.ReadInt32(),
    }).Validated();

    internal void Save(BinaryWriter writer)
    {
        writer.Write(PartitionColumnName ?? "");
        writer.Write(OrderColumnName ?? "");
        writer.Write(MaxPartitions);
    }

    internal void SaveOrder(BinaryWriter writer)
    {
        writer.Write((int)OutOfOrder);
        writer.Write(MaxSortedRows);
    }
}
