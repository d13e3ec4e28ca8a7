using Microsoft.ML;

namespace SpikeML;

/// <summary>Returns, row by row, spikes that were encoded in a different order.</summary>
internal sealed class SortedRows(DataViewRow row, SortedSpikes sorted, int slots) : StreamRows(slots)
{
    private sbyte[]? _all;
    private int _next;

    public override void Advance()
    {
        _all ??= sorted.Value;
        if (_next == _all.Length)
            throw new InvalidOperationException(
                $"Row {row.Position}: the data has more rows than when it was sorted. It must have the same rows each time "
                    + "it is read.");
        for (int slot = 0; slot < Spikes.Length; slot++)
            Spikes[slot] = _all[_next++];
    }
}
