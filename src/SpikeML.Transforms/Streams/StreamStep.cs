using Microsoft.ML;

namespace SpikeML;

/// <summary>Reads a row as a step: its stream, its order and its values.</summary>
internal sealed class StreamStep(DataViewRow row, StreamColumns columns)
{
    private readonly FeatureReader _values = FeatureReader.Create(row, columns.Input);
    private readonly Func<ulong>? _partition = columns.Partition is { } partition ? RowKeyReader.Create(row, partition) : null;
    private readonly Func<ulong>? _order = columns.Order is { } order ? OrderReader.Create(row, order) : null;

    public ulong Partition() => _partition?.Invoke() ?? 0;

    public ulong Order() => _order?.Invoke() ?? 0;

    public ColumnValues Values() => columns.KeepsDigits ? _values.ReadValues() : _values.Read();

    /// <inheritdoc cref="FeatureReader.Original"/>
    public double? Original(int slot) => _values.Original(slot);
}
