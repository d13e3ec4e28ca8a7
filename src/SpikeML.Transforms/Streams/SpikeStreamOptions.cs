namespace SpikeML;

/// <summary>Options of streams, in which each row is one time step: which rows belong together, and in what order.</summary>
public sealed record SpikeStreamOptions
{
    /// <summary>
    /// The column that separates streams, such as a sensor's id: a key, integer, Boolean, Single, Double or text. Text is
    /// compared by a 64-bit hash. If null, all rows are one stream.
    /// </summary>
    /// <value>Null by default.</value>
    public string? PartitionColumnName { get; init; }

    /// <summary>
    /// The column that orders the rows of each stream: a number, a date or a time span. <see cref="OutOfOrder"/> decides what
    /// happens to late rows. If null, rows are taken in the order of the data.
    /// </summary>
    /// <value>Null by default.</value>
    public string? OrderColumnName { get; init; }

    /// <summary>
    /// What happens if the order column decreases within a stream: either the row is an error, or all rows are sorted. An engine
    /// cannot wait for late rows, so there they are always an error, which leaves all streams unchanged.
    /// </summary>
    /// <value><see cref="OutOfOrderPolicy.Error"/> by default.</value>
    public OutOfOrderPolicy OutOfOrder { get; init; }

    /// <summary>
    /// The maximum number of rows to sort, at least 1; more rows are an error. Sorting reads all rows before it returns the
    /// first. It takes up to 64 bytes per row and 12 bytes per slot (24 for a Double column); the spikes, one byte per slot, are
    /// kept as long as the data view.
    /// </summary>
    /// <value>10,000,000 by default.</value>
    public int MaxSortedRows { get; init; } = 10_000_000;

    /// <summary>
    /// The maximum number of streams to keep, at least 1; more are an error. Each takes up to 80 bytes plus 16 bytes per slot.
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

    /// <summary>The fields of the second format, at the end of a model's payload.</summary>
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
