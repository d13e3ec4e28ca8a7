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
    /// The column that orders the rows of each stream: a number, a date or a time span. <see cref="OutOfOrder"/> says what
    /// happens to rows that come late. Null: rows are taken in the order in which they come.
    /// </summary>
    /// <value>Null by default.</value>
    public string? OrderColumnName { get; init; }

    /// <summary>
    /// What happens to rows whose order column goes back within a stream: they are an error, or all rows are sorted. An engine
    /// cannot wait for late rows; there they are always an error, which leaves every stream as it was.
    /// </summary>
    /// <value><see cref="OutOfOrderPolicy.Error"/> by default.</value>
    public OutOfOrderPolicy OutOfOrder { get; init; }

    /// <summary>
    /// The maximum number of rows to sort, at least 1; more rows are an error. Sorting reads all rows before it returns the
    /// first. It takes up to 64 bytes a row and 12 bytes a slot (24 in a column of Double); the spikes, a byte a slot, are kept
    /// as long as the data view.
    /// </summary>
    /// <value>10,000,000 by default.</value>
    public int MaxSortedRows { get; init; } = 10_000_000;

    /// <summary>
    /// The maximum number of streams to keep, at least 1; more are an error. Each takes up to 80 bytes, and 16 bytes a slot.
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
