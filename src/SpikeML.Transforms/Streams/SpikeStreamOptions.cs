namespace SpikeML;

/// <summary>How rows follow each other in a stream of which each row is one time step.</summary>
public sealed record SpikeStreamOptions
{
    /// <summary>
    /// A column that tells several streams apart, such as a sensor's id: a key, integer, Boolean, Single, Double or text. Text is told
    /// apart by a 64-bit hash. Null, the default: all rows are one stream.
    /// </summary>
    public string? PartitionColumnName { get; init; }

    /// <summary>
    /// A column that may not go back from one row of a stream to its next, a number, a date or a time span: rows out of order are an error.
    /// Null, the default: the order of the rows is taken as it is.
    /// </summary>
    public string? OrderColumnName { get; init; }

    /// <summary>
    /// The most streams that are kept, at least 1; 100,000 by default, and one more is an error. Each takes up to 80 bytes and 16
    /// for each slot.
    /// </summary>
    public int MaxPartitions { get; init; } = 100_000;

    internal SpikeStreamOptions Validated()
    {
        OptionCheck.Require(PartitionColumnName is not "", PartitionColumnName, nameof(PartitionColumnName), "PartitionColumnName must be the name of a column, or null.");
        OptionCheck.Require(OrderColumnName is not "", OrderColumnName, nameof(OrderColumnName), "OrderColumnName must be the name of a column, or null.");
        OptionCheck.AtLeast(1, MaxPartitions, nameof(MaxPartitions));
        return this;
    }

    internal static SpikeStreamOptions Load(BinaryReader reader) => new SpikeStreamOptions
    {
        PartitionColumnName = reader.ReadString() is { Length: > 0 } partition ? partition : null,
        OrderColumnName = reader.ReadString() is { Length: > 0 } order ? order : null,
        MaxPartitions = reader.ReadInt32(),
    }.Validated();

    internal void Save(BinaryWriter writer)
    {
        writer.Write(PartitionColumnName ?? "");
        writer.Write(OrderColumnName ?? "");
        writer.Write(MaxPartitions);
    }
}
