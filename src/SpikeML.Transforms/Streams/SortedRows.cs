using Microsoft.ML;

namespace SpikeML;

/// <summary>Hands out, row by row, spikes that were encoded in another order.</summary>
internal sealed class SortedRows(DataViewRow row, SortedSpikes sorted, int slots) : StreamRows(slots)
{
    private sbyte[]? _all;
    private int _next;

    public override void Advance()
    {
        _all ??= sorted.Value;
        if (_next == _all.Length)
            throw new InvalidOperationException(FormattableString.Invariant(
                $"Row {row.Position}: the data have more rows than when they were sorted; they must be the same each time that they are read."));
        for (int slot = 0; slot < Spikes.Length; slot++)
            Spikes[slot] = _all[_next++];
    }
}
